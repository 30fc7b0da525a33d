import type { Final, History, Logged, Read, Write } from './history.js'

/**
 * Judges what clients saw, in the manner of Jepsen and Elle, by code of its own. The curation log is a list to which every
 * write appends a token, so the log that the store has in the end gives the order of all writes. Gives a sentence for
 * each violation; none if the history is sound.
 */
export function checkHistory(history: History, final: Final): readonly string[] {
  const model = new Model(history, final)
  return [
    ...checkWrites(history.writes, model),
    ...history.reads.flatMap(read => checkRead(read, model)),
    ...checkDigests(history.reads),
    ...checkSessions(history.reads),
    ...checkRealTime(history, model),
    ...checkFollowed(history, final),
    ...checkTroubles(history),
  ]
}

/** How many entries of the log a read shows, the newest ones. */
export const shownEntries = 20
/** A server may take a revision that was the newest one so long ago, while another server writes. */
const staleMs = 20

/** The state of the store at each revision, by the log alone. */
class Model {
  readonly log: readonly Logged[]
  readonly placeOf = new Map<string, number>()
  readonly #valuesOf = new Map<string, Logged[]>()

  constructor({ writes }: History, { log }: Final) {
    this.log = log
    const groupOf = new Map(writes.flatMap(({ token, group }) => (group === undefined ? [] : [[token, group]])))
    for (const [place, { token, revision }] of log.entries()) {
      this.placeOf.set(token, place)
      const group = groupOf.get(token)
      if (group === undefined) continue
      this.#valuesOf.set(group, [...(this.#valuesOf.get(group) ?? []), { token, revision }])
    }
  }

