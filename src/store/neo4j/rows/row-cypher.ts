import { alteredColumn } from '../../../ontology/row-keys.js'
import { alteredLabel } from './row-tree.js'

/*
 * The texts of the rows of what holds: nodes `:Entity` with the label of their type, apart from the `:Subject` nodes on
 * which statements hang. Labels and relationship types come from the layout, which the ontology gives and no user.
 */

export const readState = `
  MATCH (s:RowState {name: 'rows'})
  RETURN s.revision AS revision, s.version AS version, s.partial AS partial, coalesce(s.busy, false) AS busy, s.token AS token, s.types AS types`

/** To set anything takes the node's lock, which is held until the transaction ends. */
export const lockState = `
  MATCH (s:RowState {name: 'rows'})
  SET s.locked = true
  RETURN s.token AS token`

/** Figures of the same kind and terms and with the same comparator are of one class, which a sum reads from an index by itself. */
export const addClasses = `
  MATCH (s:RowState {name: 'rows'})
  WITH s, [c IN $classes WHERE NOT c IN coalesce(s.classes, [])] AS fresh
  WHERE size(fresh) > 0
  SET s.classes = coalesce(s.classes, []) + fresh`

export const bumpToken = `
  MERGE (s:RowState {name: 'rows'})
  ON CREATE SET s.revision = 0, s.version = '', s.partial = false, s.token = 0, s.types = '[]', s.writes = 0, s.day = ''
  SET s.token = s.token + 1 + s.token % 2
  RETURN s.token AS token`

export const changeToken = `
  MATCH (s:RowState {name: 'rows'})
  SET s.token = $next`

export const setLayout = `
  MATCH (s:RowState {name: 'rows'})
  SET s.token = s.token + 1, s.version = $version, s.types = $types, s.revision = 0, s.partial = false, s.busy = false, s.day = '', s.classes = [], s.writes = coalesce(s.writes, 0) + 1`

/*
 * A reader may meet a transaction that is being applied, row by row. So a mark that readers look at before and after is
 * committed before the first row is written, and taken away after the last.
 */
export const markBusy = `
  MATCH (s:RowState {name: 'rows'})
  SET s.busy = true, s.writes = coalesce(s.writes, 0) + 1`

export const setPartial = `
  MATCH (s:RowState {name: 'rows'})
  SET s.partial = true`

export const endRefresh = `
  MATCH (s:RowState {name: 'rows'})
  SET s.partial = false, s.busy = false, s.revision = $since, s.token = s.token + 1, s.writes = coalesce(s.writes, 0) + 1,
    s.day = CASE WHEN s.day > $day THEN s.day ELSE $day END`

/** Before rows are dropped in several transactions: no reader may take what is left for all. */
export const markPartial = `
  MATCH (s:RowState {name: 'rows'})
  SET s.partial = true, s.writes = coalesce(s.writes, 0) + 1`

/** Links first: a row that very many link to takes more memory than a transaction has if its links go with it. */
export const dropAll = [
  `
  MATCH (:Entity)-[r]->()
  CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS`,
  `
  MATCH (n:Entity|RowAbsent)
  CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS`,
] as const

export const removeRows = `
  UNWIND $ids AS id
  OPTIONAL MATCH (a:RowAbsent {id: id})
  DELETE a
  WITH id
  MATCH (e:Entity {id: id})
  DETACH DELETE e`

export const addAbsent = `
  UNWIND $rows AS row
  CREATE (a:RowAbsent)
  SET a = row`

/** What links to a row stays; what goes out from it is made again. */
export const putRows = (label: string) => `
  UNWIND $rows AS row
  MERGE (e:Entity {id: row.id})
  REMOVE e:${alteredLabel}
  SET e = row.properties, e:${label}
  FOREACH (_ IN CASE WHEN row.properties.${alteredColumn} IS NULL THEN [] ELSE [1] END | SET e:${alteredLabel})
  WITH e, row
  CALL (e) {
    MATCH (e)-[r]->(:Entity)
    WHERE r.owner IS NULL
    DELETE r
  }
  CALL (row) {
    OPTIONAL MATCH (a:RowAbsent {id: row.id})
    DELETE a
  }
  CALL (e, row) {
    UNWIND row.ids AS id
    MATCH (s:Subject {id: id})
    OPTIONAL MATCH (s)-[o:OF]->()
    DELETE o
    CREATE (s)-[:OF]->(e)
  }`

export const dropDerived = (type: string) => `
  UNWIND $ids AS id
  MATCH ()-[r:${type}]->()
  WHERE r.owner = id
  DELETE r`

/** The other end may be a row that is written later. */
export const addLinks = (type: string) => `
  UNWIND $rows AS row
  MERGE (a:Entity {id: row.from})
  MERGE (b:Entity {id: row.to})
  CREATE (a)-[r:${type}]->(b)
  SET r = row.properties`

/** A node without \`since\` is only pointed at so far. */
export const readRows = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})
  WHERE e.since IS NOT NULL
  RETURN e.id AS id, labels(e) AS labels, properties(e) AS properties,
    COLLECT { MATCH (e)-[r]->(o:Entity) WHERE r.owner IS NULL RETURN [type(r), e.id, o.id, properties(r)] } AS links`

export const readDerived = (type: string) => `
  UNWIND $ids AS id
  MATCH (a)-[r:${type}]->(b)
  WHERE r.owner = id
  RETURN id, type(r) AS type, a.id AS from, b.id AS to, properties(r) AS properties`

export const linkingTo = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})
  CALL (e) {
    MATCH (e)<-[r]-(o:Entity)
    RETURN coalesce(r.owner, o.id) AS owner
    UNION
    MATCH (e)-[r]->(:Entity)
    WHERE r.owner IS NOT NULL
    RETURN r.owner AS owner
  }
  RETURN DISTINCT owner AS id`

export const due = `
  MATCH (e:Entity|RowAbsent)
  WHERE e.until <= $day
  RETURN e.id AS id
  ORDER BY id`

export const count = `
  MATCH (e:Entity)
  WHERE e.since IS NOT NULL
  RETURN count(*) AS count`

export const ids = `
  MATCH (e:Entity)
  WHERE e.id > $after AND e.since IS NOT NULL
  RETURN e.id AS id
  ORDER BY e.id
  LIMIT toInteger($limit)`
