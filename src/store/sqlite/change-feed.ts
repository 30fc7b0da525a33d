import { type Change, type ChangeKind, type ChangePlace, changeKinds } from '../../model/change.js'
import type { ConflictContent } from '../../model/conflict.js'
import { fromStored, toStored } from '../stored-text.js'
import { idOrder } from './id-order.js'
import type { Parameter, SqliteConnection } from './sqlite-connection.js'

/** What is asked of the change feed: up to which revision, and how instants are known. */
export interface FeedRange {
  readonly after: ChangePlace | undefined
  readonly limit: number
  readonly until: number
  readonly instantOf: (revision: number) => string
}

/**
 * Changes are derived from the rows’ revisions. Each kind is read along an index that begins with the revision and goes
 * on with the row’s key, so that a page costs what it holds, however much its revision changed.
 */
export function readChanges(db: SqliteConnection, { after, limit, until, instantOf }: FeedRange): Change[] | undefined {
  const start = after && keyOf(db, after)
  if (after && (start === undefined || after.madeIn > until || !isThere(db, after, start))) return undefined
  const changes: Change[] = []
  for (const madeIn of revisionsFrom(db, after?.madeIn ?? 0, until)) {
    const isFirst = madeIn === after?.madeIn
    for (const kind of changeKinds.slice(isFirst ? changeKinds.indexOf(after.kind) : 0)) {
      if (changes.length >= limit) return changes
      const { rows, key } = feeds[kind]
      const beyond = isFirst && kind === after.kind ? [start as Parameter] : []
      const sql = `${rows} ${beyond.length > 0 ? `AND ${key} > ?` : ''} ORDER BY ${key} LIMIT ?`
      for (const row of db.all<FeedRow>(sql, madeIn, ...beyond, limit - changes.length))
        changes.push({ madeIn, at: instantOf(madeIn), kind, id: fromStored(row.id), entities: entitiesOf(row) })
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
}

interface Feed {
  /** What a revision, the first parameter, changed. */
  readonly rows: string
  /** What the rows of one revision are read in the order of. */
  readonly key: string
  /** One row for each change up to a revision. */
  readonly counted: string
}

const statementFeed = (condition: string, column: 'recorded' | 'retracted'): Feed => ({
  rows: `
    SELECT s.id, s.subject, s.target, NULL AS conflict
    FROM standing t INDEXED BY standing_${column} JOIN statement s ON s.key = t.statement
    WHERE t.${column} = ? AND ${condition}`,
  key: 't.statement',
  counted: `SELECT 1 FROM standing t WHERE t.${column} <= ?1 AND ${condition}`,
})

/** A row that the next one goes on from is no retraction: the word that the statement stands on changed. */
const isLast =
  'NOT EXISTS (SELECT 1 FROM standing n WHERE n.statement = t.statement AND n.recorded = t.retracted AND n.since = t.since)'

const conflictFeed = (column: 'opened' | 'closed'): Feed => ({
  rows: `
    SELECT c.id, NULL AS subject, NULL AS target, c.content AS conflict
    FROM conflict_life l INDEXED BY conflict_life_${column} JOIN conflict c ON c.key = l.conflict
    WHERE l.${column} = ?`,
  key: 'l.conflict',
  counted: `SELECT 1 FROM conflict_life l WHERE l.${column} <= ?1`,
})

const feeds: Readonly<Record<ChangeKind, Feed>> = {
  ENTITY_ADDED: {
    rows: 'SELECT e.id, e.id AS subject, NULL AS target, NULL AS conflict FROM entity e WHERE e.recorded = ?',
    key: 'e.id',
    counted: 'SELECT 1 FROM entity WHERE recorded <= ?1',
  },
  STATEMENT_RETRACTED: statementFeed(isLast, 'retracted'),
  STATEMENT_ADDED: statementFeed('t.since = t.recorded', 'recorded'),
  STATEMENT_REWEIGHTED: statementFeed('t.since < t.recorded', 'recorded'),
  CONFLICT_CLOSED: conflictFeed('closed'),
  CONFLICT_OPENED: conflictFeed('opened'),
  SOURCE_CHANGED: {
    rows: `
      SELECT r.id, NULL AS subject, NULL AS target, NULL AS conflict FROM (
        SELECT id, recorded FROM source UNION SELECT source, recorded FROM edition
      ) r WHERE r.recorded = ?`,
    key: 'r.id',
    counted:
      'SELECT id, recorded FROM source WHERE recorded <= ?1 UNION SELECT source, recorded FROM edition WHERE recorded <= ?1',
  },
}

function entitiesOf({ subject, target, conflict }: FeedRow): readonly string[] {
  if (conflict !== null) return (JSON.parse(conflict) as ConflictContent).subjects
  const named = [subject, target].filter(id => id !== null).map(fromStored)
  return [...new Set(named)].sort()
}

/** What a place’s row is found by in its feed; undefined where there is nothing with that id. */
function keyOf(db: SqliteConnection, { kind, id }: ChangePlace): Parameter | undefined {
  switch (kind) {
    case 'STATEMENT_RETRACTED':
    case 'STATEMENT_ADDED':
    case 'STATEMENT_REWEIGHTED':
      return db.get<{ key: number }>(
        'SELECT key FROM statement WHERE ordinal = ? AND id = ?',
        idOrder(id),
        toStored(id),
      )?.key
    case 'CONFLICT_CLOSED':
    case 'CONFLICT_OPENED':
      return db.get<{ key: number }>('SELECT key FROM conflict WHERE id = ?', toStored(id))?.key
    default:
      return toStored(id)
  }
}

function isThere(db: SqliteConnection, { madeIn, kind }: ChangePlace, start: Parameter | undefined): boolean {
  const { rows, key } = feeds[kind]
  return start !== undefined && db.get(`${rows} AND ${key} = ?`, madeIn, start) !== undefined
}

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