  valuesAt(group: string, revision: number): readonly string[] {
    return (this.#valuesOf.get(group) ?? []).flatMap(each => (each.revision <= revision ? [each.token] : [])).sort()
  }

  logAt(revision: number): readonly Logged[] {
    let end = this.log.length
    while (end > 0 && (this.log[end - 1]?.revision ?? 0) > revision) end -= 1
    return this.log.slice(Math.max(0, end - shownEntries), end)
  }
}

function checkWrites(writes: readonly Write[], { log, placeOf }: Model): string[] {
  const counts = new Map<string, number>()
  for (const { token } of log) counts.set(token, (counts.get(token) ?? 0) + 1)
  const unordered = log.filter(({ revision }, place) => revision <= (log[place - 1]?.revision ?? 0))
  return [
    ...unordered.map(({ token }) => `the log is not in the order of its revisions at ${token}`),
    ...writes.flatMap(({ token, outcome, revision, expected }) => {
      const found = counts.get(token) ?? 0
      const logged = log[placeOf.get(token) ?? -1]
      const before = log[(placeOf.get(token) ?? 0) - 1]
      return [
        ...(outcome === 'done' && found === 0 ? [`acknowledged and lost: ${token}`] : []),
        ...(outcome === 'refused' && found > 0 ? [`refused and done: ${token}`] : []),
        ...(found > 1 ? [`done ${found} times: ${token}`] : []),
        ...(outcome === 'done' && revision !== undefined && logged && logged.revision !== revision
          ? [`answered with revision ${revision}, logged with ${logged.revision}: ${token}`]
          : []),
        ...(expected !== undefined && logged && before && before.revision > expected
          ? [`lost update: ${token} expected revision ${expected}, and overwrote ${before.token} of ${before.revision}`]
          : []),
      ]
    }),
  ]
}

function checkRead({ session, revision, log, group, values, earlier }: Read, model: Model): string[] {
  const where = `${session} at revision ${revision}`
  const expected = model.valuesAt(group, revision)
  const expectedLog = log && model.logAt(revision)
  return [
    ...(same(log, expectedLog) ? [] : [`${where} saw another log: ${text(log)}, not ${text(expectedLog)}`]),
    ...values.flatMap((seen, index) =>
      same([...seen].sort(), expected)
        ? []
        : [`${where} saw of ${group}[${index}] ${text(seen)}, where the log has ${text(expected)}`],
    ),
    ...(earlier && !same([...earlier.values].sort(), model.valuesAt(group, earlier.revision))
      ? [
          `${where} saw of ${group} as of revision ${earlier.revision} ${text(earlier.values)}, where the log has ${text(model.valuesAt(group, earlier.revision))}`,
        ]
      : []),
  ]
}

/** A revision and a release never change: equal questions have equal answers. */
function checkDigests(reads: readonly Read[]): string[] {
  const first = new Map<string, Read>()
  return reads.flatMap(read => {
    if (!read.digest) return []
    const { key, hash } = read.digest
    const seen = first.get(key) ?? read
    first.set(key, seen)
    return seen.digest?.hash === hash ? [] : [`${read.session} and ${seen.session} read ${key} differently`]
  })
}

/** No session goes back. */
function checkSessions(reads: readonly Read[]): string[] {
  const last = new Map<string, number>()
  return [...reads]
    .sort((a, b) => a.ended - b.ended)
    .flatMap(({ session, server, revision }) => {
      const key = `${session} at ${server}`
      const before = last.get(key) ?? 0
      last.set(key, Math.max(before, revision))
      return revision < before ? [`${key} went back from revision ${before} to ${revision}`] : []
    })
}

interface Placed {
  readonly name: string
  readonly server: string
  readonly begun: number
  readonly ended: number
  /** How many entries of the log there are with this step done. */
  readonly place: number
}

/**
 * Strict serialisability: what began after another step had ended comes after it in the order of the log. Between two
 * servers a read may be as old as their caches.
 */
function checkRealTime({ writes, reads }: History, { log, placeOf }: Model): string[] {
  const placed = [
    ...writes.flatMap(({ token, server, begun, ended, outcome }): Placed[] => {
      const place = placeOf.get(token)
      // Nobody knows when a write without an answer was done.
      const end = outcome === 'done' ? ended : Number.POSITIVE_INFINITY
      return place === undefined ? [] : [{ name: token, server, begun, ended: end, place: place + 1 }]
    }),
    ...reads.flatMap(({ session, server, begun, ended, log: seen }): Placed[] => {
      const newest = seen?.at(-1)
      const place = newest && placeOf.get(newest.token)
      return place === undefined ? [] : [{ name: `a read of ${session}`, server, begun, ended, place: place + 1 }]
    }),
  ]
  if (log.length === 0) return []
  const servers = [...new Set(placed.map(({ server }) => server))]
  return [
    ...servers.flatMap(server =>
      inversions(
        placed.filter(each => each.server === server),
        0,
      ),
    ),
    ...inversions(placed, staleMs),
  ]
}

function inversions(steps: readonly Placed[], slackMs: number): string[] {
  const byEnd = [...steps].sort((a, b) => a.ended - b.ended)
  const byBegin = [...steps].sort((a, b) => a.begun - b.begun)
  const found: string[] = []
  let next = 0
  let newest: Placed | undefined
  for (const step of byBegin) {
    for (; (byEnd[next]?.ended ?? Number.POSITIVE_INFINITY) + slackMs < step.begun; next += 1) {
      const ended = byEnd[next]
      if (ended && ended.place > (newest?.place ?? 0)) newest = ended
    }
    if (newest && newest.place > step.place)
      found.push(
        `${step.name} began ${Math.round(step.begun - newest.ended)} ms after ${newest.name} had ended, and comes before it`,
      )
  }
  return found
}

/** Each change exactly once, in order, from the first that was received to the last. */
function checkFollowed({ followed }: History, { cursors }: Final): string[] {
  return followed.flatMap(({ session, cursors: seen }) => {
    const first = seen[0]
    if (first === undefined) return [`${session} received nothing`]
    const from = cursors.indexOf(first)
    const wrong = seen.findIndex((cursor, index) => cursor !== cursors[from + index])
    return from < 0 || wrong >= 0 ? [`${session} received ${text(seen[wrong])} as change ${wrong} out of order`] : []
  })
}

/** Every error has a code and a plain text; in quiet times there is none. */
function checkTroubles({ troubles }: History): string[] {
  return troubles.flatMap(({ session, server, what, during, code, message }) =>
    during === undefined || forbidden.has(code) || leaks.test(message)
      ? [
          `${session} at ${server}: a ${what} failed ${during ? `during ${during}` : 'in a quiet time'}: ${code} ${message}`,
        ]
      : [],
  )
}

const forbidden = new Set(['INTERNAL_SERVER_ERROR', 'UNREADABLE_ANSWER', 'none'])
/** Words of the engines and of the program, which no client may read. */
const leaks = /\.js:\d+|SQLITE_|Neo\.(Client|Database|Transient)|node_modules/

function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other)
}

function text(value: unknown): string {
  return JSON.stringify(value) ?? 'nothing'
}
