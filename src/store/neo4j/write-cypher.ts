/** The text of each step of a change. Values are parameters; labels in a text are the program's own or checked identifiers. */

export const readLock = `
  MATCH (p:Staging {name: $name})
  RETURN p.revision AS revision, p.datasets AS datasets, p.holder AS holder, p.turn AS turn`

/** To set anything takes the node's lock, which is held until the transaction ends. */
export const lockStaging = `
  MATCH (p:Staging {name: $name})
  SET p.locked = true
  RETURN p.revision AS revision, p.datasets AS datasets, p.holder AS holder, p.turn AS turn, p.claim AS claim`

/** Without a revision and datasets, the lock stays one for the same import. */
export const giveLock = `
  MATCH (p:Staging {name: $name})
  SET p.revision = coalesce($revision, p.revision), p.datasets = coalesce($datasets, p.datasets), p.holder = $holder,
    p.claim = $claim, p.turn = p.turn + 1`

export const freeLock = `
  MATCH (p:Staging {name: $name})
  SET p.revision = null`

export const newestRevision = `
  MATCH (r:Revision)
  WHERE r.number > 0
  RETURN r.number AS number, r.at AS at
  ORDER BY r.number DESC
  LIMIT 1`

export const readRevision = `
  MATCH (r:Revision {number: $revision})
  RETURN r.number AS number, r.at AS at, r.claim AS claim`

export const addRevision = 'CREATE (:Revision {number: $number, at: $at, claim: $claim})'

export const addDeed = 'CREATE (d:Deed) SET d = $action'

export const hasStaged = `
  RETURN EXISTS { MATCH ()-[t:ABOUT]->() WHERE t.recorded = $revision }
    OR EXISTS { MATCH ()-[t:ABOUT]->() WHERE t.retracted = $revision }
    OR EXISTS { MATCH (n:Source) WHERE n.recorded = $revision }
    OR EXISTS { MATCH (n:Edition) WHERE n.recorded = $revision }
    OR EXISTS { MATCH (n:Subject) WHERE n.recorded = $revision }
    OR EXISTS { MATCH (n:Conflict) WHERE n.touched = $revision AND ($revision IN n.opened OR $revision IN n.closed) } AS isStaged`

export const publishedVersions = (label: 'Source' | 'Edition') => `
  UNWIND $ids AS id
  MATCH (r:${label} {id: id})
  WHERE r.recorded < $revision
    AND NOT EXISTS { MATCH (x:${label} {id: id}) WHERE x.recorded > r.recorded AND x.recorded < $revision }
  RETURN r.id AS id, r.content AS content, r.text AS text`

export const dropVersions = (label: 'Source' | 'Edition') => `
  UNWIND $ids AS id
  MATCH (r:${label} {id: id})
  WHERE r.recorded = $revision
  DETACH DELETE r`

export const addVersions = (label: 'Source' | 'Edition') =>
  label === 'Source'
    ? `
  UNWIND $rows AS row
  CREATE (r:Source)
  SET r = row`
    : `
  UNWIND $rows AS row
  CREATE (r:Edition)
  SET r = row
  WITH r
  MATCH (o:Source {id: r.source})
  WHERE NOT EXISTS { MATCH (x:Source {id: r.source}) WHERE x.recorded > o.recorded }
  CREATE (r)-[:EDITION_OF]->(o)`

/** An entity that was pointed at before it was described has no type yet. */
export const addEntities = `
  UNWIND $entities AS id
  MERGE (e:Subject {id: id})
  WITH e
  WHERE e.recorded IS NULL
  SET e.type = $type, e.recorded = $revision`

/** Of each statement that is there, the ABOUT relationships that are open, end in the staged revision or begin in it. */
export const knownStatements = `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})
  OPTIONAL MATCH (s)-[t:ABOUT]->()
  WHERE t.retracted IS NULL OR t.retracted = $revision OR t.recorded = $revision
  RETURN s.id AS id, s.property AS property, EXISTS { MATCH (s)-[:VALUE]->() } AS isLink,
    [x IN collect(t) | {recorded: x.recorded, retracted: x.retracted, since: x.since, vouches: x.vouches}] AS standings`

