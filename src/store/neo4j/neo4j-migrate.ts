import { SuanliError } from '../../model/error.js'
import type { Neo4jConnection } from './neo4j-session.js'
import { defineSearchKeyIndex, fillSearchKeys } from './search-key-index.js'

/** After a bulk import, the indexes of a large database take many minutes, and a command that stops waiting must run again. */
export const awaitIndexes = 'CALL db.awaitIndexes(86400)'

/** What a text creates. */
export function createdBy(text: string): { readonly kind: 'constraint' | 'index'; readonly name: string } | undefined {
  const [, kind, name] = /^CREATE (?:FULLTEXT )?(CONSTRAINT|INDEX) (\w+)/.exec(text) ?? []
  return name === undefined ? undefined : { kind: kind === 'CONSTRAINT' ? 'constraint' : 'index', name }
}

/** The names of all indexes; a constraint has an index of its name. */
export async function readIndexNames(db: Neo4jConnection): Promise<ReadonlySet<string>> {
  return new Set((await db.read<{ name: string }>('SHOW INDEXES YIELD name')).map(({ name }) => name))
}

/**
 * Takes those of the texts whose constraint or index is not there, which one text tells, and waits until all are complete,
 * also those that an interrupted command began. Gives the names that were there.
 */
export async function defineMissing(db: Neo4jConnection, texts: readonly string[]): Promise<ReadonlySet<string>> {
  const there = await readIndexNames(db)
  for (const text of texts) if (!there.has(createdBy(text)?.name ?? '')) await db.define(text)
  await db.define(awaitIndexes)
  return there
}

/** What brings a database from schema n to schema n + 1, by n: texts, and curation actions. Each may be done again. */
const steps: readonly (readonly (string | ((db: Neo4jConnection) => Promise<void>))[])[] = [
  [
    'CREATE CONSTRAINT revision_number IF NOT EXISTS FOR (n:Revision) REQUIRE n.number IS UNIQUE',
    'CREATE CONSTRAINT staging_name IF NOT EXISTS FOR (n:Staging) REQUIRE n.name IS UNIQUE',
    'CREATE CONSTRAINT source_key IF NOT EXISTS FOR (n:Source) REQUIRE n.key IS UNIQUE',
    'CREATE CONSTRAINT edition_key IF NOT EXISTS FOR (n:Edition) REQUIRE n.key IS UNIQUE',
    'CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (n:Subject) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT conflict_id IF NOT EXISTS FOR (n:Conflict) REQUIRE n.id IS UNIQUE',
    'CREATE CONSTRAINT dataset_id IF NOT EXISTS FOR (n:Dataset) REQUIRE n.id IS UNIQUE',
    'CREATE INDEX source_id IF NOT EXISTS FOR (n:Source) ON (n.id)',
    'CREATE INDEX source_recorded IF NOT EXISTS FOR (n:Source) ON (n.recorded)',
    'CREATE INDEX edition_id IF NOT EXISTS FOR (n:Edition) ON (n.id)',
    'CREATE INDEX edition_recorded IF NOT EXISTS FOR (n:Edition) ON (n.recorded)',
    'CREATE INDEX subject_type IF NOT EXISTS FOR (n:Subject) ON (n.type, n.id)',
    'CREATE INDEX subject_recorded IF NOT EXISTS FOR (n:Subject) ON (n.recorded)',
    'CREATE INDEX statement_code IF NOT EXISTS FOR (n:Statement) ON (n.code, n.property)',
    'CREATE INDEX statement_staged IF NOT EXISTS FOR (n:Statement) ON (n.staged)',
    'CREATE INDEX about_recorded IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.recorded)',
    'CREATE INDEX about_retracted IF NOT EXISTS FOR ()-[r:ABOUT]-() ON (r.retracted)',
    'CREATE INDEX describes_recorded IF NOT EXISTS FOR ()-[r:DESCRIBES]-() ON (r.recorded)',
    'CREATE INDEX conflict_touched IF NOT EXISTS FOR (n:Conflict) ON (n.touched)',
    awaitIndexes,
  ],
  [defineSearchKeyIndex, fillSearchKeys, awaitIndexes],
  [
    'CREATE CONSTRAINT deed_revision IF NOT EXISTS FOR (n:Deed) REQUIRE n.revision IS UNIQUE',
    // An import that was abandoned used to leave no trace of when a conflict had changed before.
    `MATCH (c:Conflict)
     WHERE c.touched IS NULL
     SET c.touched = reduce(last = 0, revision IN c.opened + c.closed | CASE WHEN revision > last THEN revision ELSE last END)`,
    awaitIndexes,
  ],
  // Nodes on which statements hang used to be called Entity, with the name of their type; that is what holds now.
  [
    'DROP INDEX entity_type IF EXISTS',
    'DROP INDEX entity_recorded IF EXISTS',
    relabelSubjects,
    'CREATE CONSTRAINT subject_id IF NOT EXISTS FOR (n:Subject) REQUIRE n.id IS UNIQUE',
    'CREATE INDEX subject_type IF NOT EXISTS FOR (n:Subject) ON (n.type, n.id)',
    'CREATE INDEX subject_recorded IF NOT EXISTS FOR (n:Subject) ON (n.recorded)',
    awaitIndexes,
  ],
]

