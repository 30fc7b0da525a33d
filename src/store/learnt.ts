import type { Revision } from '../model/revision.js'
import type { CitedEdition, Edition, Source } from '../model/source.js'
import { decodeRevision, instant, nothing } from './group-queries.js'
import type { AsOf, ReadEngine, RevisionRow } from './read-engine.js'

/** What readers of one database have learnt, for the next ones. */
export class Learnt {
  /** Published revisions, which never change, sorted by number. */
  readonly #revisions: RevisionRow[] = []
  readonly #instants = new Map<number, string>()
  /** Cited editions as of the revision that was read last; absent ones too. */
  #cited: { readonly revision: number; readonly known: Map<string, CitedEdition | undefined> } = {
    revision: 0,
    known: new Map(),
  }

  /** The last published revision up to `pin`. */
  async published(engine: ReadEngine, pin: number | undefined): Promise<Revision> {
    const isKnown = pin !== undefined && pin <= (this.#revisions.at(-1)?.number ?? -1)
    const row = isKnown
      ? this.#revisions.findLast(({ number }) => number <= pin)
      : await engine.newestRevision(pin ?? Number.MAX_SAFE_INTEGER)
    return row ? decodeRevision(row) : nothing
  }

  /** Reads the revisions that were published since those that are known. */
  async learnRevisions(engine: ReadEngine, upTo: number): Promise<void> {
    const last = this.#revisions.at(-1)?.number ?? 0
    if (upTo <= last) return
    for (const row of await engine.revisionsAfter(last, upTo)) {
      // Another reading may have learnt the same meanwhile.
      if (row.number <= (this.#revisions.at(-1)?.number ?? 0)) continue
      this.#revisions.push(row)
      this.#instants.set(row.number, decodeRevision(row).at)
    }
  }

  /** The instant of a revision that was learnt; '' of one that is not published. */
  readonly instantOf = (revision: number): string => this.#instants.get(revision) ?? ''

  /** The number that a question reads as of. A staged revision has no instant yet, so `knownAt` means a published one. */
  revisionOf(asOf: AsOf, published: Revision, knownAt: string | undefined): number {
    if (knownAt === undefined) return 'staged' in asOf ? asOf.staged : published.number
    const until = instant(knownAt)
    return this.#revisions.findLast(({ number, at }) => number <= published.number && at <= until)?.number ?? 0
  }

  /** Editions with their sources; they are few, and kept until another revision is read. */
  async citedEditions(engine: ReadEngine, ids: readonly string[], revision: number): Promise<CitedEdition[]> {
    if (this.#cited.revision !== revision) this.#cited = { revision, known: new Map() }
    const { known } = this.#cited
    const unknown = ids.filter(id => !known.has(id))
    if (unknown.length > 0) {
      const rows = await engine.citedEditions(unknown, revision)
      for (const id of unknown) known.set(id, undefined)
      for (const row of rows) {
        const edition = JSON.parse(row.edition) as Edition
        known.set(edition.id, { edition, source: JSON.parse(row.source) as Source })
      }
    }
    return ids.flatMap(id => known.get(id) ?? [])
  }
}
