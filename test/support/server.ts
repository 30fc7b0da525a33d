import type { GraphQLSchema } from 'graphql'
import { type Logger, pino } from 'pino'
import { defaultLimits, type Limits } from '../../src/config/request-limits.js'
import { defaultSocketLimits, type SocketLimits } from '../../src/config/socket-limits.js'
import { checkDatasets } from '../../src/datasets/check/check-datasets.js'
import { derivedFields } from '../../src/entities/derived.js'
import { entityTypes } from '../../src/entities/index.js'
import { buildSchema } from '../../src/graphql/schema/build-schema.js'
import { applyDatasets } from '../../src/imports/apply-import.js'
import { findUndescribed, publishedBase } from '../../src/imports/import-base.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { type GateSettings, openGate } from '../../src/server/auth/admission.js'
import { readDocuments } from '../../src/server/graphql/persisted-documents.js'
import { type ServerOptions, startServer } from '../../src/server/start-server.js'
import type { Store } from '../../src/store/store.js'
import { RevisionCache } from '../../src/views/cache/revision-cache.js'
import { curatorToken } from './program.js'

export { curatorToken, type Program, runProgram, seedFolder, startCommand, startProgram } from './program.js'

const ontology = createOntology(entityTypes)

/** A server in this process, on a free port of loopback. */
export interface TestServer {
  readonly url: string
  /** All that it has logged so far, at every level. */
  readonly log: readonly LogLine[]
  close(): Promise<void>
}

export type LogLine = Readonly<Record<string, unknown>>

/** Where a test server differs from what most tests want. */
interface TestServerOptions
  extends Pick<
    ServerOptions,
    | 'introspection'
    | 'basePath'
    | 'explorer'
    | 'maxExports'
    | 'mcp'
    | 'mcpOrigins'
    | 'documentsOnly'
    | 'receiveTimeoutMs'
    | 'stopDelayMs'
  > {
  readonly sockets?: Partial<SocketLimits>
  /** The real one, unless it is given. */
  readonly schema?: GraphQLSchema
  readonly host?: string
  readonly port?: number
  readonly maxBodyBytes?: number
  readonly maxUploadBytes?: number
  readonly maxUnpackedBytes?: number
  /** The folder from which curators may import. */
  readonly datasets?: string
  /** Reading is open, and `curatorToken` is the token of curators, unless another way is given. */
  readonly gate?: Partial<GateSettings>
  /** A manifest, or a folder of documents. */
  readonly documents?: string
  readonly limits?: Partial<Limits>
  readonly timeoutMs?: number
  /** The clock; the real one, unless it is given. */
  readonly now?: () => Date
  /** How much the server keeps of what it has read; 0: nothing. */
  readonly cacheBytes?: number
}

/** Serves a store, which stays the caller’s to close. */
export async function startTestServer(
  store: Store,
  {
    schema,
    host = '127.0.0.1',
    port = 0,
    maxBodyBytes = 100_000,
    timeoutMs = defaultLimits.timeoutMs,
    cacheBytes = 50_000_000,
    gate,
    documents,
    limits,
    sockets,
    datasets,
    now = () => new Date(),
    ...options
  }: TestServerOptions = {},
): Promise<TestServer> {
  const { logger, lines } = logToMemory()
  const server = await startServer({
    services: { store, ontology, now, datasets, holder: 'test:1', isAlive: () => false },
    cache: snapshotOf(store, cacheBytes),
    schema: schema ?? realSchema(),
    host,
    port,
    maxBodyBytes,
    gate: await openGate({
      host,
      read: 'open',
      jwtRolesClaim: 'roles',
      curatorToken,
      trustedProxies: [],
      rateCostPerMinute: 0,
      ...gate,
    }),
    documents: await readDocuments(documents, options.documentsOnly ?? false),
    ...options,
    limits: { ...defaultLimits, timeoutMs, ...limits },
    sockets: { ...defaultSocketLimits, followMs: 20, ...sockets },
    log: logger,
  })
  return { ...server, log: lines }
}

function snapshotOf(store: Store, maxBytes: number): RevisionCache | undefined {
  return maxBytes === 0
    ? undefined
    : new RevisionCache(store, ontology, { maxBytes, freshMs: 0, clock: () => performance.now() })
}

let built: GraphQLSchema | undefined

/** Built once: that takes a while. */
function realSchema(): GraphQLSchema {
  built ??= buildSchema(ontology, derivedFields)
  return built
}

function logToMemory(): { readonly logger: Logger; readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = []
  const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) })
  return { logger, lines }
}

/** Imports datasets, which must be free of errors, as at the instant `at`. */
export async function importInto(store: Store, folders: readonly string[], at: string): Promise<void> {
  const base = await publishedBase(store)
  const { datasets, problems } = await checkDatasets(folders, ontology, ids => findUndescribed(base, ids))
  const errors = problems.filter(({ severity }) => severity === 'ERROR')
  if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 5)))
  await applyDatasets(datasets, store, ontology, { now: () => new Date(at), holder: 'test:1', isAlive: () => false })
}

/** An answer as a client gets it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly cost: { readonly predicted: number; readonly max: number } | undefined
  readonly body: {
    // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs with each test
    readonly data?: any
    readonly errors?: readonly {
      readonly message: string
      readonly path?: readonly (string | number)[]
      readonly extensions?: {
        readonly code?: string
        readonly id?: string
        readonly argument?: string
        readonly suggestion?: string
      }
    }[]
  }
}

/** Asks in GraphQL, over HTTP; as somebody where a token is given. */
export async function ask(
  url: string,
  query: string,
  variables?: Readonly<Record<string, unknown>>,
  token?: string,
): Promise<Answer> {
  return await answerOf(
    await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    }),
  )
}

/** What was predicted is told with every answer; here it stands beside the body. */
export async function answerOf(response: Response): Promise<Answer> {
  const { extensions, ...body } = (await response.json()) as Answer['body'] & { extensions?: Pick<Answer, 'cost'> }
  return { status: response.status, headers: response.headers, body, cost: extensions?.cost }
}
