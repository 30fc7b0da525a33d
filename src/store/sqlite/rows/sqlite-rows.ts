import { LRUCache } from 'lru-cache'
import type { Column } from '../../../ontology/row-column.js'
import { type RowLayout, snakeCase, statementCount, type TypeLayout } from '../../../ontology/row-layout.js'
import { groupBy } from '../../group-queries.js'
import {
  type ColumnValue,
  isRefreshing,
  type ResolvedRow,
  type RowBatch,
  type RowChange,
  type RowLink,
  type RowStamp,
} from '../../rows/resolved-rows.js'
import type { RowAnswer, RowQuestion, RowsAsOf, RowsAsOfAny } from '../../rows/row-query.js'
import type { Parameter, SqliteConnection } from '../sqlite-connection.js'
import { selectRows } from './row-select.js'
import { addColumns, hasRowIndexes, hasRows, indexRows, layOutRows, quoted, typedTable } from './row-tables.js'
import type { TreesAsText } from './row-tree.js'
import { findNamedRows, findRowsOfIds } from './search-rows.js'
import { walkRows } from './walk-rows.js'

/** Reads and writes the rows of what holds, through one connection. */
export class SqliteRows {
  constructor(readonly db: SqliteConnection) {}

  stamp(): RowStamp | undefined {
    if (!hasRows(this.db)) return undefined
    const row = this.db.get<{ revision: number; version: string; partial: number; token: number }>(
      'SELECT revision, version, partial, token FROM row_state',
    )
    return row && { revision: row.revision, version: row.version, isPartial: row.partial === 1, token: row.token }
  }

  layOut(layout: RowLayout): void {
    layOutRows(this.db, layout)
  }

  begin(): number {
    const begin = () => {
      // Of tables that are empty after the rows are there.
      if (this.#lastKey() > 0) indexRows(this.db)
      this.db.run('UPDATE row_state SET token = token + 1 + token % 2')
      return this.#token()
    }
    return this.db.sortingOnDisk(() => this.db.transaction('IMMEDIATE', begin))
  }

  keep(token: number): number | undefined {
    const next = token + 2
    return this.db.run('UPDATE row_state SET token = ? WHERE token = ?', next, token) === 1 ? next : undefined
  }

  giveUp(token: number): void {
    this.db.run('UPDATE row_state SET token = token + 1 WHERE token = ?', token)
  }

  write(token: number, batch: EncodedRowBatch): boolean {
    const write = () => {
      if (this.#token() !== token) return false
      this.#put(batch)
      return true
    }
    const inTransaction = () => this.db.transaction('IMMEDIATE', write)
    // The last one makes the indexes.
    return batch.isLast ? this.db.sortingOnDisk(inTransaction) : inTransaction()
  }

  /** Writes what a revision changes, in the transaction that is open, if the rows are still those before and no refresh runs. */
  change({ batch, before }: EncodedRowChange): void {
    const stamp = this.stamp()
    if (stamp?.version !== before.version || stamp.revision !== before.revision) return
    if (stamp.isPartial || isRefreshing(stamp)) return
    this.db.run('UPDATE row_state SET token = token + 1')
    this.#put(batch)
  }

  #put({ rows: encoded, absent, since, day, isLast }: EncodedRowBatch): void {
    const rows = JSON.parse(encoded) as ResolvedRow[]
    this.#remove(absent.map(({ id }) => id))
    // Of a refresh of empty tables each row comes once.
    if (hasRowIndexes(this.db)) this.#remove(rows.map(({ id }) => id))
    this.db.insert(
      'row_absent (id, until)',
      absent.flatMap(({ id, until }) => (until === undefined ? [] : [[id, until]])),
    )
    this.#insert(rows, since)
    if (isLast) {
      indexRows(this.db)
      this.db.run('UPDATE row_state SET revision = ?, partial = 0, token = token + 1', since)
    } else this.db.run('UPDATE row_state SET partial = 1')
    this.db.run('UPDATE row_state SET day = max(day, ?)', day)
  }

  #token(): number {
    return this.db.get<{ token: number }>('SELECT token FROM row_state')?.token ?? 0
  }

