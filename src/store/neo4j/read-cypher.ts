/**
 * The text of each question. All parameters, no literals, and few texts, so that the database's plan cache holds them.
 * `t` is an ABOUT relationship: one for each stretch of revisions in which a statement stood on the same word.
 */

/** Values rather than nodes: those cost the driver twice as much. */
const statementColumns = `s.id AS id, s.subject AS subject, s.property AS property, s.edition AS edition, s.language AS language,
  s.content AS content, t.since AS since, t.retracted AS retracted, t.rank AS rank, t.confidence AS confidence, t.vouches AS vouches`

/**
 * A relationship from which a statement stood by the revision. Nearly all of them pass, so the index that finds what one
 * revision recorded must not be asked for them: a plan that was made while the database was empty would go through that
 * index for each entity, and would stay. The index does not answer for the value of an expression.
 */
const wasRecorded = (about: string) => `coalesce(${about}.recorded, 0) <= $revision`

const stands = `${wasRecorded('t')} AND (t.retracted IS NULL OR t.retracted > $revision)`

export const newestRevision = `
  MATCH (r:Revision)
  WHERE r.number <= $pin
  RETURN r.number AS number, r.at AS at
  ORDER BY r.number DESC
  LIMIT 1`

export const revisionsAfter = `
  MATCH (r:Revision)
  WHERE r.number > $last AND r.number <= $number
  RETURN r.number AS number, r.at AS at
  ORDER BY r.number`

export const statementsOf = `
  UNWIND $ids AS id
  MATCH (e:Subject {id: id})<-[t:ABOUT]-(s)
  WHERE ${stands}
  RETURN ${statementColumns}`

export const entitiesOfType = (reversed: boolean) => `
  MATCH (e:Subject)
  WHERE e.type = $type AND e.id ${reversed ? '<' : '>'} $after AND e.recorded <= $revision
    AND EXISTS { MATCH (e)<-[t:ABOUT]-() WHERE ${stands} }
  RETURN e.id AS id
  ORDER BY e.type ${direction(reversed)}, e.id ${direction(reversed)}
  LIMIT toInteger($limit)`

export const attestedSubjects = (reversed: boolean) => `
  MATCH (:Dataset {id: $dataset})-[:DESCRIBES]->(e:Subject)
  WHERE e.id ${reversed ? '<' : '>'} $after
    AND EXISTS { MATCH (e)<-[t:ABOUT]-() WHERE ${stands} AND $dataset IN t.datasets }
  RETURN e.id AS id
  ORDER BY e.id ${direction(reversed)}
  LIMIT toInteger($limit)`

export const incomingStatements = `
  UNWIND $pairs AS pair
  MATCH (:Subject {id: pair.first})<-[:VALUE]-(s:Statement)
  WHERE s.property = pair.second
  MATCH (s)-[t:ABOUT]->()
  WHERE ${stands}
  RETURN pair.position AS position, ${statementColumns}`

/** Along relationships of one property each, where only the other end is looked at. */
export const links = (isInward: boolean) => `
  UNWIND $streams AS stream
  MATCH (e:Subject {id: stream.id})
  CALL (stream, e) {
    MATCH (e)${isInward ? '<-[t:$(stream.type)]-' : '-[t:$(stream.type)]->'}(o)
    WHERE ${stands} AND t.confidence >= stream.minConfidence AND ${afterLink('o.id', 't.statement')}
    RETURN o.id AS entity, t.statement AS statement
    ORDER BY entity, statement
    LIMIT toInteger($limit)
  }
  RETURN stream.position AS position, entity, statement`

