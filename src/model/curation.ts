import type { Conflict } from './conflict.js'
import type { CurationAction, RecordedAction } from './curation-action.js'
import type { EntityRecord } from './entity.js'
import type { SuanliError } from './error.js'
import { MergedIds } from './merged-ids.js'
import type { StatementContent } from './statement.js'

/** What all curation actions up to some revision come to. */
export interface Curation {
  /** The entity that an id is of: the id itself, unless it was merged into another one, over any number of merges. */
  canonical(id: string): string
  /** Every id that the entity answers to, its own first, the others sorted. */
  idsOf(canonical: string): readonly string[]
  /** Ids that were merged into others, sorted. */
  readonly formerIds: readonly string[]
  /** Into which id a former one was merged. */
  keptOf(former: string): string | undefined
  /** Of a conflict that was ever decided: what stands of that. */
  decisionOn(conflict: string): Pick<Conflict, 'status' | 'decision'> | undefined
  readonly decidedConflicts: readonly string[]
  /** Statements that a curator withdrew: no dataset brings them back. */
  readonly withdrawn: ReadonlySet<string>
  /** Why a merge or a split cannot follow on all that; undefined if it can. */
  refusalOf(deed: CurationAction): SuanliError | undefined
}

/** From curation actions in the order in which they were done. */
export function curationOf(deeds: readonly RecordedAction[]): Curation {
  const merged = new MergedIds()
  const decisions = new Map<string, Pick<Conflict, 'status' | 'decision'>>()
  const withdrawn = new Set<string>()
  const canonical = (id: string) => merged.canonical(id)
  for (const deed of deeds) {
    merged.add(deed)
    if (deed.kind === 'RETRACTION') withdrawn.add(deed.statement)
    if (deed.kind === 'RESTORATION') withdrawn.delete(deed.statement)
    if (deed.kind === 'DECISION') {
      const { conflict, status, chosen, reason, by, at } = deed
      const decision = { ...(chosen !== undefined && { chosen }), reason, by, at }
      decisions.set(conflict, status === 'OPEN' ? { status } : { status, decision })
    }
  }
  const { formerIds } = merged
  const formerIdsOf = new Map<string, string[]>()
  for (const former of formerIds) {
    const its = formerIdsOf.get(canonical(former))
    if (its) its.push(former)
    else formerIdsOf.set(canonical(former), [former])
  }
  return {
    canonical,
    idsOf: entity => [entity, ...(formerIdsOf.get(entity) ?? [])],
    formerIds,
    keptOf: former => merged.keptOf(former),
    decisionOn: conflict => decisions.get(conflict),
    decidedConflicts: [...decisions].filter(([, { status }]) => status !== 'OPEN').map(([id]) => id),
    withdrawn,
    refusalOf: deed => merged.refusalOf(deed),
  }
}

/** Of curation actions in the order in which they were done, those that make the graph what it is: of what was taken back, or done again, none but the last. */
export function activeActions(deeds: readonly RecordedAction[]): readonly RecordedAction[] {
  const { keptOf, decisionOn, withdrawn } = curationOf(deeds)
  const last = new Map<string, RecordedAction>()
  for (const deed of deeds) {
    if (deed.kind === 'MERGE' && keptOf(deed.former) === deed.kept) last.set(`MERGE ${deed.former}`, deed)
    if (deed.kind === 'DECISION' && decisionOn(deed.conflict)?.decision !== undefined)
      last.set(`DECISION ${deed.conflict}`, deed)
    if (deed.kind === 'RETRACTION' && withdrawn.has(deed.statement)) last.set(`RETRACTION ${deed.statement}`, deed)
  }
  return [...last.values()].sort((a, b) => a.madeIn - b.madeIn)
}

/** A statement as it reads once ids that were merged are of one entity: what it is about, and what a link points to. */
export function mergeIds<Said extends StatementContent>(statement: Said, canonical: (id: string) => string): Said {
  const { subject, value } = statement
  const about = canonical(subject)
  const target = value.kind === 'entity' ? canonical(value.entity) : undefined
  const isSame = about === subject && (value.kind !== 'entity' || target === value.entity)
  if (isSame) return statement
  return {
    ...statement,
    subject: about,
    ...(value.kind === 'entity' && target !== undefined && { value: { ...value, entity: target } }),
  }
}

/** What is said under each of an entity’s ids, put together; undefined where nothing is. `ids`: its own first. */
export function mergeRecords(
  [id = '', ...formerIds]: readonly string[],
  records: readonly (EntityRecord | undefined)[],
  curation: Curation,
): EntityRecord | undefined {
  const there = records.filter(record => record !== undefined)
  const [first] = there
  if (!first) return undefined
  // Where nothing was ever merged, as is usual, only what was decided is still to be said.
  if (curation.formerIds.length === 0)
    return { ...first, conflicts: first.conflicts.map(conflict => curateConflict(conflict, curation)) }
  const conflicts = new Map(there.flatMap(record => record.conflicts).map(conflict => [conflict.id, conflict]))
  return {
    id,
    type: first.type,
    formerIds,
    statements: there
      .flatMap(record => record.statements)
      .map(statement => mergeIds(statement, curation.canonical))
      .sort(byId),
    conflicts: [...conflicts.values()].map(conflict => curateConflict(conflict, curation)).sort(byId),
  }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** A conflict as it reads then, with what a curator decided of it. */
export function curateConflict<Found extends Conflict>(conflict: Found, curation: Curation): Found {
  const decided = curation.decisionOn(conflict.id)
  const subjects = [...new Set(conflict.subjects.map(curation.canonical))].sort()
  return { ...conflict, subjects, ...decided }
}
