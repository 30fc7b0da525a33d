import { type Change, type ChangeKind, type ChangePlace, changeKinds } from '../../model/change.js'
import type { ConflictContent } from '../../model/conflict.js'
import type { Deed } from '../../model/deed.js'
import { changeOfDeed } from '../deed-change.js'
import { fromStored, toStored } from '../stored-text.js'
import type { ReadDatabase } from './neo4j-reader.js'

/** What is asked of the change feed: up to which revision, and how instants are known. */
export interface FeedRange {
  readonly after: ChangePlace | undefined
  readonly madeAfter: number | undefined
  readonly limit: number
  readonly until: number
  readonly instantOf: (revision: number) => string
}

/**
 * Changes are derived from the revisions that nodes and relationships carry, a stretch of revisions at a time. A page
 * sorts the stretch that it lies in, which costs as much as the largest revision of that changed.
 */
export async function readChanges(
  read: ReadDatabase,
  { after, madeAfter = -1, limit, until, instantOf }: FeedRange,
): Promise<Change[] | undefined> {
  const start = after && { madeIn: after.madeIn, kind: changeKinds.indexOf(after.kind), id: toStored(after.id) }
  if (start && (start.madeIn > until || !(await isThere(read, start)))) return undefined
  const changes: Change[] = []
  let behind = start ?? { madeIn: madeAfter + 1, kind: -1, id: '' }
  for (let stretch = shortest; changes.length < limit && behind.madeIn <= until; stretch *= 2) {
    const last = Math.min(until, behind.madeIn + stretch)
    const places = await read<PlaceRow>(pageOfFeed, {
      ...behind,
      until: last,
      limit: limit - changes.length,
      deedKinds,
    })
    const entities = await entitiesOf(read, places)
    for (const { madeIn, kind, id } of places)
      changes.push({
        madeIn,
        at: instantOf(madeIn),
        kind: changeKinds[kind] as Change['kind'],
        id: fromStored(id),
        entities: entities({ madeIn, kind, id }),
      })
    behind = { madeIn: last + 1, kind: -1, id: '' }
  }
  return changes
}

export async function countChanges(read: ReadDatabase, until: number): Promise<number> {
  const [row] = await read<{ count: number }>(countOfFeed, { madeIn: 0, until, deedKinds })
  return row?.count ?? 0
}

interface PlaceRow {
  readonly madeIn: number
  /** The place of the kind among all. */
  readonly kind: number
  readonly id: string
}

async function isThere(read: ReadDatabase, { madeIn, kind, id }: PlaceRow): Promise<boolean> {
  const rows = await read<PlaceRow>(placeInFeed, { madeIn, until: madeIn, kind, id, deedKinds })
  return rows.length > 0
}

/** Looks up which entities the changes concern. */
async function entitiesOf(
  read: ReadDatabase,
  places: readonly PlaceRow[],
): Promise<(place: PlaceRow) => readonly string[]> {
  const isDeed = ({ kind }: PlaceRow) => deedChanges.includes(changeKinds[kind] as ChangeKind)
  const idsOf = (prefix: string) => [
    ...new Set(places.filter(({ kind }) => changeKinds[kind]?.startsWith(prefix)).map(({ id }) => id)),
  ]
  const [statements, conflicts] = [idsOf('STATEMENT'), idsOf('CONFLICT')]
  const revisions = [...new Set(places.filter(isDeed).map(({ madeIn }) => madeIn))]
  const [ends, contents, deeds] = await Promise.all([
    statements.length === 0
      ? []
      : read<{ id: string; subject: string; target: string | null }>(endsOfStatements, { ids: statements }),
    conflicts.length === 0 ? [] : read<{ id: string; content: string }>(contentOfConflicts, { ids: conflicts }),
    revisions.length === 0 ? [] : read<{ revision: number; content: string }>(contentOfDeeds, { revisions }),
  ])
  const known = new Map<string, readonly string[]>()
  for (const { id, subject, target } of ends)
    known.set(id, [...new Set([subject, target ?? subject].map(fromStored))].sort())
  for (const { id, content } of contents) known.set(id, (JSON.parse(content) as ConflictContent).subjects)
  const byRevision = new Map(deeds.map(({ revision, content }) => [revision, JSON.parse(content) as Deed]))
  return place => {
    const { madeIn, kind, id } = place
    const deed = isDeed(place) ? byRevision.get(madeIn) : undefined
    if (deed) return changeOfDeed(deed)?.entities ?? []
    if (changeKinds[kind] === 'ENTITY_ADDED') return [fromStored(id)]
    return known.get(id) ?? []
  }
}