/** The schema that this version reads and writes. */
export const knownSchema = steps.length

/** The texts of all constraints and indexes; each does nothing where it is there already. */
export function schemaTexts(): readonly string[] {
  const texts = steps.flat().filter(part => typeof part === 'string')
  return [...new Set(texts)].filter(createdBy)
}

/** The schema of the database, 0 where this program never wrote to it. Throws STORE_TOO_NEW. */
export async function readSchema(db: Neo4jConnection): Promise<number> {
  const [row] = await db.read<{ schema: number }>('MATCH (m:Staging {name: $name}) RETURN m.schema AS schema', {
    name: 'staging',
  })
  const schema = row?.schema ?? 0
  if (schema > knownSchema)
    throw new SuanliError('STORE_TOO_NEW', { store: db.store, seen: schema, known: knownSchema })
  return schema
}

/**
 * Whether revisions are there and no schema, as after a bulk import. The revisions are looked for first: a process that
 * publishes the first revision has written the schema before.
 */
export async function isBulkLoaded(db: Neo4jConnection): Promise<boolean> {
  const revisions = await db.read('MATCH (r:Revision) RETURN r.number AS number LIMIT 1')
  return revisions.length > 0 && (await readSchema(db)) === 0
}

/** Takes the steps that are missing; one that was interrupted is taken again. */
export async function migrate(db: Neo4jConnection): Promise<void> {
  const schema = await readSchema(db)
  if (schema === knownSchema) return
  // A database that is new, or that the bulk importer filled, has nothing of an earlier schema.
  if (schema === 0) await defineMissing(db, schemaTexts())
  else
    for (const part of steps.slice(schema).flat())
      if (typeof part === 'string') await db.define(part)
      else await part(db)
  await db.write(run =>
    run(
      `MERGE (m:Staging {name: $name})
       ON CREATE SET m.turn = 0
       SET m.schema = $schema`,
      { name: 'staging', schema: knownSchema },
    ),
  )
}

async function relabelSubjects(db: Neo4jConnection): Promise<void> {
  const types = await db.read<{ type: string }>(
    'MATCH (e:Entity) WHERE e.type IS NOT NULL RETURN DISTINCT e.type AS type',
  )
  const labels = types.map(({ type }) => type).filter(type => /^[A-Za-z][A-Za-z0-9]*$/.test(type))
  const named = labels.map(label => `:${label}`).join('')
  await db.define(`
    MATCH (e:Entity)
    CALL (e) {
      SET e:Subject
      REMOVE e:Entity${named}
    } IN TRANSACTIONS OF 10000 ROWS`)
}
