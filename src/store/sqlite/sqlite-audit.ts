import type {
  Columns,
  Counted,
  Mending,
  StoredConflict,
  StoredEdition,
  StoredEntity,
  StoredRows,
  StoredSchema,
  StoredStatement,
} from '../audit/stored-rows.js'
import { searchDocumentOf } from '../search/search-document.js'
import { decodeAttestations, encodeStatement, type StatementRest } from '../statement-record.js'
import { lastWord } from '../statement-version.js'
import type { NewStatement } from '../store.js'
import { fromStored, toStored } from '../stored-text.js'
import { readLock } from './change-steps.js'
import { idOrder } from './id-order.js'
import { insertSearchKeys } from './search-key-table.js'
import { freeReadings, SqliteConnection } from './sqlite-connection.js'
import { knownSchema, migrate, readSchema } from './sqlite-migrate.js'
import { hasSameKeys, listedSearchKeys, listSearchKeys } from './stored-search-keys.js'

/** What the embedded engine keeps in a folder; undefined where nothing is kept there. */
export function openSqliteKept(folder: string): StoredRows | undefined {
  const description = `SQLite in ${folder}`
  const db = SqliteConnection.open(folder, description, false)
  // The list of search keys grows with the store: a file of the system’s folder for such files holds the list, and not memory.
  db?.execute('PRAGMA temp_store = FILE')
  db?.keepInMemory(32)
  return db && new SqliteKept(description, db)
}

class SqliteKept implements StoredRows {
  constructor(
    readonly description: string,
    readonly db: SqliteConnection,
  ) {}

  async schema(): Promise<StoredSchema> {
    const seen = readSchema(this.db)
    const there = new Set(partsOf(this.db).map(({ name }) => name))
    const missing = seen === knownSchema ? freshParts().filter(({ name }) => !there.has(name)) : []
    return { seen, known: knownSchema, missing: missing.map(({ type, name }) => `${type} ${name}`) }
  }

  async damages(): Promise<readonly string[]> {
    return this.db
      .all<{ quick_check: string }>('PRAGMA quick_check(5)')
      .map(row => row.quick_check)
      .filter(said => said !== 'ok')
  }

  async lock() {
    return readLock(this.db)
  }

  async revisions() {
    return this.db.all<{ number: number; at: number }>('SELECT number, at FROM revision ORDER BY number')
  }

  async unpublished(newest: number): Promise<readonly Counted[]> {
    return this.#counts(unpublished, newest)
  }

  async statements(after: string | number | undefined, limit: number): Promise<readonly StoredStatement[]> {
    await freeReadings()
    // Each check reads the index once, as it is then.
    if (after === undefined) listSearchKeys(this.db)
    const rows = this.db.all<StatementRowKept & { keys: string | null }>(statements, after ?? 0, limit)
    return rows.map(row => ({
      key: row.key,
      id: fromStored(row.id),
      subject: fromStored(row.subject),
      property: fromStored(row.property),
      edition: fromStored(row.edition),
      language: fromStored(row.language),
      content: row.content,
      columns: { ordinal: row.ordinal, target: row.target, code: row.code, source: row.source },
      isFoundBy: document => hasSameKeys(row.keys, document),
      standings: (JSON.parse(row.standings) as StandingKept[]).map(
        ([recorded, retracted, since, rank, confidence, vouches]) => ({
          recorded,
          retracted,
          since,
          rank,
          confidence,
          vouches,
        }),
      ),
      subjectType: row.type === null ? undefined : fromStored(row.type),
      hasTarget: row.hasTarget === 1,
      hasEdition: row.hasEdition === 1,
      listing: (JSON.parse(row.listing) as string[]).map(fromStored),
      amiss: undefined,
    }))
  }

  columnsOf(statement: NewStatement): Columns {
    const { target, code, source } = encodeStatement(statement)
    return { ordinal: idOrder(statement.id), target, code, source }
  }

  async entities(after: string | undefined, limit: number): Promise<readonly StoredEntity[]> {
    await freeReadings()
    const rows = this.db.all<StoredEntity>(
      'SELECT id, type FROM entity WHERE id > ? ORDER BY id LIMIT ?',
      toStored(after ?? ''),
      limit,
    )
    return rows.map(({ id, type }) => ({ id: fromStored(id), type: fromStored(type) }))
  }

  async conflicts(after: string | undefined, limit: number): Promise<readonly StoredConflict[]> {
    await freeReadings()
    const rows = this.db.all<ConflictKept>(conflicts, toStored(after ?? ''), limit)
    return rows.map(({ id, kind, property, content, subjects, lives }) => ({
      id: fromStored(id),
      kind,
      property: fromStored(property),
      content,
      subjects: (JSON.parse(subjects) as string[]).map(fromStored).sort(),
      statements: this.#thereOf(content),
      lives: (JSON.parse(lives) as [number, number | null][])
        .map(([opened, closed]) => ({ opened, closed }))
        .sort((a, b) => a.opened - b.opened),
    }))
  }