/** The kinds that a deed is told as, by name with their places among all. */
const deedChanges: readonly ChangeKind[] = ['MERGED', 'SPLIT', 'CONFLICT_DECIDED']
const deedKinds = Object.fromEntries(deedChanges.map(kind => [kind, changeKinds.indexOf(kind)]))

/** In revisions: how far a page looks at first. Most pages are behind few changes, and most stores have few revisions. */
const shortest = 100

const endsOfStatements = `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})
  OPTIONAL MATCH (s)-[:VALUE]->(o)
  RETURN s.id AS id, s.subject AS subject, o.id AS target`

const contentOfConflicts = `
  UNWIND $ids AS id
  MATCH (c:Conflict {id: id})
  RETURN c.id AS id, c.content AS content`

const contentOfDeeds = `
  UNWIND $revisions AS revision
  MATCH (d:Deed {revision: revision})
  RETURN d.revision AS revision, d.content AS content`

/** Every change of the revisions from $madeIn to $until: its kind as the place among all kinds. */
const feed = `
    MATCH (e:Entity)
    WHERE e.recorded >= $madeIn AND e.recorded <= $until
    RETURN e.recorded AS madeIn, ${changeKinds.indexOf('ENTITY_ADDED')} AS kind, e.id AS id
  UNION ALL
    MATCH (s:Statement)-[t:ABOUT]->()
    WHERE t.retracted >= $madeIn AND t.retracted <= $until
      AND NOT EXISTS { MATCH (s)-[n:ABOUT]->() WHERE n.recorded = t.retracted AND n.since = t.since }
    RETURN t.retracted AS madeIn, ${changeKinds.indexOf('STATEMENT_RETRACTED')} AS kind, s.id AS id
  UNION ALL
    MATCH (s:Statement)-[t:ABOUT]->()
    WHERE t.recorded >= $madeIn AND t.recorded <= $until
    RETURN t.recorded AS madeIn,
      CASE WHEN t.since = t.recorded THEN ${changeKinds.indexOf('STATEMENT_ADDED')} ELSE ${changeKinds.indexOf('STATEMENT_REWEIGHTED')} END AS kind,
      s.id AS id
  UNION ALL
    MATCH (c:Conflict)
    WHERE c.touched >= $madeIn
    UNWIND c.closed AS madeIn
    WITH c, madeIn WHERE madeIn >= $madeIn AND madeIn <= $until
    RETURN madeIn, ${changeKinds.indexOf('CONFLICT_CLOSED')} AS kind, c.id AS id
  UNION ALL
    MATCH (c:Conflict)
    WHERE c.touched >= $madeIn
    UNWIND c.opened AS madeIn
    WITH c, madeIn WHERE madeIn >= $madeIn AND madeIn <= $until
    RETURN madeIn, ${changeKinds.indexOf('CONFLICT_OPENED')} AS kind, c.id AS id
  UNION ALL
    MATCH (d:Deed)
    WHERE d.revision >= $madeIn AND d.revision <= $until AND d.kind IS NOT NULL
    RETURN d.revision AS madeIn, $deedKinds[d.kind] AS kind, d.id AS id
  UNION ALL
    CALL () {
      MATCH (r:Source)
      WHERE r.recorded >= $madeIn AND r.recorded <= $until
      RETURN r.recorded AS madeIn, r.id AS id
      UNION
      MATCH (r:Edition)
      WHERE r.recorded >= $madeIn AND r.recorded <= $until
      RETURN r.recorded AS madeIn, r.source AS id
    }
    RETURN madeIn, ${changeKinds.indexOf('SOURCE_CHANGED')} AS kind, id`

const pageOfFeed = `
  CALL () {${feed}
  }
  WITH madeIn, kind, id
  WHERE madeIn > $madeIn OR kind > $kind OR (kind = $kind AND id > $id)
  RETURN madeIn, kind, id
  ORDER BY madeIn, kind, id
  LIMIT toInteger($limit)`

const placeInFeed = `
  CALL () {${feed}
  }
  WITH madeIn, kind, id
  WHERE kind = $kind AND id = $id
  RETURN madeIn, kind, id
  LIMIT 1`

const countOfFeed = `
  CALL () {${feed}
  }
  RETURN count(*) AS count`