/** The newest version of each edition. */
export const newestEditions = `
  UNWIND $ids AS id
  MATCH (x:Edition {id: id})
  WHERE NOT EXISTS { MATCH (y:Edition {id: id}) WHERE y.recorded > x.recorded }
  RETURN x.id AS id, x.key AS key`

/**
 * New statements, grouped by edition and subject, so that the query finds each edition and subject once. \`type\`: the
 * statements are links of that type; \`hasEdition\`: their edition is in the store. \`standings\` has one version of the
 * statement, or none if no dataset attests it. The subject's \`name\` is for people who look at the graph; the program
 * does not read it.
 */
export const addStatements = (type: string | undefined, hasEdition: boolean) => `
  UNWIND $editions AS edition
  ${hasEdition ? 'MATCH (x:Edition {key: edition.key})' : ''}
  UNWIND edition.subjects AS subject
  MERGE (e:Subject {id: subject.id})
  SET e.name = coalesce(e.name, subject.name)
  WITH *
  UNWIND subject.statements AS row
  ${type === undefined ? '' : 'MERGE (o:Subject {id: row.target})'}
  CREATE (s:Statement)
  SET s = row.properties
  ${hasEdition ? 'CREATE (s)-[:STATED_IN]->(x)' : ''}
  FOREACH (standing IN row.standings | CREATE (s)-[t:ABOUT]->(e) SET t = standing)
  ${
    type === undefined
      ? ''
      : `CREATE (s)-[:VALUE]->(o)
  FOREACH (standing IN row.standings |
    CREATE (e)-[:${type} {
      recorded: standing.recorded, statement: s.id, rank: standing.rank, confidence: standing.confidence
    }]->(o))`
  }`

export const addStatementVersions = `
  UNWIND $rows AS row
  MATCH (s:Statement {id: row.id})
  MATCH (e:Subject {id: s.subject})
  CREATE (s)-[t:ABOUT]->(e)
  SET t = row.properties`

/** Between the two entities themselves, so that a person can walk the graph, and paths be found; it lives as long as the ABOUT that it repeats. */
export const addLinks = (type: string) => `
  UNWIND $rows AS row
  MATCH (s:Statement {id: row.id})-[:VALUE]->(o:Subject)
  MATCH (e:Subject {id: s.subject})
  CREATE (e)-[r:${type}]->(o)
  SET r = row.properties`

export const dropLinks = (type: string) => `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})
  MATCH (:Subject {id: s.subject})-[r:${type}]->()
  WHERE r.statement = id AND r.recorded = $revision
  DELETE r`

export const endLinks = (type: string) => `
  UNWIND $rows AS row
  MATCH (s:Statement {id: row.id})
  MATCH (:Subject {id: s.subject})-[r:${type}]->()
  WHERE r.statement = row.id AND r.recorded = row.recorded
  SET r.retracted = row.retracted`

export const dropStandings = `
  UNWIND $ids AS id
  MATCH (:Statement {id: id})-[t:ABOUT]->()
  WHERE t.recorded = $revision
  DELETE t`

export const endStandings = `
  UNWIND $rows AS row
  MATCH (:Statement {id: row.id})-[t:ABOUT]->()
  WHERE t.recorded = row.recorded
  SET t.retracted = row.retracted`

export const dropStatements = `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})
  WHERE NOT EXISTS { MATCH (s)-[:ABOUT]->() }
  DETACH DELETE s`

export const describe = `
  MERGE (d:Dataset {id: $dataset})
  WITH d
  UNWIND $subjects AS id
  MERGE (e:Subject {id: id})
  MERGE (d)-[r:DESCRIBES]->(e)
  ON CREATE SET r.recorded = $revision`

