import { curatorToken } from '../support/program.js'
import type { DrillServer } from './drill-server.js'
import type { Outcome, Read, Write } from './history.js'
import type { Recorder } from './recorder.js'

/** What came back for a request. */
export type Reply =
  // biome-ignore lint/suspicious/noExplicitAny: each document asks for something else
  | { readonly kind: 'data'; readonly data: any }
  | { readonly kind: 'error'; readonly code: string; readonly message: string }
  /** The connection broke, or the time was over. */
  | { readonly kind: 'cut'; readonly message: string }

type Variables = Readonly<Record<string, unknown>>
type Timed<Result> = Result & { readonly begun: number; readonly ended: number }

/** A client of one server, which does one step after the other and records each. */
export class Session {
  /** Why the last write was not done. */
  refusal = ''

  constructor(
    readonly name: string,
    readonly server: DrillServer,
    readonly recorder: Recorder,
  ) {}

  /** Reads; undefined if the answer is an error, which is recorded. */
  async read(
    query: string,
    variables: Variables,
    // biome-ignore lint/suspicious/noExplicitAny: each document asks for something else
    see: (data: any) => Omit<Read, 'session' | 'server' | 'begun' | 'ended'>,
  ): Promise<Read | undefined> {
    const reply = await this.#tell('read', () => post(this.server.url, query, variables))
    if (reply.kind !== 'data') return undefined
    const { begun, ended } = reply
    const read = { session: this.name, server: this.server.name, begun, ended, ...see(reply.data) }
    this.recorder.reads.push(read)
    return read
  }

  /** Reads something that the history does not need. */
  async ask(query: string, variables: Variables = {}): Promise<Reply> {
    return await this.#tell('read', () => post(this.server.url, query, variables))
  }

  /** Writes, and records how the write ended: as `judge` says of an answer, else by the error. */
  async write(
    step: Pick<Write, 'token' | 'expected' | 'group'>,
    send: () => Promise<Reply>,
    // biome-ignore lint/suspicious/noExplicitAny: each document asks for something else
    judge: (data: any) => { readonly outcome: Outcome; readonly revision?: number },
  ): Promise<Outcome> {
    const reply = await this.#tell('write', send)
    const judged = reply.kind === 'data' ? judge(reply.data) : { outcome: outcomeOf(reply) }
    const { begun, ended } = reply
    if (judged.outcome !== 'done') this.refusal = JSON.stringify(reply)
    this.recorder.writes.push({ session: this.name, server: this.server.name, begun, ended, ...step, ...judged })
    return judged.outcome
  }

  async #tell(what: 'read' | 'write', send: () => Promise<Reply>): Promise<Timed<Reply>> {
    const during = this.recorder.watch()
    const begun = performance.now()
    const reply = await send()
    const ended = performance.now()
    const { name: session, server, recorder } = this
    const trouble = (code: string, message: string) =>
      recorder.troubles.push({ session, server: server.name, what, during: during(), code, message })
    if (reply.kind === 'error' && !expected.has(reply.code)) trouble(reply.code, reply.message)
    if (reply.kind === 'cut') trouble('CUT', reply.message)
    return { ...reply, begun, ended }
  }
}

/** Sends a document as a curator. */
export async function post(url: string, query: string, variables: Variables): Promise<Reply> {
  return await reading(
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${curatorToken}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(requestMs),
    }),
  )
}

/** Sends a zip of a dataset. */
export async function upload(url: string, zip: Buffer): Promise<Reply> {
  return await reading(
    fetch(`${url}/datasets`, {
      method: 'POST',
      headers: { 'content-type': 'application/zip', authorization: `Bearer ${curatorToken}` },
      body: new Uint8Array(zip),
      signal: AbortSignal.timeout(requestMs),
    }),
  )
}

const requestMs = 40_000

async function reading(fetched: Promise<Response>): Promise<Reply> {
  let text: string
  try {
    const response = await fetched
    text = await response.text()
  } catch (failure) {
    const cause = failure instanceof Error ? (failure.cause ?? failure) : failure
    return { kind: 'cut', message: String(cause) }
  }
  try {
    const { data, errors, ...rest } = JSON.parse(text)
    const [error] = errors ?? []
    if (error) return { kind: 'error', code: error.extensions?.code ?? 'none', message: error.message }
    return { kind: 'data', data: data ?? rest }
  } catch {
    return { kind: 'error', code: 'UNREADABLE_ANSWER', message: text.slice(0, 200) }
  }
}

/** Errors that clients of two servers at once must expect at any time. */
const expected = new Set(['IMPORT_RUNNING', 'REVISION_STALE'])
/** Errors that leave open whether the write was done. */
const open = new Set(['TIMEOUT', 'STORE_UNAVAILABLE', 'CLIENT_GONE', 'INTERNAL_SERVER_ERROR', 'UNREADABLE_ANSWER'])

function outcomeOf(reply: Exclude<Reply, { kind: 'data' }>): Outcome {
  return reply.kind === 'error' && !open.has(reply.code) ? 'refused' : 'unknown'
}
