import type { Conflict } from './conflict.js'
import type { CurationAction, RecordedAction } from './curation-action.js'
import type { EntityRecord } from './entity.js'
import type { SuanliError } from './error.js'
import { MergedIds } from './merged-ids.js'
import type { StatementContent } from './statement.js'

/** The effect of all curation actions up to a revision. */
export interface Curation {
  /** The present id of an entity: the id itself, or the last id that it was merged into. */
  canonical(id: string): string
  /** Every id of the entity: the present id first, then the former ids, sorted. */
  idsOf(canonical: string): readonly string[]
  /** Ids that were merged into others, sorted. */
  readonly formerIds: readonly string[]
  /** The id that a former id was merged into. */
  keptOf(former: string): string | undefined
  /** The last decision on a conflict that was ever decided. */
  decisionOn(conflict: string): Pick<Conflict, 'status' | 'decision'> | undefined
  readonly decidedConflicts: readonly string[]
  /** Statements that a curator retracted: no import brings them back. */
  readonly withdrawn: ReadonlySet<string>
  /** The reason for which a merge or a split is impossible now; undefined if it is possible. */
  refusalOf(deed: CurationAction): SuanliError | undefined
}

/** `actions` are in the order in which curators did them. */
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

/** The curation actions that are in force: of actions that were taken back or repeated, only the last. `actions` are in the order of time. */
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

/** The statement with present ids in place of former ids, in its subject and in the target of a link. */
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

/** Joins the statements under each id of an entity; undefined if there are none. `ids` begins with the present id. */
export function mergeRecords(
  [id = '', ...formerIds]: readonly string[],
  records: readonly (EntityRecord | undefined)[],
  curation: Curation,
): EntityRecord | undefined {
  const there = records.filter(record => record !== undefined)
  const [first] = there
  if (!first) return undefined
  // Without merges, the usual case, only decisions are added.
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

/** The conflict with present ids and with its decision. */
export function curateConflict<Found extends Conflict>(conflict: Found, curation: Curation): Found {
  const decided = curation.decisionOn(conflict.id)
  const subjects = [...new Set(conflict.subjects.map(curation.canonical))].sort()
  return { ...conflict, subjects, ...decided }
}
