import { type ChangeKind, changeKinds } from '../../model/change.js'
import type { ConflictContent } from '../../model/conflict.js'
import type { CurationAction } from '../../model/curation-action.js'
import { changeOfAction } from '../action-change.js'
import { limitOf } from '../group-queries.js'
import type { ChangeRow } from '../read-engine.js'
import type { QueryOf } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import type { ReadDatabase } from './neo4j-session.js'

/**
 * Changes are derived from the revisions that nodes and relationships carry, some revisions at a time: as many as can
 * be sorted for a page at little cost. A revision that changed more than that is read kind by kind in the order of the
 * ids, so that a page of it costs no more than any. Undefined if the store has no change at `after` up to revision `until`.
 */
export async function readChanges(
  read: ReadDatabase,
  { after, madeAfter = -1, limit: asked }: QueryOf<'changes'>,
  until: number,
): Promise<ChangeRow[] | undefined> {
  const limit = limitOf(asked)
  const start = after && { madeIn: after.madeIn, kind: changeKinds.indexOf(after.kind), id: toStored(after.id) }
  if (start && (start.madeIn > until || !(await isThere(read, start)))) return undefined
  const changes: ChangeRow[] = []
  let behind: PlaceRow = start ?? { madeIn: madeAfter + 1, kind: 0, id: '' }
  while (changes.length < limit && behind.madeIn <= until) {
    const { first, last, isLarge } = await nextStretch(read, behind.madeIn, until)
    if (first > behind.madeIn) behind = { madeIn: first, kind: 0, id: '' }
    const left = limit - changes.length
    const places = isLarge
      ? await readLarge(read, behind, left)
      : await read<PlaceRow>(pageOfFeed, { ...behind, until: last, limit: left, actionKinds })
    const entities = await entitiesOf(read, places)
    for (const { madeIn, kind, id } of places)
      changes.push({
        madeIn,
        kind: changeKinds[kind] as ChangeKind,
        id: fromStored(id),
        entities: entities({ madeIn, kind, id }),
      })
    behind = { madeIn: last + 1, kind: 0, id: '' }
  }
  return changes
}

interface Stretch {
  readonly first: number
  readonly last: number
  /** It is one revision, which changed more than can be sorted at little cost. */
  readonly isLarge: boolean
}

/** The revisions from one on that are read at once. The one that is being staged has no node yet, and comes last. */
async function nextStretch(read: ReadDatabase, from: number, until: number): Promise<Stretch> {
  const known = await read<{ revision: number }>(nextRevisions, { from, until, limit: revisionsAtOnce })
  const revisions = known.map(({ revision }) => revision)
  if (revisions.length < revisionsAtOnce && revisions.at(-1) !== until) revisions.push(until)
  const sizes = await read<{ revision: number; size: number }>(sizesOfRevisions, { revisions, most: many + 1 })
  const [first = { revision: until, size: 0 }] = sizes
  if (first.size > many) return { first: first.revision, last: first.revision, isLarge: true }
  let [sum, last] = [0, first.revision]
  for (const { revision, size } of sizes) {
    sum += size
    if (sum > many) break
    last = revision
  }
  return { first: first.revision, last, isLarge: false }
}

async function readLarge(read: ReadDatabase, behind: PlaceRow, limit: number): Promise<readonly PlaceRow[]> {
  const places: PlaceRow[] = []
  for (let { kind, id } = behind; kind < changeKinds.length && places.length < limit; kind++, id = '') {
    const { madeIn } = behind
    const text = pagesOfKinds[kind] ?? ''
    places.push(
      ...(await read<PlaceRow>(text, { madeIn, until: madeIn, kind, id, limit: limit - places.length, actionKinds })),
    )
  }
  return places
}

export async function countChanges(read: ReadDatabase, until: number): Promise<number> {
  const [row] = await read<{ count: number }>(countOfFeed, { madeIn: 0, until, actionKinds })
  return row?.count ?? 0
}

interface PlaceRow {
  readonly madeIn: number
  /** The place of the kind among all. */
  readonly kind: number
  readonly id: string
}

async function isThere(read: ReadDatabase, { madeIn, kind, id }: PlaceRow): Promise<boolean> {
  const rows = await read<PlaceRow>(placesOfKinds[kind] ?? '', { madeIn, until: madeIn, kind, id, actionKinds })
  return rows.length > 0
}

