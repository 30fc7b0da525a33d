import { figureColumns, furtherFigureColumns } from '../../../ontology/row-keys.js'
import { type RowLayout, snakeCase, type TypeLayout } from '../../../ontology/row-layout.js'
import type { SqliteConnection } from '../sqlite-connection.js'

/*
 * The tables of the rows are named `row_…` and belong to the program; SQL users read the views on them: one for each
 * entity type, one for each kind of link. All are made from the layout.
 */

const fixedTables = `
  CREATE TABLE row_state (revision INTEGER NOT NULL, token INTEGER NOT NULL, version TEXT NOT NULL, types TEXT NOT NULL,
    partial INTEGER NOT NULL, day TEXT NOT NULL);
  INSERT INTO row_state VALUES (0, 0, '', '[]', 0, '');
  CREATE TABLE row_entity (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, since INTEGER NOT NULL, until TEXT, keys_hash TEXT NOT NULL
  );
  CREATE TABLE row_absent (id TEXT PRIMARY KEY, until TEXT NOT NULL) WITHOUT ROWID;
  CREATE INDEX row_entity_until ON row_entity (until) WHERE until IS NOT NULL;
  -- "owner": of a derived link the entity from whose statements the link follows; 0 if the link follows from its source.
  -- "place" counts the links of one owner, which may be alike in all columns before.
  CREATE TABLE row_link (
    source TEXT NOT NULL, property TEXT NOT NULL, is_again INTEGER NOT NULL, target TEXT NOT NULL, owner INTEGER NOT NULL,
    place INTEGER NOT NULL, statement TEXT NOT NULL, confidence REAL NOT NULL, valid TEXT, qualifiers TEXT,
    PRIMARY KEY (source, property, is_again, target, owner, place)
  ) WITHOUT ROWID;
  CREATE VIRTUAL TABLE row_search USING fts5 (keys, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`

/**
 * Drops what there is of rows, and creates tables and views of the layout, without indexes and without the columns of the types; keeps
 * the fencing token growing.
 */
export function layOutRows(db: SqliteConnection, { version, types }: RowLayout): void {
  db.transaction('IMMEDIATE', () => {
    const token = hasRows(db) ? (db.get<{ token: number }>('SELECT token FROM row_state')?.token ?? 0) : 0
    dropRows(db)
    db.execute(fixedTables)
    for (const type of types) {
      db.execute(tableOf(type))
      db.execute(viewOf(type))
      for (const link of type.links) db.execute(linkViewOf(type, link))
    }
    // Even: no refresh runs.
    db.run(
      'UPDATE row_state SET token = ?, version = ?, types = ?',
      token + 2 - (token % 2),
      version,
      JSON.stringify(types),
    )
  })
}

export function hasRows(db: SqliteConnection): boolean {
  return isInSchema(db, 'row_state')
}

/**
 * Adds columns to the table of a type before rows are inserted that have something in them. The engine stores a byte for each column of a
 * table that is empty, but none for those that were added after the row: most types have ten times as many columns as a row has values.
 */
export function addColumns(db: SqliteConnection, type: TypeLayout, isWanted: (column: string) => boolean): void {
  const table = typedTable(type.table)
  const there = new Set(
    db.all<{ name: string }>('SELECT name FROM pragma_table_info(?)', `row_${type.table}`).map(({ name }) => name),
  )
  for (const { name, kind } of type.columns)
    if (isWanted(name) && !there.has(snakeCase(name)))
      db.execute(`ALTER TABLE ${table} ADD COLUMN ${quoted(snakeCase(name))} ${columnTypes[kind]}`)
}

/** Adds all columns, and creates the indexes of the tables, which takes less time after all rows are written than before. */
export function indexRows(db: SqliteConnection): void {
  if (hasRowIndexes(db)) return
  const { types = '[]' } = db.get<{ types: string }>('SELECT types FROM row_state') ?? {}
  for (const type of JSON.parse(types) as TypeLayout[]) {
    addColumns(db, type, () => true)
    for (const index of indexesOf(type)) db.execute(index)
  }
  for (const index of linkIndexes) db.execute(index)
}

export function hasRowIndexes(db: SqliteConnection): boolean {
  return isInSchema(db, 'row_link_owner')
}

