import { setFlagsFromString } from 'node:v8'
import type { Config } from '../config/config.js'
import { ConfigError, readConfig } from '../config/config.js'
import { entityTypes } from '../entities/index.js'
import { type AnyErrorCode, SuanliError } from '../model/error.js'
import { createOntology, type Ontology } from '../ontology/ontology.js'
import type { RowSettings } from '../rows/with-rows.js'
import type { Store, StoreLogin } from '../store/store.js'
import { civilDay } from '../values/civil-day.js'

/** Exit codes: done, refused or failed, wrong usage. */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean
  readonly store?: string
}

/** The context of a command. */
export interface Session {
  readonly config: Config
  readonly ontology: Ontology
}

export function openSession({ store }: CommonOptions = {}): Session {
  const config = readConfig()
  return { config: store === undefined ? config : { ...config, store }, ontology: createOntology(entityTypes) }
}

/**
 * Lets little garbage pile up: V8 collects the garbage when the heap has twice what is in use, where it would wait for four times as much.
 * A command goes through a whole store and makes much garbage; a server has memory for its readers.
 */
export function collectEarly(): void {
  setFlagsFromString('--heap-growing-percent=100')
}

/** Opens the configured store, runs the work, and always closes the store. */
export async function withStore<Result>(
  session: Session,
  use: (store: Store) => Promise<Result>,
  storeUse: StoreUse = {},
): Promise<Result> {
  if (storeUse.readerMegabytes === undefined) collectEarly()
  const store = await openConfiguredStore(session, storeUse)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/**
 * As `withStore`, for commands that read what is stored: a mistyped address must not be answered as an empty store, and an
 * export of it be kept as a backup. Throws STORE_MISSING.
 */
export function withFilledStore<Result>(session: Session, use: (store: Store) => Promise<Result>): Promise<Result> {
  return withStore(session, async store => {
    const { revision } = await store.read([])
    if (revision.number === 0) throw new SuanliError('STORE_MISSING', { store: store.description })
    return await use(store)
  })
}

/** What differs from the settings of a command. A command reads most of a store once, so that to keep much of it helps little. */
interface StoreUse extends Partial<RowSettings> {
  readonly readerMegabytes?: number
}

async function openConfiguredStore(
  { config, ontology }: Session,
  { readerMegabytes = 16, ...rows }: StoreUse,
): Promise<Store> {
  const [{ openStore }, { withRows }] = await Promise.all([
    import('../store/open-store.js'),
    import('../rows/with-rows.js'),
  ])
  const store = await openStore(config.store, loginOf(config), { readerMegabytes })
  return withRows(store, { ...rowSettings({ config, ontology }), ...rows })
}

/** What a server waits for rows after a write, and what each of its reading threads keeps of an embedded store in memory. */
export const serverUse: StoreUse = { longestWaitMs: 2_000, readerMegabytes: 64 }

/** Rows are derived data: if they cannot be written, the command says so and goes on. */
export function rowSettings({ config, ontology }: Session): RowSettings {
  return {
    ontology,
    today: () => civilDay(new Date(), config.timeZone),
    report: failure => {
      const { code, message } = describeFailure(failure)
      console.error(`The rows of what holds were not written (${code}: ${message}). Run \`suanli rebuild\`.`)
    },
  }
}

export function loginOf({ neo4jUser, neo4jPassword }: Config): StoreLogin {
  return {
    ...(neo4jUser !== undefined && { user: neo4jUser }),
    ...(neo4jPassword !== undefined && { password: neo4jPassword }),
  }
}

/** A refusal that the command has printed already. Only the exit code remains to be set. */
export class Refused extends Error {}

/** Runs a command. A failure is printed as text, or as JSON with --json, and sets the exit code. */
export async function run(options: CommonOptions, deed: () => Promise<void>): Promise<void> {
  try {
    await deed()
  } catch (error) {
    process.exitCode = error instanceof ConfigError ? exitCodes.wrongUsage : exitCodes.failed
    if (error instanceof Refused) return
    const { code, message } = describeFailure(error)
    if (options.json) console.log(JSON.stringify({ error: { code, message } }))
    else console.error(`${code}: ${message}`)
    if (code === 'INTERNAL_SERVER_ERROR') console.error(error)
  }
}

function describeFailure(error: unknown): { readonly code: AnyErrorCode; readonly message: string } {
  if (error instanceof SuanliError) return error
  if (error instanceof ConfigError) return { code: 'SETTING_IMPOSSIBLE', message: error.message }
  return { code: 'INTERNAL_SERVER_ERROR', message: 'This is a fault of the program; what follows is for its authors.' }
}
