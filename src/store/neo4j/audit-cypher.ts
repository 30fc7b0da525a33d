/** The texts that look through what is kept, page by page, and make again what can be. All parameters, no literals. */

export const revisions = `
  MATCH (r:Revision)
  RETURN r.number AS number, r.at AS at
  ORDER BY r.number`

export const unpublished: readonly (readonly [what: string, text: string])[] = [
  ['standings', 'MATCH ()-[t:ABOUT]->() WHERE t.recorded > $newest'],
  ['retractions', 'MATCH ()-[t:ABOUT]->() WHERE t.retracted > $newest'],
  ['sources', 'MATCH (n:Source) WHERE n.recorded > $newest'],
  ['editions', 'MATCH (n:Edition) WHERE n.recorded > $newest'],
  ['entities', 'MATCH (n:Subject) WHERE n.recorded > $newest'],
  ['conflicts', 'MATCH (n:Conflict) WHERE any(each IN n.opened + n.closed WHERE each > $newest)'],
  ['deeds', 'MATCH (n:Deed) WHERE n.revision > $newest'],
]

const statementColumns = `
  s.id AS id, s.subject AS subject, s.property AS property, s.edition AS edition, s.language AS language,
  s.content AS content, s.code AS code, s.source AS source, s.asStated AS asStated, s.searchKeys AS searchKeys,
  head(COLLECT { MATCH (e:Subject {id: s.subject}) WHERE e.recorded IS NOT NULL RETURN e.type }) AS type,
  EXISTS { MATCH (s)-[:VALUE]->(o:Subject) WHERE o.recorded IS NOT NULL } AS hasTarget,
  EXISTS { MATCH (x:Edition {id: s.edition}) } AS hasEdition,
  COLLECT { MATCH (d:Dataset)-[:DESCRIBES]->(:Subject {id: s.subject}) RETURN d.id } AS listing,
  COLLECT {
    MATCH (s)-[t:ABOUT]->(e)
    RETURN {recorded: t.recorded, retracted: t.retracted, since: t.since, rank: t.rank, confidence: t.confidence,
      vouches: t.vouches, to: e.id}
  } AS standings,
  COLLECT { MATCH (s)-[:VALUE]->(o) RETURN o.id } AS targets,
  COLLECT { MATCH (s)-[:STATED_IN]->(x) RETURN x.id } AS cited,
  COLLECT {
    MATCH (:Subject {id: s.subject})-[r]->(o:Subject)
    WHERE r.statement = s.id
    RETURN {type: type(r), to: o.id, recorded: r.recorded, retracted: r.retracted, rank: r.rank, confidence: r.confidence}
  } AS links`

export const statements = `
  MATCH (s:Statement)
  WHERE s.id > $after
  WITH s ORDER BY s.id LIMIT toInteger($limit)
  RETURN ${statementColumns}`

export const statement = `
  MATCH (s:Statement {id: $id})
  RETURN ${statementColumns}`

/** One that is only pointed at has no type yet. */
export const entities = `
  MATCH (e:Subject)
  WHERE e.id > $after AND e.recorded IS NOT NULL
  RETURN e.id AS id, e.type AS type
  ORDER BY e.id LIMIT toInteger($limit)`

export const conflicts = `
  MATCH (c:Conflict)
  WHERE c.id > $after
  WITH c ORDER BY c.id LIMIT toInteger($limit)
  RETURN c.id AS id, c.kind AS kind, c.property AS property, c.content AS content, c.opened AS opened, c.closed AS closed,
    COLLECT { MATCH (c)-[:CONCERNS]->(e) RETURN e.id } AS subjects,
    COLLECT { MATCH (c)-[:BETWEEN]->(s) RETURN s.id } AS statements`

export const conflictContent = 'MATCH (c:Conflict {id: $id}) RETURN c.content AS content'

/** Each in its last version. */
export const editions = `
  MATCH (e:Edition)
  WHERE e.id > $after AND NOT EXISTS { MATCH (x:Edition {id: e.id}) WHERE x.recorded > e.recorded }
  RETURN e.id AS id, e.recorded AS recorded, e.source AS source, e.content AS content, e.text AS text,
    EXISTS { MATCH (:Source {id: e.source}) } AS hasSource
  ORDER BY e.id LIMIT toInteger($limit)`

export const editionText = `
  MATCH (e:Edition {id: $id})
  RETURN e.text AS text
  ORDER BY e.recorded DESC LIMIT 1`

/** What each is, how it is found, and what of it is deleted. */
export const strays: readonly (readonly [what: string, text: string, deleted: string])[] = [
  [
    'relationships that repeat no statement',
    `MATCH (e:Subject)-[r]->(:Subject)
  WHERE r.statement IS NOT NULL AND NOT EXISTS { MATCH (s:Statement {id: r.statement}) WHERE s.subject = e.id }`,
    'r',
  ],
]

export const mendColumns = `
  MATCH (s:Statement {id: $id})
  SET s += $columns`

export const mendSubject = `
  MERGE (e:Subject {id: $id})
  SET e.recorded = coalesce(e.recorded, $recorded)`

export const mendEntity = `
  MATCH (e:Subject {id: $id})
  SET e.type = $type`

/** All relationships that are made from what a statement says; they are made again in the same transaction. */
export const dropTies = `
  MATCH (s:Statement {id: $id})
  CALL (s) {
    MATCH (s)-[r:ABOUT|VALUE|STATED_IN]->()
    DELETE r
  }
  CALL (s) {
    MATCH (:Subject {id: $subject})-[r]->(:Subject)
    WHERE r.statement = s.id
    DELETE r
  }`

export const tieVersions = `
  MATCH (s:Statement {id: $id})
  MATCH (e:Subject {id: s.subject})
  UNWIND $standings AS standing
  CREATE (s)-[t:ABOUT]->(e)
  SET t = standing`

export const tieEdition = `
  MATCH (s:Statement {id: $id})
  MATCH (x:Edition {id: $edition})
  WHERE NOT EXISTS { MATCH (y:Edition {id: $edition}) WHERE y.recorded > x.recorded }
  CREATE (s)-[:STATED_IN]->(x)`

export const tieValue = `
  MATCH (s:Statement {id: $id})
  MERGE (o:Subject {id: $target})
  CREATE (s)-[:VALUE]->(o)`

export const tieLinks = (type: string) => `
  MATCH (e:Subject {id: $subject})
  MATCH (o:Subject {id: $target})
  UNWIND $links AS link
  CREATE (e)-[r:${type}]->(o)
  SET r = link`

export const listSubject = `
  MATCH (e:Subject {id: $subject})
  UNWIND $listing AS listed
  MERGE (d:Dataset {id: listed.dataset})
  MERGE (d)-[r:DESCRIBES]->(e)
  ON CREATE SET r.recorded = listed.recorded`

export const mendConflict = `
  MATCH (c:Conflict {id: $id})
  SET c.kind = $kind, c.property = $property
  WITH c
  CALL (c) {
    MATCH (c)-[r:CONCERNS|BETWEEN]->()
    DELETE r
  }
  CALL (c) {
    UNWIND $subjects AS subject
    MERGE (e:Subject {id: subject})
    MERGE (c)-[:CONCERNS]->(e)
  }
  CALL (c) {
    UNWIND $statements AS statement
    MATCH (s:Statement {id: statement})
    MERGE (c)-[:BETWEEN]->(s)
  }`
