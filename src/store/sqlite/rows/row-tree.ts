import { alteredColumn } from '../../../ontology/row-keys.js'
import { snakeCase } from '../../../ontology/row-layout.js'
import type { RowPlace, RowTrees } from '../../rows/row-query.js'
import type { RowLinkSelection, RowSelection, RowTree } from '../../rows/row-tree.js'
import type { Parameter, SqliteConnection } from '../sqlite-connection.js'
import { quoted, typedTable } from './row-tables.js'

/*
 * Rows with what they link to as one text that gives JSON. Names are those of the layout, which the ontology gives; ids and
 * limits are parameters.
 */

/** An answer as it goes from thread to thread: a text goes quicker than thousands of lists. */
export interface TreesAsText {
  readonly places: readonly RowPlace[]
  /** JSON. */
  readonly rowsText: string
}

export function fromText({ places, rowsText }: TreesAsText): RowTrees {
  return { places, rows: JSON.parse(rowsText) as readonly RowTree[] }
}

/** The rows with these ids that are there, in the order of the ids, as JSON. */
export function selectTrees(db: SqliteConnection, ids: readonly string[], select: RowSelection): string {
  const { text, parameters } = toTreeSql(select)
  return db.get<{ rows: string }>(text, JSON.stringify(ids), ...parameters)?.rows ?? '[]'
}

/** The text, and its parameters behind the ids. */
export function toTreeSql(select: RowSelection): { readonly text: string; readonly parameters: readonly Parameter[] } {
  const tree = new TreeText()
  const row = tree.row(select, 't')
  const text = `SELECT json_group_array(${row}) AS rows
    FROM json_each(?1) a CROSS JOIN ${typedTable(snakeCase(select.type))} t ON t.id = a.value`
  return { text, parameters: tree.parameters }
}

type PageSelection = Extract<RowLinkSelection, { is: 'page' }>

class TreeText {
  readonly parameters: Parameter[] = []
  #names = 0

  row({ type, columns, links }: RowSelection, table: string): string {
    const values = columns.map(({ name, kind }) => {
      const column = `${table}.${quoted(snakeCase(name))}`
      if (kind === 'texts') return `json(${column})`
      // JSON would have 15 digits of a number.
      return kind === 'number' ? `json(CASE WHEN ${column} IS NOT NULL THEN format('%!.17g', ${column}) END)` : column
    })
    const id = `CASE WHEN ${table}.${alteredColumn} IS NULL THEN ${table}.id ELSE json_array(${table}.id) END`
    return `json_array(${[id, ...values, ...links.map(link => this.#link(link, type, table))].join(', ')})`
  }

  #link(link: RowLinkSelection, type: string, table: string): string {
    if (link.is === 'one') return this.#rowOf(link.to, `${table}.${quoted(snakeCase(link.property))}`)
    const ends = link.limit === undefined ? "json('[]')" : this.#ends({ ...link, limit: link.limit }, type, table)
    return link.isCounted ? `json_array((SELECT count(*) FROM (${this.#links(link, type, table)})), ${ends})` : ends
  }

  #ends(link: PageSelection & { readonly limit: number }, type: string, table: string): string {
    const limit = this.#parameter(link.limit)
    const end = this.#alias()
    const found = `(${this.#links(link, type, table, limit)} ORDER BY ${link.hasStatements ? '1, 2' : '1'} LIMIT ${limit}) ${end}`
    const [only, ...others] = link.to
    const listed = (node: string, from: string) =>
      `(SELECT json_group_array(${link.hasStatements ? `json_array(${end}.statement, ${node})` : node}) FROM ${from})`
    if (!only) return listed(`${end}.id`, found)
    if (others.length > 0) return listed(this.#rowOf(link.to, `${end}.id`), found)
    const other = this.#alias()
    return listed(
      this.row(only, other),
      `${found} CROSS JOIN ${typedTable(snakeCase(only.type))} ${other} ON ${other}.id = ${end}.id`,
    )
  }

  /** The other ends of links, with their statements if these are read. No more than `limit` are read of one part. */
  #links(
    { way, property, from, parts, hasStatements }: PageSelection,
    type: string,
    table: string,
    limit?: string,
  ): string {
    const link = this.#alias()
    const isProperty = `${link}.property = '${property}' AND ${link}.is_again = 0`
    const statement = hasStatements ? `, ${link}.statement AS statement` : ''
    if (way === 'out')
      return `SELECT ${link}.target AS id${statement} FROM row_link ${link}
        WHERE ${link}.source = ${table}.id AND ${isProperty}`
    // All ids of a type begin alike.
    const prefix = from.toLowerCase()
    const isFrom = `${isProperty} AND ${link}.source > '${prefix}/' AND ${link}.source < '${prefix}0'`
    if (parts === undefined)
      return `SELECT ${link}.source AS id${statement} FROM row_link ${link}
        WHERE ${link}.target = ${table}.id AND ${isFrom}`
    const [part, of, some] = [this.#alias(), this.#alias(), this.#alias()]
    const whole = `${of}.${quoted(snakeCase(parts))}`
    const allParts = `(WITH RECURSIVE ${part} (id) AS (SELECT ${table}.id
      UNION SELECT ${of}.id FROM ${part} CROSS JOIN ${typedTable(snakeCase(type))} ${of} ON ${whole} = ${part}.id)
      SELECT id FROM ${part}) ${some}`
    const links = `FROM row_link ${link} WHERE ${link}.target = ${some}.id AND ${isFrom}`
    const first = `SELECT json_group_array(source) FROM (SELECT ${link}.source ${links} ORDER BY 1 LIMIT ${limit})`
    return limit === undefined
      ? `SELECT DISTINCT ${link}.source AS id FROM ${allParts} CROSS JOIN row_link ${link}
          ON ${link}.target = ${some}.id AND ${isFrom}`
      : `SELECT DISTINCT f.value AS id FROM ${allParts} CROSS JOIN json_each((${first})) f`
  }

  /** The row with that id, of whichever of the types. */
  #rowOf(to: readonly RowSelection[], id: string): string {
    const rows = to.map(select => {
      const other = this.#alias()
      return `(SELECT ${this.row(select, other)} FROM ${typedTable(snakeCase(select.type))} ${other} WHERE ${other}.id = ${id})`
    })
    return rows.length > 1 ? `coalesce(${rows.join(', ')})` : (rows[0] ?? 'NULL')
  }

  #parameter(value: Parameter): string {
    this.parameters.push(value)
    // The first one is the list of ids.
    return `?${this.parameters.length + 1}`
  }

  #alias(): string {
    this.#names += 1
    return `x${this.#names}`
  }
}