const linkIndexes = [
  'CREATE INDEX row_link_target ON row_link (target, property, is_again, source)',
  'CREATE INDEX row_link_owner ON row_link (owner) WHERE owner > 0',
] as const

function isInSchema(db: SqliteConnection, name: string): boolean {
  return db.get('SELECT 1 AS found FROM sqlite_schema WHERE name = ?', name) !== undefined
}

function indexesOf(type: TypeLayout): readonly string[] {
  const table = typedTable(type.table)
  const nameOf = (column: string) => quoted(`row_${type.table}_${snakeCase(column)}`)
  return [
    `CREATE UNIQUE INDEX ${nameOf('id')} ON ${table} (id)`,
    ...type.columns
      .filter(({ isIndexed }) => isIndexed)
      .map(({ name }) => `CREATE INDEX ${nameOf(name)} ON ${table} (${quoted(snakeCase(name))}, id)`),
    ...sumIndexesOf(type),
  ]
}

/** The views are those that read a table of rows. */
function dropRows(db: SqliteConnection): void {
  const parts = db.all<{ type: string; name: string }>(
    `SELECT type, name FROM sqlite_schema
     WHERE (type = 'view' AND sql LIKE '%FROM row\\_%' ESCAPE '\\')
       OR (type = 'table' AND name LIKE 'row\\_%' ESCAPE '\\' AND name NOT LIKE 'row\\_search\\_%' ESCAPE '\\')
     ORDER BY type DESC`,
  )
  for (const { type, name } of parts) db.execute(`DROP ${type} ${quoted(name)}`)
}

/** A name of the layout, which the ontology gives and no user. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function typedTable(table: string): string {
  return quoted(`row_${table}`)
}

function tableOf({ table }: TypeLayout): string {
  return `CREATE TABLE ${typedTable(table)} (key INTEGER PRIMARY KEY, id TEXT NOT NULL)`
}

/**
 * All that a sum looks at, so that it reads no rows: also of rows that a closed list's code is asked of. Ranges, and
 * figures that are no whole number of grains, are few and have indexes of their own.
 */
function sumIndexesOf({ table, sums, closedLists, columns }: TypeLayout): readonly string[] {
  return sums.flatMap(property => {
    const names = figureColumns(property)
    const { kind, terms, comparator, grains, leastGrains, greatestGrains, amount, top } = names
    const further = furtherFigureColumns(property).kind
    const index = (name: string, indexed: readonly string[], present: string) =>
      `CREATE INDEX ${quoted(`row_${table}_${snakeCase(property)}_${name}`)} ON ${typedTable(table)}
        (${indexed.map(each => quoted(snakeCase(each))).join(', ')}) WHERE ${quoted(snakeCase(present))} IS NOT NULL`
    const group = [kind, ...closedLists, terms, comparator]
    return [
      index('sum', [...group, grains], grains),
      index('ranges', [...group, leastGrains, greatestGrains], greatestGrains),
      index('others', [...group, amount, top], amount),
      ...(columns.some(({ name }) => name === further) ? [index('further', [...closedLists, 'id'], further)] : []),
    ]
  })
}

const columnTypes = { text: 'TEXT', texts: 'TEXT', number: 'REAL', integer: 'INTEGER' } as const

function viewOf({ table, columns }: TypeLayout): string {
  const names = columns.filter(({ isKey }) => !isKey).map(({ name }) => `t.${quoted(snakeCase(name))}`)
  return `CREATE VIEW ${quoted(table)} AS
    SELECT t.id, ${names.join(', ')} FROM row_entity e JOIN ${typedTable(table)} t ON t.key = e.key`
}

function linkViewOf({ table: owner }: TypeLayout, link: TypeLayout['links'][number]): string {
  const { property, table, ends, qualifiers, isDerived = false } = link
  // Several types may have links of one property.
  const ofOwner = isDerived ? 't.key = l.owner' : 't.id = l.source AND l.owner = 0'
  const beside = qualifiers.map(name => `, l.qualifiers ->> '$.${name}' AS ${quoted(snakeCase(name))}`)
  return `CREATE VIEW ${quoted(table)} AS
    SELECT l.source AS ${quoted(ends[0])}, l.target AS ${quoted(ends[1])}, l.statement, l.confidence, l.valid${beside.join('')}
    FROM row_link l JOIN ${typedTable(owner)} t ON ${ofOwner}
    WHERE l.property = '${property}'`
}