/** Along statements, where the relationship does not tell the property. */
export const linksOfAnyProperty = (isInward: boolean) => `
  UNWIND $streams AS stream
  MATCH (e:Subject {id: stream.id})
  CALL (stream, e) {
    MATCH ${isInward ? '(e)<-[:VALUE]-(s:Statement)-[t:ABOUT]->(o)' : '(e)<-[t:ABOUT]-(s:Statement)-[:VALUE]->(o)'}
    WHERE s.property = stream.property AND ${stands} AND t.confidence >= stream.minConfidence AND ${afterLink('o.id', 's.id')}
    RETURN o.id AS entity, s.id AS statement
    ORDER BY entity, statement
    LIMIT toInteger($limit)
  }
  RETURN stream.position AS position, entity, statement`

function afterLink(entity: string, statement: string): string {
  return `(stream.entity IS NULL OR ${entity} > stream.entity OR (${entity} = stream.entity AND ${statement} > stream.statement))`
}

export const statementsByCode = `
  UNWIND $pairs AS pair
  MATCH (s:Statement {code: pair.first, property: pair.second})-[t:ABOUT]->()
  WHERE ${stands}
  RETURN pair.position AS position, ${statementColumns}`

/** The index goes through all that matches, the best first by its own measure; what does not stand is passed over. */
export const statementsBySearchKeys = `
  UNWIND $asks AS ask
  CALL (ask) {
    CALL db.index.fulltext.queryNodes($index, ask.query) YIELD node AS s
    MATCH (s)-[t:ABOUT]->()
    WHERE ${stands}
    RETURN s, t
    LIMIT toInteger($limit)
  }
  RETURN ask.position AS position, ${statementColumns}`

/** The last state of every life. */
export const historyOf = `
  UNWIND $ids AS id
  MATCH (e:Subject {id: id})<-[t:ABOUT]-(s)
  WHERE ${wasRecorded('t')}
    AND NOT EXISTS { MATCH (s)-[n:ABOUT]->() WHERE n.recorded > t.recorded AND ${wasRecorded('n')} AND n.since = t.since }
  RETURN ${statementColumns}`

/** The last state of the last life. */
export const statement = `
  UNWIND $ids AS id
  MATCH (s:Statement {id: id})-[t:ABOUT]->()
  WHERE ${wasRecorded('t')}
    AND NOT EXISTS { MATCH (s)-[n:ABOUT]->() WHERE n.recorded > t.recorded AND ${wasRecorded('n')} }
  RETURN ${statementColumns}`

const statementTests: Readonly<Record<string, string>> = {
  properties: 's.property IN $properties',
  editions: 's.edition IN $editions',
  sources: 's.source IN $sources',
  languages: 's.language IN $languages',
  ranks: 't.rank IN $ranks',
  minConfidence: 't.confidence >= $minConfidence',
}

/** `given`: the keys of the selection, which are names of this program and no user's. */
export const statements = (given: readonly string[], reversed: boolean) => `
  ${given.includes('subjects') ? 'MATCH (:Subject WHERE id IN $subjects)<-[t:ABOUT]-(s:Statement)'.replace(':Subject WHERE id', 'e:Subject WHERE e.id') : 'MATCH (s:Statement)-[t:ABOUT]->()'}
  WHERE ${[`s.id ${reversed ? '<' : '>'} $after`, stands, ...given.flatMap(key => statementTests[key] ?? [])].join(' AND ')}
  RETURN ${statementColumns}
  ORDER BY s.id ${direction(reversed)}
  LIMIT toInteger($limit)`

/** The lives of a conflict are parallel lists. These are the indexes of the current life and of the life that began last. */
const versionInterval =
  'head([i IN range(0, size(c.opened) - 1) WHERE c.opened[i] <= $revision AND (c.closed[i] = -1 OR c.closed[i] > $revision)])'
const lastLife = 'last([i IN range(0, size(c.opened) - 1) WHERE c.opened[i] <= $revision])'
/** A life that goes on is closed in -1, because a list of the database holds no null. */
const closed = 'CASE c.closed[life] WHEN -1 THEN null ELSE c.closed[life] END'
const conflictColumns = `c.id AS id, c.content AS content, c.opened[life] AS opened, ${closed} AS closed`

