import type { CheckedStatement } from '../datasets/check/check-statement.js'
import type { EntityRecord } from '../model/entity.js'
import type { StatementToCompare } from '../resolution/contradiction.js'
import type { Attestation, NewStatement } from '../store/store.js'

/** A statement of a dataset of the run. */
export interface Wanted extends CheckedStatement {
  readonly dataset: string
}

/** The changes of an import to the statements of one entity. */
export interface SubjectChange {
  readonly subject: string
  readonly record: EntityRecord | undefined
  readonly isNew: boolean
  readonly added: readonly NewStatement[]
  /** Statements that no dataset attests any more. */
  readonly retracted: readonly StatementToCompare[]
  /** Number of the dataset's statements that the graph has already. */
  readonly unchanged: number
  /** Number of these that get another rank, confidence or attesting dataset. */
  readonly reweighted: number
  readonly vouches: readonly Attestation[]
  readonly withdrawals: readonly { readonly statement: string; readonly dataset: string }[]
  /** The entity after the import. */
  readonly after: readonly StatementToCompare[]
}

/** Compares the datasets of a run with the graph for one entity. `vouched`: the attestations by these datasets. */
export function planSubject(
  subject: string,
  record: EntityRecord | undefined,
  wanted: readonly Wanted[],
  vouched: readonly Attestation[],
): SubjectChange {
  if (!record && vouched.length === 0) return addSubject(subject, wanted)
  const standing = new Map((record?.statements ?? []).map(statement => [statement.id, statement]))
  const attestedBefore = new Map(vouched.map(vouch => [keyOf(vouch.statement, vouch.dataset), vouch]))
  const wantedById = new Map(wanted.map(one => [one.statement.id, one.statement]))
  const wantedKeys = new Set(wanted.map(({ statement, dataset }) => keyOf(statement.id, dataset)))

  const withdrawals = vouched
    .filter(({ statement, dataset }) => !wantedKeys.has(keyOf(statement, dataset)))
    .map(({ statement, dataset }) => ({ statement, dataset }))
  const vouches = wanted
    .filter(({ statement, dataset, rank, confidence }) => {
      const before = attestedBefore.get(keyOf(statement.id, dataset))
      return before?.rank !== rank || before.confidence !== confidence
    })
    .map(toAttestation)

  const given = new Set(vouches.map(({ statement }) => statement))
  const gone = new Set(withdrawals.map(({ statement, dataset }) => keyOf(statement, dataset)))
  const retracted = [...new Set(withdrawals.map(({ statement }) => statement))].flatMap(id => {
    const statement = standing.get(id)
    const isAttested = wantedById.has(id) || statement?.datasets.some(dataset => !gone.has(keyOf(id, dataset)))
    return statement && !isAttested ? [statement] : []
  })
  const retractedIds = new Set(retracted.map(({ id }) => id))
  const added = [...wantedById.values()].filter(({ id }) => !standing.has(id))
  const replaced = findReplaced(added, retracted, wanted, withdrawals)
  const ranks = new Map(vouches.map(({ statement, rank }) => [statement, rank]))
  return {
    subject,
    record,
    isNew: record === undefined && added.length > 0,
    added: added.map(statement => {
      const supersedes = replaced.get(statement.id)
      return supersedes === undefined ? statement : { ...statement, supersedes }
    }),
    retracted,
    unchanged: wantedById.size - added.length,
    reweighted: [...given].filter(id => standing.has(id)).length,
    vouches,
    withdrawals,
    after: [
      ...[...standing.values()]
        .filter(({ id }) => !retractedIds.has(id))
        .map(statement => ({ ...statement, rank: ranks.get(statement.id) ?? statement.rank })),
      ...added.map(statement => ({ ...statement, rank: ranks.get(statement.id) ?? ('NORMAL' as const) })),
    ],
  }
}

/** The same for an entity that the graph lacks, the usual case in a first import. */
function addSubject(subject: string, wanted: readonly Wanted[]): SubjectChange {
  const byId = new Map(wanted.map(one => [one.statement.id, one]))
  const last = [...byId.values()]
  return {
    subject,
    record: undefined,
    isNew: wanted.length > 0,
    added: last.map(({ statement }) => statement),
    retracted: [],
    unchanged: 0,
    reweighted: 0,
    vouches: wanted.map(toAttestation),
    withdrawals: [],
    after: last.map(({ statement, rank }) => ({ ...statement, rank })),
  }
}

function toAttestation({ statement: { id, subject }, dataset, rank, confidence }: Wanted): Attestation {
  return { statement: id, subject, dataset, rank, confidence }
}

/**
 * The statement that each added statement replaces. An added statement replaces a retracted one of the same dataset,
 * property, edition and language if there is only one such pair.
 */
function findReplaced(
  added: readonly NewStatement[],
  retracted: readonly StatementToCompare[],
  wanted: readonly Wanted[],
  withdrawals: SubjectChange['withdrawals'],
): ReadonlyMap<string, string> {
  if (added.length === 0 || retracted.length === 0) return new Map()
  const groups = new Map<string, { readonly givenUp: string[]; readonly saidAnew: string[] }>()
  const groupOf = (dataset: string, { property, edition, language }: StatementToCompare) => {
    const key = JSON.stringify([dataset, property, edition, language])
    const group = groups.get(key) ?? { givenUp: [], saidAnew: [] }
    groups.set(key, group)
    return group
  }
  const [isAdded, isRetracted] = [new Set(added.map(({ id }) => id)), new Map(retracted.map(gone => [gone.id, gone]))]
  for (const { statement, dataset } of withdrawals) {
    const gone = isRetracted.get(statement)
    if (gone) groupOf(dataset, gone).givenUp.push(statement)
  }
  for (const { statement, dataset } of wanted)
    if (isAdded.has(statement.id)) groupOf(dataset, statement).saidAnew.push(statement.id)
  const pairs = [...groups.values()].flatMap(({ givenUp: [gone, ...others], saidAnew: [added, ...more] }) =>
    gone !== undefined && added !== undefined && others.length + more.length === 0 ? [[added, gone] as const] : [],
  )
  return new Map(pairs)
}

function keyOf(statement: string, dataset: string): string {
  return `${dataset} ${statement}`
}