  #lastKey(): number {
    return this.db.get<{ key: number | null }>('SELECT max(key) AS key FROM row_entity')?.key ?? 0
  }

  #remove(ids: readonly string[]): void {
    this.db.run(`DELETE FROM row_absent WHERE id IN ${listed}`, JSON.stringify(ids))
    const rows = this.db.all<{ key: number; id: string; type: string }>(
      'SELECT e.key, e.id, e.type FROM json_each(?) a CROSS JOIN row_entity e ON e.id = a.value',
      JSON.stringify(ids),
    )
    if (rows.length === 0) return
    for (const [type, its] of groupBy(rows, row => row.type))
      this.db.run(`DELETE FROM ${typedTable(snakeCase(type))} WHERE key IN ${listed}`, keysOf(its))
    this.db.run(
      `DELETE FROM row_link WHERE source IN ${listed} AND owner = 0`,
      JSON.stringify(rows.map(({ id }) => id)),
    )
    this.db.run(`DELETE FROM row_link WHERE owner IN ${listed} AND owner > 0`, keysOf(rows))
    this.db.run(`DELETE FROM row_search WHERE rowid IN ${listed}`, keysOf(rows))
    this.db.run(`DELETE FROM row_entity WHERE key IN ${listed}`, keysOf(rows))
  }

  #insert(rows: readonly ResolvedRow[], since: number): void {
    const before = this.#lastKey()
    const types = this.#types()
    if (!hasRowIndexes(this.db))
      for (const [name, its] of groupBy(rows, ({ type }) => type)) {
        const type = types.find(each => each.name === name)
        const filled = new Set(its.flatMap(({ columns }) => Object.keys(columns)))
        if (type) addColumns(this.db, type, column => filled.has(column))
      }
    const derived = new Set(
      types.flatMap(({ name, links }) =>
        links.flatMap(({ property, isDerived }) => (isDerived ? [`${name} ${property}`] : [])),
      ),
    )
    const keyed = rows.map((row, i) => ({ ...row, key: before + 1 + i }))
    this.db.insert(
      'row_entity (key, id, type, since, until, keys_hash)',
      keyed.map(({ key, id, type, until, keysHash }) => [key, id, type, since, until ?? null, keysHash]),
    )
    for (const { key, id, type, columns } of keyed)
      this.db.insert(intoText(type, Object.keys(columns)), [[key, id, ...Object.values(columns).map(toParameter)]])
    this.db.insert(
      'row_link (source, property, is_again, target, owner, place, statement, confidence, valid, qualifiers)',
      keyed.flatMap(({ key, type, links }) =>
        links.map(({ property, from, to, statement, confidence, valid, qualifiers, isAgain }, place) => [
          ...[from, property, isAgain ? 1 : 0, to, derived.has(`${type} ${property}`) ? key : 0, place],
          ...[statement, confidence, valid ?? null, textOfQualifiers(qualifiers)],
        ]),
      ),
    )
    this.db.insert(
      'row_search (rowid, keys)',
      keyed.flatMap(({ key, keys = '' }) => (keys === '' ? [] : [[key, keys]])),
    )
  }

  read(ids: readonly string[]): ResolvedRow[] {
    const layouts = new Map(this.#types().map(type => [type.name, type]))
    const entities = this.db.all<EntityRow>(
      'SELECT e.key, e.id, e.type, e.until, e.keys_hash AS keysHash FROM json_each(?) a CROSS JOIN row_entity e ON e.id = a.value',
      JSON.stringify(ids),
    )
    const columns = new Map(
      [...groupBy(entities, ({ type }) => type)].flatMap(([type, its]) =>
        this.#columns(keysOf(its), type, layouts.get(type)?.columns ?? []),
      ),
    )
    const links = this.#links(ids)
    return entities.map(({ key, id, type, until, keysHash }) => ({
      id,
      type,
      columns: columns.get(key) ?? {},
      links: links.get(id) ?? [],
      keysHash,
      ...(until !== null && { until }),
    }))
  }

  #types(): readonly TypeLayout[] {
    const { types = '[]' } = this.db.get<{ types: string }>('SELECT types FROM row_state') ?? {}
    return JSON.parse(types) as TypeLayout[]
  }

  /** By the keys of the rows. */
  #columns(keys: string, type: string, columns: readonly Column[]): (readonly [number, Columns])[] {
    const names = columns.map(({ name }) => quoted(snakeCase(name)))
    const rows = this.db.all<Record<string, string | number | null>>(
      `SELECT ${['key', ...names].join(', ')} FROM ${typedTable(snakeCase(type))} WHERE key IN ${listed}`,
      keys,
    )
    return rows.map(row => {
      const found: Columns = {}
      for (const { name, kind } of columns) {
        const value = row[snakeCase(name)]
        if (value === null || value === undefined) continue
        found[name] = kind === 'texts' ? (JSON.parse(String(value)) as string[]) : value
      }
      return [Number(row.key), found]
    })
  }

  /** By the ids of the entities from which the links follow. */
  #links(ids: readonly string[]): ReadonlyMap<string, RowLink[]> {
    const rows = this.db.all<LinkRow>(
      `SELECT e.id AS owner, ${linkColumns} FROM json_each(?1) a CROSS JOIN row_entity e ON e.id = a.value
         CROSS JOIN row_link l ON l.source = e.id AND l.owner = 0
       UNION ALL
       SELECT e.id, ${linkColumns} FROM json_each(?1) a CROSS JOIN row_entity e ON e.id = a.value
         CROSS JOIN row_link l ON l.owner = e.key AND l.owner > 0
       ORDER BY 2, 3, 4, 5`,
      JSON.stringify(ids),
    )
    const linksOf = ([owner, its]: readonly [string, LinkRow[]]) => [owner, its.map(toLink)] as const
    return new Map([...groupBy(rows, ({ owner }) => owner)].map(linksOf))
  }

  /** All of it is read in one transaction, and so of one state. */
  select(questions: readonly RowQuestion[], asOf: RowsAsOfAny): SelectedRows | undefined {
    return this.db.cache(() => {
      const revision = asOf.revision ?? newestRevision(this.db)
      if (!this.#holds({ ...asOf, revision })) return undefined
      return { revision, answers: questions.map(question => this.#answer(question)) }
    })
  }

  #answer(question: RowQuestion): RowAnswer | TreesAsText | undefined {
    if ('ask' in question) return selectRows(this.db, question)
    if (question.kind === 'walk') return walkRows(this.db, question)
    if (question.kind === 'ids') return findRowsOfIds(this.db, question)
    if (question.kind === 'statementCount') return this.#countStatements()
    const { ways, types, limit } = question
    return ways.map(keys => findNamedRows(this.db, { keys, types, limit }))
  }

  #countStatements(): number {
    const counts = this.#types().map(({ table }) => {
      const text = `SELECT sum(${quoted(snakeCase(statementCount))}) AS count FROM ${typedTable(table)}`
      return this.db.get<{ count: number | null }>(text)?.count ?? 0
    })
    return counts.reduce((sum, count) => sum + count, 0)
  }

  /** Whether the rows are whole, of that layout and revision, and right on that day. */
  #holds(asOf: RowsAsOf): boolean {
    const stamp = this.stamp()
    if (stamp?.version !== asOf.version || stamp.revision !== asOf.revision || stamp.isPartial) return false
    const state = this.db.get<{ day: string; due: number }>(
      `SELECT day, EXISTS (SELECT 1 FROM row_entity WHERE until <= ?1) OR EXISTS (SELECT 1 FROM row_absent WHERE until <= ?1) AS due
       FROM row_state`,
      asOf.day,
    )
    return state !== undefined && state.day <= asOf.day && state.due === 0
  }

  linkingTo(ids: readonly string[]): string[] {
    return this.db
      .all<{ id: string }>(
        `SELECT coalesce(e.id, l.source) AS id FROM json_each(?1) a CROSS JOIN row_link l ON l.target = a.value
           LEFT JOIN row_entity e ON e.key = l.owner
         UNION
         SELECT e.id FROM json_each(?1) a CROSS JOIN row_link l ON l.source = a.value JOIN row_entity e ON e.key = l.owner`,
        JSON.stringify(ids),
      )
      .map(({ id }) => id)
  }

  due(day: string): string[] {
    if (!hasRows(this.db)) return []
    return this.db
      .all<{ id: string }>(
        `SELECT id FROM row_entity WHERE until IS NOT NULL AND until <= ?1
         UNION SELECT id FROM row_absent WHERE until <= ?1`,
        day,
      )
      .map(({ id }) => id)
  }

  count(): number {
    return this.db.get<{ count: number }>('SELECT count(*) AS count FROM row_entity')?.count ?? 0
  }

  ids(after: string, limit: number): string[] {
    return this.db
      .all<{ id: string }>('SELECT id FROM row_entity WHERE id > ? ORDER BY id LIMIT ?', after, limit)
      .map(({ id }) => id)
  }
}

