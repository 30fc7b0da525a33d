import { processOf } from '../model/import-owner.js'
import type { Rank } from '../model/rank.js'
import { type CurrentAttestation, decodeAttestations, encodeAttestations } from './statement-record.js'

/** On whose word a statement stands, from one change of that to the next, as an engine holds it. */
export interface VersionRow {
  readonly recorded: number
  readonly retracted: number | null
  /** The revision in which this life began: rows that follow each other without a gap share it. */
  readonly since: number
  readonly vouches: string
}

/** What stands of a statement: in the published revision, and in the staged one where that differs. */
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
  /** Never published, and attested by nobody: as if it had not been said. */
  readonly isUnsaid: boolean
}

/** A attestation that is withdrawn and given again is no change: only how the staged revision differs from the published one is kept. */
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

/** The word that counts: the one given last; of one revision, that of the dataset that sorts last. `vouches` are sorted by dataset. */
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

/** Who has the staging place. */
export interface Place {
  readonly revision: number
  /** Sorted, each once. */
  readonly datasets: readonly string[]
  readonly holder: string
  /** Another one from each time that the place changes hands. */
  readonly turn: number
}

/** The fields of IMPORT_RUNNING and IMPORT_UNFINISHED. */
export function imported(place: Place | undefined): { datasets: string; holder: string } {
  return { datasets: place?.datasets.join(', ') ?? '', holder: processOf(place?.holder ?? '') }
}

/** For JSON.stringify: members in the order of their names, so that equal records have equal texts. */
export function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
