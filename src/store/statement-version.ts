import type { Rank } from '../model/rank.js'
import { type CurrentAttestation, decodeAttestations, encodeAttestations } from './statement-record.js'
import type { Batch } from './store.js'
import { toStored } from './stored-text.js'

/** A version of a statement as an engine stores it: the attestations of the statement from one change of them to the next. */
export interface VersionRow {
  readonly recorded: number
  readonly retracted: number | null
  /** The revision in which this life began: rows that follow each other without a gap share it. */
  readonly since: number
  readonly vouches: string
}

/** The current version of a statement in the published revision, and in the staged revision if the two differ. */
export interface Standings {
  base?: VersionRow
  staged?: VersionRow
}

/** Sorts a statement's rows that matter to a staged revision: those that are open, end in it, or begin in it. */
export function toVersions(rows: readonly VersionRow[], revision: number): Standings {
  const standings: Standings = {}
  for (const row of rows) {
    if (row.recorded === revision) standings.staged = row
    else standings.base = row
  }
  return standings
}

/** Whose word the staged revision has for the statement so far. */
export function currentAttestations({ base, staged }: Standings, revision: number): Map<string, CurrentAttestation> {
  const row = staged ?? (base?.retracted === revision ? undefined : base)
  return new Map(row ? decodeAttestations(row.vouches).map(vouch => [vouch.dataset, vouch]) : [])
}

/** What an engine must do so that the staged revision has what was given. */
export interface VersionChange {
  /** The row of the staged revision: to be as this, or not to be there. */
  readonly staged:
    | {
        readonly since: number
        readonly rank: Rank
        readonly confidence: number
        readonly vouches: string
        readonly datasets: readonly string[]
      }
    | undefined
  /** Whether there is a staged row now. */
  readonly hasStaged: boolean
  /** The published row: `ends` says whether it is to end in the staged revision; absent where it is so already. */
  readonly base: { readonly recorded: number; readonly ends: boolean } | undefined
  /** The statement was never published and no dataset attests it, so the engine removes it. */
  readonly isUnsaid: boolean
}

/** An attestation that is withdrawn and given again is no change: only how the staged revision differs from the published one is kept. */
export function changeVersion(
  { base, staged }: Standings,
  given: ReadonlyMap<string, CurrentAttestation>,
  revision: number,
): VersionChange {
  const published = new Map(base ? decodeAttestations(base.vouches).map(vouch => [vouch.dataset, vouch]) : [])
  const vouches = [...given.values()]
    .map(vouch => sameWord(published.get(vouch.dataset), vouch) ?? vouch)
    .sort((a, b) => (a.dataset < b.dataset ? -1 : 1))
  const encoded = encodeAttestations(vouches)
  const isAsPublished = base !== undefined && encoded === base.vouches
  const weight = lastWord(vouches)
  const isEnding = base?.retracted === revision
  return {
    staged:
      weight === undefined || isAsPublished
        ? undefined
        : {
            since: base?.since ?? revision,
            rank: weight.rank,
            confidence: weight.confidence,
            vouches: encoded,
            datasets: vouches.map(vouch => vouch.dataset),
          },
    hasStaged: staged !== undefined,
    base: base && isEnding === isAsPublished ? { recorded: base.recorded, ends: !isAsPublished } : undefined,
    isUnsaid: weight === undefined && base === undefined,
  }
}

/**
 * How a batch changes statements. `standings` has an entry for each statement of the batch, also for new ones. A withdrawal
 * from a statement that is not in the store changes nothing.
 */
export function changeVersions(
  { vouches = [], withdrawals = [] }: Pick<Batch, 'vouches' | 'withdrawals'>,
  standings: ReadonlyMap<string, Standings>,
  revision: number,
): readonly ({ readonly id: string } & VersionChange)[] {
  const given = new Map<string, Map<string, CurrentAttestation>>()
  const givenOf = (id: string, its: Standings) => {
    const begun = given.get(id) ?? currentAttestations(its, revision)
    given.set(id, begun)
    return begun
  }
  for (const { statement, dataset, rank, confidence } of vouches) {
    const its = standings.get(statement)
    if (!its) throw new Error(`A vouch for ${statement}, which is neither in the store nor in its batch.`)
    givenOf(statement, its).set(dataset, { dataset, rank, confidence, recorded: revision })
  }
  for (const { statement, dataset } of withdrawals) {
    const its = standings.get(statement)
    if (its) givenOf(statement, its).delete(dataset)
  }
  return [...given].map(([id, its]) => ({ id, ...changeVersion(standings.get(id) ?? {}, its, revision) }))
}

/** The subjects that each dataset attests something of, as stored. */
export function subjectsByDataset(vouches: NonNullable<Batch['vouches']>): ReadonlyMap<string, readonly string[]> {
  const subjects = new Map<string, Set<string>>()
  for (const { dataset, subject } of vouches)
    subjects.set(dataset, (subjects.get(dataset) ?? new Set()).add(toStored(subject)))
  return new Map([...subjects].map(([dataset, its]) => [dataset, [...its]]))
}

/** The attestation that gives rank and confidence: the last one; within one revision, that of the dataset that sorts last. `vouches` are sorted by dataset. */
export function lastWord(vouches: readonly CurrentAttestation[]): CurrentAttestation | undefined {
  return vouches.reduce<CurrentAttestation | undefined>(
    (last, vouch) => (last && last.recorded > vouch.recorded ? last : vouch),
    undefined,
  )
}

/** The word that was given before, where it is still the same one. */
function sameWord(before: CurrentAttestation | undefined, now: CurrentAttestation): CurrentAttestation | undefined {
  return before && before.rank === now.rank && before.confidence === now.confidence ? before : undefined
}

/** For JSON.stringify: members in the order of their names, so that equal records have equal texts. */
export function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