/** Answers, of which long ones are texts on their way to the thread that asked. */
export interface SelectedRows {
  readonly revision: number
  readonly answers: readonly (RowAnswer | TreesAsText | undefined)[]
}

function newestRevision(db: SqliteConnection): number {
  return db.get<{ number: number }>('SELECT number FROM revision ORDER BY number DESC LIMIT 1')?.number ?? 0
}

interface EntityRow {
  readonly key: number
  readonly id: string
  readonly type: string
  readonly until: string | null
  readonly keysHash: string
}

/** What a parameter lists as JSON. */
const listed = '(SELECT value FROM json_each(?))'

function keysOf(rows: readonly { readonly key: number }[]): string {
  return JSON.stringify(rows.map(({ key }) => key))
}

type Columns = Record<string, ColumnValue>

const linkColumns =
  'l.property, l.source, l.target, l.statement, l.confidence, l.valid, l.qualifiers, l.is_again AS isAgain'

interface LinkRow {
  readonly owner: string
  readonly property: string
  readonly source: string
  readonly target: string
  readonly statement: string
  readonly confidence: number
  readonly valid: string | null
  readonly qualifiers: string | null
  readonly isAgain: number
}

function toLink({
  source: from,
  target: to,
  valid,
  qualifiers,
  isAgain,
  property,
  statement,
  confidence,
}: LinkRow): RowLink {
  return {
    ...{ property, from, to, statement, confidence },
    qualifiers: qualifiers === null ? {} : (JSON.parse(qualifiers) as Record<string, string>),
    ...(valid !== null && { valid }),
    ...(isAgain === 1 && { isAgain: true }),
  }
}

