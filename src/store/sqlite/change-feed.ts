import { type ChangeKind, type ChangePlace, changeKinds } from '../../model/change.js'
import type { ConflictContent } from '../../model/conflict.js'
import type { CurationAction } from '../../model/curation-action.js'
import { changeOfAction } from '../action-change.js'
import { limitOf } from '../group-queries.js'
import type { ChangeRow } from '../read-engine.js'
import type { QueryOf } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import { idOrder } from './id-order.js'
import type { SqliteConnection } from './sqlite-connection.js'

/** Changes are derived from the revisions of rows. Undefined if the store has no change at `after` up to revision `until`. */
export function readChanges(
  db: SqliteConnection,
  { after, madeAfter = -1, limit: asked }: QueryOf<'changes'>,
  until: number,
): ChangeRow[] | undefined {
  if (after && (after.madeIn > until || !isThere(db, after))) return undefined
  const limit = limitOf(asked)
  const changes: ChangeRow[] = []
  for (const madeIn of revisionsFrom(db, after?.madeIn ?? madeAfter + 1, until)) {
    const isFirst = madeIn === after?.madeIn
    for (const kind of changeKinds.slice(isFirst ? changeKinds.indexOf(after.kind) : 0)) {
      if (changes.length >= limit) return changes
      const behind = isFirst && kind === after.kind ? after.id : undefined
      for (const row of readFeed(db, feeds[kind], madeIn, behind, limit - changes.length))
        changes.push({ madeIn, kind, id: fromStored(row.id), entities: entitiesOf(row) })
    }
  }
  return changes
}

export function countChanges(db: SqliteConnection, until: number): number {
  const counts = changeKinds.map(kind => `(SELECT count(*) FROM (${feeds[kind].counted}))`)
  return db.get<{ count: number }>(`SELECT ${counts.join(' + ')} AS count`, until)?.count ?? 0
}

interface FeedRow {
  readonly id: string
  readonly subject: string | null
  readonly target: string | null
  readonly conflict: string | null
  readonly deed?: string
}

interface Feed {
  /** What a revision, the first parameter, changed. */
  readonly rows: string
  /** The same, found along the order of the ids: quicker where the revision changed so many that sorting them takes long. */
  readonly rowsById?: string
  /** A row for each that the revision changed, to see whether they are many. */
  readonly found?: string
  /** One row for each change up to a revision. */
  readonly counted: string
  /** The id as it is sorted: a statement’s ordinal goes before it. */
  readonly id: string
  readonly ordinal?: string
}

const statementFeed = (condition: string, column: 'recorded' | 'retracted'): Feed => {
  const changed = `t.${column} = ? AND ${condition}`
  const columns = 's.id, s.subject, s.target, NULL AS conflict'
  return {
    rows: `
      SELECT ${columns} FROM standing t INDEXED BY standing_${column} JOIN statement s ON s.key = t.statement
      WHERE ${changed}`,
    rowsById: `
      SELECT ${columns} FROM statement s INDEXED BY statement_ordinal CROSS JOIN standing t ON t.statement = s.key
      WHERE ${changed}`,
    found: `SELECT 1 FROM standing t INDEXED BY standing_${column} WHERE t.${column} = ?`,
    counted: `SELECT 1 FROM standing t WHERE t.${column} <= ?1 AND ${condition}`,
    id: 's.id',
    ordinal: 's.ordinal',
  }
}

/** A row that another row continues is no retraction: only the attestations of the statement changed. */
const isLast =
  'NOT EXISTS (SELECT 1 FROM standing n WHERE n.statement = t.statement AND n.recorded = t.retracted AND n.since = t.since)'

const conflictFeed = (column: 'opened' | 'closed'): Feed => ({
  rows: `
    SELECT c.id, NULL AS subject, NULL AS target, c.content AS conflict
    FROM conflict_life l INDEXED BY conflict_life_${column} JOIN conflict c ON c.key = l.conflict
    WHERE l.${column} = ?`,
  id: 'c.id',
  counted: `SELECT 1 FROM conflict_life l WHERE l.${column} <= ?1`,
})

const deedFeed = (kind: ChangeKind): Feed => ({
  rows: `
    SELECT d.id, NULL AS subject, NULL AS target, NULL AS conflict, d.content AS deed
    FROM deed d WHERE d.revision = ? AND d.kind = '${kind}'`,
  counted: `SELECT 1 FROM deed WHERE revision <= ?1 AND kind = '${kind}'`,
  id: 'd.id',
})