/** Reopens a conflict that the same change closed, or begins a new life if the conflict is not open. */
export const openConflicts = `
  UNWIND $rows AS row
  MERGE (c:Conflict {id: row.id})
  ON CREATE SET c.kind = row.kind, c.property = row.property, c.content = row.content, c.opened = [], c.closed = []
  SET c.touched = $revision
  WITH c, $revision IN c.closed AS wasClosedNow, -1 IN c.closed AS stands
  SET c.closed = CASE
      WHEN stands THEN c.closed
      WHEN wasClosedNow THEN [x IN c.closed | CASE x WHEN $revision THEN -1 ELSE x END]
      ELSE c.closed + [-1] END,
    c.opened = CASE WHEN stands OR wasClosedNow THEN c.opened ELSE c.opened + [$revision] END`

export const tieConflicts = `
  UNWIND $rows AS row
  MATCH (c:Conflict {id: row.id})
  CALL (c, row) {
    UNWIND row.subjects AS subject
    MERGE (e:Subject {id: subject})
    MERGE (c)-[:CONCERNS]->(e)
  }
  CALL (c, row) {
    UNWIND row.statements AS statement
    MATCH (s:Statement {id: statement})
    MERGE (c)-[:BETWEEN]->(s)
  }`

/** A life that the same change began is taken away; one that was published ends. */
export const closeConflicts = `
  UNWIND $ids AS id
  MATCH (c:Conflict {id: id})
  SET c.touched = $revision
  WITH c, [i IN range(0, size(c.opened) - 1) WHERE c.opened[i] <> $revision] AS kept
  SET c.opened = [i IN kept | c.opened[i]], c.closed = [i IN kept | CASE c.closed[i] WHEN -1 THEN $revision ELSE c.closed[i] END]
  WITH c
  WHERE size(c.opened) = 0
  DETACH DELETE c`

/** Each undoes at most $limit and says how many. What was added goes before what was ended comes back, or a statement would stand twice in between. */
export const undoings: readonly string[] = [
  `
  MATCH (s:Statement)-[t:ABOUT]->(e)
  WHERE t.recorded = $revision
  WITH s, t, e LIMIT toInteger($limit)
  OPTIONAL MATCH (s)-[:VALUE]->(o)
  OPTIONAL MATCH (e)-[r]->(o)
  WHERE r.statement = s.id AND r.recorded = $revision
  DELETE r, t
  RETURN count(*) AS undone`,
  `
  MATCH (s:Statement)-[t:ABOUT]->(e)
  WHERE t.retracted = $revision
  WITH s, t, e LIMIT toInteger($limit)
  OPTIONAL MATCH (s)-[:VALUE]->(o)
  OPTIONAL MATCH (e)-[r]->(o)
  WHERE r.statement = s.id AND r.retracted = $revision
  SET t.retracted = null, r.retracted = null
  RETURN count(*) AS undone`,
  `
  MATCH (s:Statement)
  WHERE s.staged = $revision
  WITH s LIMIT toInteger($limit)
  DETACH DELETE s
  RETURN count(*) AS undone`,
  `
  MATCH ()-[r:DESCRIBES]->()
  WHERE r.recorded = $revision
  WITH r LIMIT toInteger($limit)
  DELETE r
  RETURN count(*) AS undone`,
  `
  MATCH (e:Subject)
  WHERE e.recorded = $revision
  WITH e LIMIT toInteger($limit)
  SET e.recorded = null
  WITH e
  WHERE NOT EXISTS { MATCH (e)--() }
  DELETE e
  RETURN count(*) AS undone`,
  `
  MATCH (n:Source)
  WHERE n.recorded = $revision
  DETACH DELETE n
  RETURN count(*) AS undone`,
  `
  MATCH (n:Edition)
  WHERE n.recorded = $revision
  DETACH DELETE n
  RETURN count(*) AS undone`,
  `
  MATCH (c:Conflict)
  WHERE c.touched = $revision
  WITH c, [i IN range(0, size(c.opened) - 1) WHERE c.opened[i] <> $revision] AS kept
  SET c.opened = [i IN kept | c.opened[i]], c.closed = [i IN kept | CASE c.closed[i] WHEN $revision THEN -1 ELSE c.closed[i] END]
  SET c.touched = reduce(last = 0, revision IN c.opened + c.closed | CASE WHEN revision > last THEN revision ELSE last END)
  WITH c
  WHERE size(c.opened) = 0
  DETACH DELETE c
  RETURN count(*) AS undone`,
]
