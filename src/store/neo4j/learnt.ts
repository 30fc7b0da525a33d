import type { Revision } from '../../model/revision.js'
import type { CitedEdition, Edition, Source } from '../../model/source.js'
import { type AsOf, decodeRevision, type RevisionRow } from '../engine-rows.js'
import { instant, nothing, statementsIn } from '../group-queries.js'
import type { StatementRecord } from '../statement-record.js'
import type { AnswerTo, QueryKind } from '../store.js'
import type { ReadDatabase } from './neo4j-session.js'
import * as cypher from './read-cypher.js'
import { stored } from './read-rows.js'

/** What readers of one database have learnt, for the next ones. */
export class Learnt {
  /** Published revisions, which never change, by number. */
  #revisions: readonly Revision[] = []
  /** Who states what, as of the revision that was read last. */
  #citedEditions: { readonly revision: number; readonly known: Map<string, CitedEdition | undefined> } = {
    revision: 0,
    known: new Map(),
  }

  /** The editions that the statements of the answers cite; they are few, and kept until a newer revision is read. */
  async citedEditionsOf(
    read: ReadDatabase,
    answers: readonly AnswerTo<QueryKind>[],
    revision: number,
  ): Promise<CitedEdition[]> {
    const cited = new Set<string>()
    for (const { edition } of statementsIn(answers)) cited.add(edition)
    if (cited.size === 0) return []
    if (this.#citedEditions.revision !== revision) this.#citedEditions = { revision, known: new Map() }
    const { known } = this.#citedEditions
    const unknown = [...cited].filter(id => !known.has(id))
    if (unknown.length > 0) {
      const rows = await read<{ edition: string; source: string }>(cypher.citedEditions, {
        ids: stored(unknown),
        revision,
      })
      for (const id of unknown) known.set(id, undefined)
      for (const row of rows) {
        const edition = JSON.parse(row.edition) as Edition
        known.set(edition.id, { edition, source: JSON.parse(row.source) as Source })
      }
    }
    return [...cited].flatMap(id => known.get(id) ?? [])
  }

  /** The last published revision up to `pin`. */
  async published(read: ReadDatabase, pin: number | undefined): Promise<Revision> {
    const isKnown = pin !== undefined && pin <= (this.#revisions.at(-1)?.number ?? -1)
    if (isKnown) return this.#revisions.findLast(({ number }) => number <= pin) ?? nothing
    const [row] = await read<RevisionRow>(cypher.newestRevision, { pin: pin ?? Number.MAX_SAFE_INTEGER })
    return row ? decodeRevision(row) : nothing
  }

  /** Reads the revisions that were published since those that are known, up to `number`. */
  async learnRevisions(read: ReadDatabase, number: number): Promise<void> {
    const last = this.#revisions.at(-1)?.number ?? 0
    if (number <= last) return
    const rows = await read<RevisionRow>(cypher.revisionsAfter, { last, number })
    const newer = rows.map(decodeRevision)
    this.#revisions = [
      ...this.#revisions.filter(known => !newer.some(revision => revision.number === known.number)),
      ...newer,
    ].sort((a, b) => a.number - b.number)
  }

  /** The instants of the revisions that the rows name; '' of one that is not published. */
  async instants(
    read: ReadDatabase,
    rows: readonly Pick<StatementRecord, 'since' | 'retracted'>[],
  ): Promise<(revision: number) => string> {
    let highest = 0
    for (const { since, retracted } of rows) highest = Math.max(highest, since, retracted ?? 0)
    await this.learnRevisions(read, highest)
    return this.instantOf()
  }

  instantOf(): (revision: number) => string {
    const at = new Map(this.#revisions.map(revision => [revision.number, revision.at]))
    return revision => at.get(revision) ?? ''
  }

  /** The number that an ask reads as of. A staged revision has no instant yet, so `knownAt` means a published one. */
  revisionOf(asOf: AsOf, published: Revision, knownAt: string | undefined): number {
    if (knownAt === undefined) return 'staged' in asOf ? asOf.staged : published.number
    const until = new Date(instant(knownAt)).toISOString()
    return this.#revisions.findLast(({ number, at }) => number <= published.number && at <= until)?.number ?? 0
  }
}