export const conflict = `
  UNWIND $ids AS id
  MATCH (c:Conflict {id: id})
  WITH c, ${lastLife} AS life
  WHERE life IS NOT NULL
  RETURN ${conflictColumns}`

/**
 * An entity is there from the revision that recorded it. All of it in one row, what is said as lists: so it takes the
 * database and the driver little more than half of what a row for each statement takes. `given`: of these properties.
 */
export const entities = (given: boolean) => `
  UNWIND range(0, size($ids) - 1) AS position
  MATCH (e:Subject {id: $ids[position]})
  WHERE e.recorded <= $revision
  RETURN position, e.type AS type,
    COLLECT {
      MATCH (e)<-[t:ABOUT]-(s)
      WHERE ${stands}${given ? ' AND s.property IN $properties' : ''}
      RETURN [s.id, s.property, s.edition, s.language, s.content, t.since, t.retracted, t.rank, t.confidence, t.vouches]
    } AS statements,
    COLLECT {
      MATCH (e)<-[:CONCERNS]-(c:Conflict)
      WITH c, ${versionInterval} AS life
      WHERE life IS NOT NULL
      RETURN [c.id, c.content, c.opened[life], ${closed}]
    } AS conflicts`

const conflictTests: Readonly<Record<string, string>> = {
  subjects: 'EXISTS { MATCH (c)-[:CONCERNS]->(e:Subject) WHERE e.id IN $subjects }',
  properties: 'c.property IN $properties',
  kinds: 'c.kind IN $kinds',
}

export const conflicts = (given: readonly string[], reversed: boolean) => `
  MATCH (c:Conflict)
  WHERE ${[`c.id ${reversed ? '<' : '>'} $after`, ...given.flatMap(key => conflictTests[key] ?? [])].join(' AND ')}
  WITH c, ${versionInterval} AS life
  WHERE life IS NOT NULL
  RETURN ${conflictColumns}
  ORDER BY c.id ${direction(reversed)}
  LIMIT toInteger($limit)`

const lastVersion = (label: 'Source' | 'Edition', column = 'content') => `
  UNWIND $ids AS id
  MATCH (r:${label} {id: id})
  WHERE r.recorded <= $revision
    AND NOT EXISTS { MATCH (x:${label} {id: id}) WHERE x.recorded > r.recorded AND x.recorded <= $revision }
    AND r.${column} IS NOT NULL
  RETURN r.id AS id, r.${column} AS content`

export const sources = lastVersion('Source')
export const editions = lastVersion('Edition')
export const editionTexts = lastVersion('Edition', 'text')

export const pageOfSources = (reversed: boolean) => `
  MATCH (r:Source)
  WHERE r.id ${reversed ? '<' : '>'} $after AND r.recorded <= $revision
    AND NOT EXISTS { MATCH (x:Source) WHERE x.id = r.id AND x.recorded > r.recorded AND x.recorded <= $revision }
  RETURN r.content AS content
  ORDER BY r.id ${direction(reversed)}
  LIMIT toInteger($limit)`

/** The edition says which source it is of. */
export const citedEditions = `
  UNWIND $ids AS id
  MATCH (e:Edition {id: id})
  WHERE e.recorded <= $revision
    AND NOT EXISTS { MATCH (x:Edition {id: id}) WHERE x.recorded > e.recorded AND x.recorded <= $revision }
  MATCH (r:Source {id: e.source})
  WHERE r.recorded <= $revision
    AND NOT EXISTS { MATCH (x:Source {id: r.id}) WHERE x.recorded > r.recorded AND x.recorded <= $revision }
  RETURN e.content AS edition, r.content AS source`

export const deeds = `
  MATCH (d:Deed)
  WHERE d.revision > $after AND d.revision <= $revision
  RETURN d.revision AS revision, d.content AS content
  ORDER BY d.revision`

function direction(reversed: boolean): string {
  return reversed ? 'DESC' : 'ASC'
}