/** Most links have none. */
function textOfQualifiers(qualifiers: RowLink['qualifiers']): string | null {
  return Object.keys(qualifiers).length === 0 ? null : JSON.stringify(qualifiers)
}

/** A batch whose rows are JSON, which goes from one thread to another in less time than objects. */
export interface EncodedRowBatch extends Omit<RowBatch, 'rows'> {
  readonly rows: string
}

export interface EncodedRowChange extends Omit<RowChange, 'batch'> {
  readonly batch: EncodedRowBatch
}

export function encodeRows(batch: RowBatch): EncodedRowBatch {
  return { ...batch, rows: JSON.stringify(batch.rows) }
}

/** The table of a type with the columns of a row, of which there are a few combinations. */
function intoText(type: string, columns: readonly string[]): string {
  const asked = `${type} ${columns.join(' ')}`
  const known = intoTexts.get(asked)
  if (known !== undefined) return known
  const names = columns.map(name => quoted(snakeCase(name)))
  const text = `${typedTable(snakeCase(type))} (${['key', 'id', ...names].join(', ')})`
  intoTexts.set(asked, text)
  return text
}

const intoTexts = new LRUCache<string, string>({ max: 1_000 })

/** Lists are JSON, which SQL users take apart with json_each. */
function toParameter(value: ColumnValue): Parameter {
  return typeof value === 'object' ? JSON.stringify(value) : value
}