/** Looks up which entities the changes concern. */
async function entitiesOf(
  read: ReadDatabase,
  places: readonly PlaceRow[],
): Promise<(place: PlaceRow) => readonly string[]> {
  const isCurationAction = ({ kind }: PlaceRow) => actionChanges.includes(changeKinds[kind] as ChangeKind)
  const idsOf = (prefix: string) => [
    ...new Set(places.filter(({ kind }) => changeKinds[kind]?.startsWith(prefix)).map(({ id }) => id)),
  ]
  const [statements, conflicts] = [idsOf('STATEMENT'), idsOf('CONFLICT')]
  const revisions = [...new Set(places.filter(isCurationAction).map(({ madeIn }) => madeIn))]
  const [ends, contents, deeds] = await Promise.all([
    statements.length === 0
      ? []
      : read<{ id: string; subject: string; target: string | null }>(endsOfStatements, { ids: statements }),
    conflicts.length === 0 ? [] : read<{ id: string; content: string }>(contentOfConflicts, { ids: conflicts }),
    revisions.length === 0 ? [] : read<{ revision: number; content: string }>(contentOfActions, { revisions }),
  ])
  const known = new Map<string, readonly string[]>()
  for (const { id, subject, target } of ends)
    known.set(id, [...new Set([subject, target ?? subject].map(fromStored))].sort())
  for (const { id, content } of contents) known.set(id, (JSON.parse(content) as ConflictContent).subjects)
  const byRevision = new Map(deeds.map(({ revision, content }) => [revision, JSON.parse(content) as CurationAction]))
  return place => {
    const { madeIn, kind, id } = place
    const deed = isCurationAction(place) ? byRevision.get(madeIn) : undefined
    if (deed) return changeOfAction(deed)?.entities ?? []
    if (changeKinds[kind] === 'ENTITY_ADDED') return [fromStored(id)]
    return known.get(id) ?? []
  }
}

/** The kinds of change that curation actions make, by name, with their index among all kinds. */
const actionChanges: readonly ChangeKind[] = ['MERGED', 'SPLIT', 'CONFLICT_DECIDED']
const actionKinds = Object.fromEntries(actionChanges.map(kind => [kind, changeKinds.indexOf(kind)]))

/** Changes that are sorted for a page without much cost. */
const many = 5_000
const revisionsAtOnce = 200

const endsOfStatements = `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})
  OPTIONAL MATCH (s)-[:VALUE]->(o)
  RETURN s.id AS id, s.subject AS subject, o.id AS target`

const contentOfConflicts = `
  UNWIND $ids AS id
  MATCH (c:Conflict {id: id})
  RETURN c.id AS id, c.content AS content`

const contentOfActions = `
  UNWIND $revisions AS revision
  MATCH (d:Deed {revision: revision})
  RETURN d.revision AS revision, d.content AS content`

const nextRevisions = `
  MATCH (r:Revision)
  WHERE r.number >= $from AND r.number <= $until
  RETURN r.number AS revision
  ORDER BY revision
  LIMIT toInteger($limit)`

/** How much each revision changed; of one that changed more than $most, that it did. Conflicts are few beside the statements that are in them. */
const sizesOfRevisions = `
  UNWIND $revisions AS revision
  CALL (revision) {
    MATCH ()-[t:ABOUT]->()
    WHERE t.recorded = revision
    WITH t LIMIT toInteger($most)
    RETURN count(t) AS recorded
  }
  CALL (revision) {
    MATCH ()-[t:ABOUT]->()
    WHERE t.retracted = revision
    WITH t LIMIT toInteger($most)
    RETURN count(t) AS retracted
  }
  RETURN revision, recorded + retracted AS size
  ORDER BY revision`

/** How changes of one kind are found. */
interface Feed {
  /** A text that ends in conditions: those of the revisions from $madeIn to $until. */
  readonly matched: string
  readonly madeIn: string
  readonly id: string
  /** The same of the revision $madeIn alone, in the order of the ids. */
  readonly byId?: (condition: '> $id' | '= $id') => string
}

const statementFeed = (column: 'recorded' | 'retracted', condition: string): Feed => ({
  matched: `
    MATCH (s:Statement)-[t:ABOUT]->()
    WHERE t.${column} >= $madeIn AND t.${column} <= $until AND ${condition}`,
  madeIn: `t.${column}`,
  id: 's.id',
  byId: place => `
    MATCH (s:Statement)
    USING INDEX s:Statement(id)
    WHERE s.id ${place}
    MATCH (s)-[t:ABOUT]->()
    WHERE t.${column} = $madeIn AND ${condition}`,
})

