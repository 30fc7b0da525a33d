import { maxWalkedLinks, type RowWalk, TwoEndedWalk, type WalkedLink } from '../../rows/row-walk.js'
import type { SqliteConnection } from '../sqlite-connection.js'

/** The links of all paths, perhaps with others. Undefined if an end has no row, or there are too many links. */
export function walkRows(db: SqliteConnection, walk: RowWalk): readonly WalkedLink[] | undefined {
  const { from, to, properties, minConfidence } = walk
  const ends = db.all('SELECT 1 AS found FROM row_entity WHERE id IN (?, ?)', from, to)
  if (ends.length < 2) return undefined
  const walked = new TwoEndedWalk(walk)
  const names = JSON.stringify(properties)
  const levels = walked.levels()
  for (let next = levels.next(); !next.done; ) {
    const ids = JSON.stringify(next.value)
    const room = maxWalkedLinks - walked.links.size
    const read = db.all<WalkedLink>(linksAt, ids, names, minConfidence, room + 1)
    if (read.length > room) return undefined
    next = levels.next(read)
  }
  return [...walked.links.values()]
}

const linksAt = `
  SELECT l.property, l.source AS "from", l.target AS "to", l.statement
  FROM json_each(?1) a CROSS JOIN row_link l ON l.source = a.value
  WHERE l.property IN (SELECT value FROM json_each(?2)) AND l.confidence >= ?3
  UNION ALL
  SELECT l.property, l.source, l.target, l.statement
  FROM json_each(?1) a CROSS JOIN row_link l ON l.target = a.value
  WHERE l.property IN (SELECT value FROM json_each(?2)) AND l.confidence >= ?3
  LIMIT ?4`