const feeds: Readonly<Record<ChangeKind, Feed>> = {
  ENTITY_ADDED: {
    rows: 'SELECT e.id, e.id AS subject, NULL AS target, NULL AS conflict FROM entity e WHERE e.recorded = ?',
    id: 'e.id',
    counted: 'SELECT 1 FROM entity WHERE recorded <= ?1',
  },
  MERGED: deedFeed('MERGED'),
  SPLIT: deedFeed('SPLIT'),
  STATEMENT_RETRACTED: statementFeed(isLast, 'retracted'),
  STATEMENT_ADDED: statementFeed('t.since = t.recorded', 'recorded'),
  STATEMENT_REWEIGHTED: statementFeed('t.since < t.recorded', 'recorded'),
  CONFLICT_CLOSED: conflictFeed('closed'),
  CONFLICT_OPENED: conflictFeed('opened'),
  CONFLICT_DECIDED: deedFeed('CONFLICT_DECIDED'),
  SOURCE_CHANGED: {
    rows: `
      SELECT r.id, NULL AS subject, NULL AS target, NULL AS conflict FROM (
        SELECT id, recorded FROM source UNION SELECT source, recorded FROM edition
      ) r WHERE r.recorded = ?`,
    id: 'r.id',
    counted:
      'SELECT id, recorded FROM source WHERE recorded <= ?1 UNION SELECT source, recorded FROM edition WHERE recorded <= ?1',
  },
}

function entitiesOf({ subject, target, conflict, deed }: FeedRow): readonly string[] {
  if (deed !== undefined) return changeOfAction(JSON.parse(deed) as CurationAction)?.entities ?? []
  if (conflict !== null) return (JSON.parse(conflict) as ConflictContent).subjects
  const named = [subject, target].filter(id => id !== null).map(fromStored)
  return [...new Set(named)].sort()
}

function isThere(db: SqliteConnection, { madeIn, kind, id }: ChangePlace): boolean {
  const feed = feeds[kind]
  const ordinal = feed.ordinal === undefined ? [] : [idOrder(id)]
  const place = ordinal.length > 0 ? `${feed.ordinal} = ? AND ${feed.id} = ?` : `${feed.id} = ?`
  return db.get(`${feed.rowsById ?? feed.rows} AND ${place}`, madeIn, ...ordinal, toStored(id)) !== undefined
}

/** What a revision changed, of one kind, behind an id. */
function readFeed(
  db: SqliteConnection,
  feed: Feed,
  madeIn: number,
  behind: string | undefined,
  limit: number,
): readonly FeedRow[] {
  const { id, ordinal } = feed
  const order = ordinal === undefined ? id : `${ordinal}, ${id}`
  const place = behind === undefined ? [] : [toStored(behind)]
  const ordinals = behind === undefined || ordinal === undefined ? [] : [idOrder(behind), idOrder(behind)]
  const isBehind =
    ordinals.length > 0 ? `${ordinal} >= ? AND (${ordinal} > ? OR ${id} > ?)` : place.length > 0 ? `${id} > ?` : 'TRUE'
  const rows = feed.rowsById !== undefined && areMany(db, feed.found ?? '', madeIn) ? feed.rowsById : feed.rows
  return db.all<FeedRow>(`${rows} AND ${isBehind} ORDER BY ${order} LIMIT ?`, madeIn, ...ordinals, ...place, limit)
}

function areMany(db: SqliteConnection, found: string, madeIn: number): boolean {
  const sql = `SELECT count(*) AS count FROM (${found} LIMIT ?)`
  return (db.get<{ count: number }>(sql, madeIn, many + 1)?.count ?? 0) > many
}

/** To sort so many takes as long as to look through a hundred times as many in order. */
const many = 20_000

/** The revisions from one on, in their order; the one that is being staged as well where it is read as of. */
function* revisionsFrom(db: SqliteConnection, from: number, until: number): Iterable<number> {
  let last = from - 1
  for (;;) {
    const rows = db.all<{ number: number }>(
      'SELECT number FROM revision WHERE number > ? AND number <= ? ORDER BY number LIMIT ?',
      last,
      until,
      revisionsAtOnce,
    )
    for (const { number } of rows) yield number
    last = rows.at(-1)?.number ?? last
    if (rows.length < revisionsAtOnce) break
  }
  if (last < until) yield until
}

const revisionsAtOnce = 100