  #thereOf(content: string): readonly string[] {
    const ids = statementsIn(content)
    const isThere = (id: string) =>
      this.db.get('SELECT 1 AS found FROM statement WHERE ordinal = ? AND id = ?', idOrder(id), toStored(id)) !==
      undefined
    return ids.filter(isThere).sort()
  }

  async editions(after: string | undefined, limit: number): Promise<readonly StoredEdition[]> {
    const rows = this.db.all<EditionKept>(editions, toStored(after ?? ''), limit)
    return rows.map(({ id, recorded, source, content, text, hasSource }) => ({
      id: fromStored(id),
      recorded,
      source: fromStored(source),
      content,
      text: text === null ? undefined : (JSON.parse(text) as string),
      hasSource: hasSource === 1,
    }))
  }

  async editionText(id: string): Promise<string | undefined> {
    const row = this.db.get<{ text: string | null }>(
      'SELECT text FROM edition WHERE id = ? ORDER BY recorded DESC LIMIT 1',
      toStored(id),
    )
    return row?.text == null ? undefined : (JSON.parse(row.text) as string)
  }

  async strays(): Promise<readonly Counted[]> {
    return this.#counts(strays)
  }

  #counts(
    texts: readonly (readonly [what: string, from: string])[],
    ...parameters: readonly number[]
  ): readonly Counted[] {
    return texts
      .map(([what, from]) => ({
        what,
        count: this.db.get<{ count: number }>(`SELECT count(*) AS count FROM ${from}`, ...parameters)?.count ?? 0,
      }))
      .filter(({ count }) => count > 0)
  }

  async mend({ schema, strays: isForStrays, statements: mended, entities, conflicts: tied }: Mending): Promise<void> {
    this.db.transaction('IMMEDIATE', () => {
      if (schema) this.#mendSchema()
      if (isForStrays) for (const [, from] of strays) this.db.run(`DELETE FROM ${from}`)
      for (const { id, type } of entities ?? [])
        this.db.run('UPDATE entity SET type = ? WHERE id = ?', toStored(type), toStored(id))
      for (const { key, subjectType } of mended ?? []) this.#mendStatement(Number(key), subjectType)
      for (const id of tied ?? []) this.#mendConflict(id)
    })
  }

  #mendSchema(): void {
    const there = new Set(partsOf(this.db).map(({ name }) => name))
    for (const { name, sql } of freshParts()) if (!there.has(name)) this.db.execute(sql)
  }

  #mendStatement(key: number, subjectType: string): void {
    const row = this.db.get<StatementRowKept>(statementsWhere('s.key = ?1'), key)
    if (!row) return
    const rest = JSON.parse(row.content) as StatementRest
    const said: NewStatement = {
      id: fromStored(row.id),
      subject: fromStored(row.subject),
      property: fromStored(row.property),
      edition: fromStored(row.edition),
      language: fromStored(row.language),
      ...rest,
    }
    const { ordinal, target, code, source } = this.columnsOf(said)
    this.db.run(
      'UPDATE statement SET ordinal = ?, target = ?, code = ?, source = ? WHERE key = ?',
      ordinal ?? null,
      target ?? null,
      code ?? null,
      source ?? null,
      key,
    )
    this.db.run('DELETE FROM search_key WHERE rowid = ?', key)
    const document = searchDocumentOf(said)
    if (document !== undefined) insertSearchKeys(this.db, [[key, document]])
    const standings = this.db.all<{ recorded: number; retracted: number | null; vouches: string }>(
      'SELECT recorded, retracted, vouches FROM standing WHERE statement = ? ORDER BY recorded',
      key,
    )
    if (row.type === null && subjectType !== '' && standings[0])
      this.db.insert('entity (id, type, recorded)', [[row.subject, toStored(subjectType), standings[0].recorded]])
    for (const { recorded, retracted, vouches } of standings) {
      const last = lastWord(decodeAttestations(vouches))
      if (last)
        this.db.run(
          'UPDATE standing SET rank = ?, confidence = ? WHERE statement = ? AND recorded = ?',
          last.rank,
          last.confidence,
          key,
          recorded,
        )
      if (retracted === null)
        for (const { dataset, recorded: given } of decodeAttestations(vouches))
          this.db.insertAlike(
            'vouched (subject, dataset, recorded)',
            [row.subject],
            [toStored(dataset), given],
            'ON CONFLICT DO NOTHING',
          )
    }
  }

  #mendConflict(id: string): void {
    const row = this.db.get<{ key: number; content: string }>(
      'SELECT key, content FROM conflict WHERE id = ?',
      toStored(id),
    )
    if (!row) return
    const { kind, property, subjects } = JSON.parse(row.content) as {
      kind: string
      property: string
      subjects: string[]
    }
    this.db.run('UPDATE conflict SET kind = ?, property = ? WHERE key = ?', kind, toStored(property), row.key)
    this.db.run('DELETE FROM conflict_subject WHERE conflict = ?', row.key)
    this.db.insert(
      'conflict_subject (subject, conflict)',
      subjects.map(subject => [toStored(subject), row.key]),
    )
  }

  async close(): Promise<void> {
    this.db.close()
  }
}