/** A relationship that another one continues is no retraction: only the attestations of the statement changed. */
const isLast = 'NOT EXISTS { MATCH (s)-[n:ABOUT]->() WHERE n.recorded = t.retracted AND n.since = t.since }'

const conflictFeed = (column: 'opened' | 'closed'): Feed => ({
  matched: `
    MATCH (c:Conflict)
    WHERE c.touched >= $madeIn
    UNWIND c.${column} AS madeIn
    WITH c, madeIn WHERE madeIn >= $madeIn AND madeIn <= $until`,
  madeIn: 'madeIn',
  id: 'c.id',
})

const deedFeed = (kind: ChangeKind): Feed => ({
  matched: `
    MATCH (d:Deed)
    WHERE d.revision >= $madeIn AND d.revision <= $until AND $actionKinds[d.kind] = ${changeKinds.indexOf(kind)}`,
  madeIn: 'd.revision',
  id: 'd.id',
})

const feeds: Readonly<Record<ChangeKind, Feed>> = {
  ENTITY_ADDED: {
    matched: `
    MATCH (e:Subject)
    WHERE e.recorded >= $madeIn AND e.recorded <= $until`,
    madeIn: 'e.recorded',
    id: 'e.id',
    byId: place => `
    MATCH (e:Subject)
    USING INDEX e:Subject(id)
    WHERE e.id ${place} AND e.recorded = $madeIn`,
  },
  MERGED: deedFeed('MERGED'),
  SPLIT: deedFeed('SPLIT'),
  STATEMENT_RETRACTED: statementFeed('retracted', isLast),
  STATEMENT_ADDED: statementFeed('recorded', 't.since = t.recorded'),
  STATEMENT_REWEIGHTED: statementFeed('recorded', 't.since < t.recorded'),
  CONFLICT_CLOSED: conflictFeed('closed'),
  CONFLICT_OPENED: conflictFeed('opened'),
  CONFLICT_DECIDED: deedFeed('CONFLICT_DECIDED'),
  SOURCE_CHANGED: {
    matched: `
    CALL () {
      MATCH (r:Source)
      WHERE r.recorded >= $madeIn AND r.recorded <= $until
      RETURN r.recorded AS madeIn, r.id AS id
      UNION
      MATCH (r:Edition)
      WHERE r.recorded >= $madeIn AND r.recorded <= $until
      RETURN r.recorded AS madeIn, r.source AS id
    }
    WITH madeIn, id`,
    madeIn: 'madeIn',
    id: 'id',
  },
}

/** Every change of the revisions from $madeIn to $until: its kind as the place among all kinds. */
const feed = changeKinds
  .map((each, kind) => {
    const { matched, madeIn, id } = feeds[each]
    return `${matched}
    RETURN ${madeIn} AS madeIn, ${kind} AS kind, ${id} AS id`
  })
  .join('\n  UNION ALL')

const pageOfFeed = `
  CALL () {${feed}
  }
  WITH madeIn, kind, id
  WHERE madeIn > $madeIn OR kind > $kind OR (kind = $kind AND id > $id)
  RETURN madeIn, kind, id
  ORDER BY madeIn, kind, id
  LIMIT toInteger($limit)`

/** Of each kind, what the revision $madeIn changed behind $id. */
const pagesOfKinds = changeKinds.map(each => {
  const { matched, byId, id } = feeds[each]
  const found = byId ? byId('> $id') : `${matched}\n    WITH ${id} AS id WHERE id > $id`
  return `${found}
    RETURN $madeIn AS madeIn, $kind AS kind, ${byId ? id : 'id'} AS id
    ORDER BY id
    LIMIT toInteger($limit)`
})

/** Of each kind, whether the revision $madeIn changed $id. */
const placesOfKinds = changeKinds.map(each => {
  const { matched, byId, id } = feeds[each]
  const found = byId ? byId('= $id') : `${matched}\n    WITH ${id} AS id WHERE id = $id`
  return `${found}
    RETURN $madeIn AS madeIn, $kind AS kind, $id AS id
    LIMIT 1`
})

const countOfFeed = `
  CALL () {${feed}
  }
  RETURN count(*) AS count`