/** Tables and indexes, without those that the engine makes for itself. */
interface Part {
  readonly type: string
  readonly name: string
  readonly sql: string
}

function partsOf(db: SqliteConnection): readonly Part[] {
  return db.all<Part>(
    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_key_%' ORDER BY type DESC, name",
  )
}

/** Those of a database that was made just now. */
function freshParts(): readonly Part[] {
  const db = SqliteConnection.inMemory()
  try {
    migrate(db)
    return partsOf(db)
  } finally {
    db.close()
  }
}

interface StatementRowKept {
  readonly key: number
  readonly ordinal: number
  readonly id: string
  readonly subject: string
  readonly property: string
  readonly target: string | null
  readonly code: string | null
  readonly edition: string
  readonly source: string
  readonly language: string
  readonly content: string
  readonly type: string | null
  readonly hasTarget: number
  readonly hasEdition: number
  readonly listing: string
  readonly standings: string
}

type StandingKept = [number, number | null, number, 'PREFERRED' | 'NORMAL' | 'DEPRECATED', number, string]

const statementsWhere = (condition: string, beside = '') => `
  SELECT ${beside}s.key, s.ordinal, s.id, s.subject, s.property, s.target, s.code, s.edition, s.source, s.language, s.content,
    (SELECT e.type FROM entity e WHERE e.id = s.subject) AS type,
    EXISTS (SELECT 1 FROM entity e WHERE e.id = s.target) AS hasTarget,
    EXISTS (SELECT 1 FROM edition x WHERE x.id = s.edition) AS hasEdition,
    (SELECT json_group_array(v.dataset) FROM vouched v WHERE v.subject = s.subject AND v.dataset IN (
       SELECT w.value ->> 0 FROM standing t, json_each(t.vouches) w WHERE t.statement = s.key)) AS listing,
    (SELECT json_group_array(json_array(t.recorded, t.retracted, t.since, t.rank, t.confidence, t.vouches))
       FROM standing t WHERE t.statement = s.key) AS standings
  FROM statement s
  WHERE ${condition}`

const statements = `${statementsWhere('s.key > ?1', `${listedSearchKeys} AS keys, `)} ORDER BY s.key LIMIT ?2`

interface ConflictKept {
  readonly id: string
  readonly kind: string
  readonly property: string
  readonly content: string
  readonly subjects: string
  readonly lives: string
}

const conflicts = `
  SELECT c.id, c.kind, c.property, c.content,
    (SELECT json_group_array(cs.subject) FROM conflict_subject cs WHERE cs.conflict = c.key) AS subjects,
    (SELECT json_group_array(json_array(l.opened, l.closed)) FROM conflict_life l WHERE l.conflict = c.key) AS lives
  FROM conflict c
  WHERE c.id > ?1
  ORDER BY c.id LIMIT ?2`

interface EditionKept {
  readonly id: string
  readonly recorded: number
  readonly source: string
  readonly content: string
  readonly text: string | null
  readonly hasSource: number
}

/** Each in its last version. */
const editions = `
  SELECT e.id, e.recorded, e.source, e.content, e.text, EXISTS (SELECT 1 FROM source r WHERE r.id = e.source) AS hasSource
  FROM edition e
  WHERE e.id > ?1 AND e.recorded = (SELECT max(x.recorded) FROM edition x WHERE x.id = e.id)
  ORDER BY e.id LIMIT ?2`

/** What each is, and where it is counted and deleted. */
const strays: readonly (readonly [what: string, from: string])[] = [
  [
    'standings of no statement',
    'standing WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE s.key = standing.statement)',
  ],
  ['search keys of no statement', 'search_key WHERE rowid NOT IN (SELECT key FROM statement)'],
  [
    'ties of no conflict',
    'conflict_subject WHERE NOT EXISTS (SELECT 1 FROM conflict c WHERE c.key = conflict_subject.conflict)',
  ],
  [
    'lives of no conflict',
    'conflict_life WHERE NOT EXISTS (SELECT 1 FROM conflict c WHERE c.key = conflict_life.conflict)',
  ],
]

const unpublished: readonly (readonly [what: string, from: string])[] = [
  ['standings', 'standing WHERE recorded > ?1 OR retracted > ?1'],
  ['sources', 'source WHERE recorded > ?1'],
  ['editions', 'edition WHERE recorded > ?1'],
  ['entities', 'entity WHERE recorded > ?1'],
  ['conflicts', 'conflict_life WHERE opened > ?1 OR closed > ?1'],
  ['deeds', 'deed WHERE revision > ?1'],
]

function statementsIn(content: string): readonly string[] {
  try {
    return (JSON.parse(content) as { readonly statements?: readonly string[] }).statements ?? []
  } catch {
    return []
  }
}
