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
    return `json_array(${[`${table}.id`, ...values, ...links.map(link => this.#link(link, type, table))].join(', ')})`
  }

  #link(link: RowLinkSelection, type: string, table: string): string {
    if (link.is === 'one') return this.#rowOf(link.to, `${table}.${quoted(snakeCase(link.property))}`)
    const count = link.isCounted ? `(SELECT count(*) FROM (${this.#links(link, type, table)}))` : 'NULL'
    if (link.limit === undefined) return `json_array(${count}, json('[]'))`
    const limit = this.#parameter(link.limit)
    const end = this.#alias()
    const row = this.#rowOf(link.to, `${end}.id`)
    return `json_array(${count}, (SELECT json_group_array(json_array(${end}.id, ${end}.statement, ${row}))
      FROM (${this.#links(link, type, table, limit)} ORDER BY 1, 2 LIMIT ${limit}) ${end}))`
  }

  /** The other ends of links and their statements. No more than `limit` are read of one part. */
  #links(
    { way, property, from, parts }: Extract<RowLinkSelection, { is: 'page' }>,
    type: string,
    table: string,
    limit?: string,
  ): string {
    const link = this.#alias()
    const isProperty = `${link}.property = '${property}' AND ${link}.is_again = 0`
    if (way === 'out')
      return `SELECT ${link}.target AS id, ${link}.statement AS statement FROM row_link ${link}
        WHERE ${link}.source = ${table}.id AND ${isProperty}`
    // All ids of a type begin alike.
    const prefix = from.toLowerCase()
    const isFrom = `${isProperty} AND ${link}.source > '${prefix}/' AND ${link}.source < '${prefix}0'`
    if (parts === undefined)
      return `SELECT ${link}.source AS id, ${link}.statement AS statement FROM row_link ${link}
        WHERE ${link}.target = ${table}.id AND ${isFrom}`
    const [part, of, some] = [this.#alias(), this.#alias(), this.#alias()]
    const whole = `${of}.${quoted(snakeCase(parts))}`
    const allParts = `(WITH RECURSIVE ${part} (id) AS (SELECT ${table}.id
      UNION SELECT ${of}.id FROM ${part} CROSS JOIN ${typedTable(snakeCase(type))} ${of} ON ${whole} = ${part}.id)
      SELECT id FROM ${part}) ${some}`
    const links = `FROM row_link ${link} WHERE ${link}.target = ${some}.id AND ${isFrom}`
    const first = `SELECT json_group_array(source) FROM (SELECT ${link}.source ${links} ORDER BY 1 LIMIT ${limit})`
    return limit === undefined
      ? `SELECT DISTINCT ${link}.source AS id, NULL AS statement FROM ${allParts} CROSS JOIN row_link ${link}
          ON ${link}.target = ${some}.id AND ${isFrom}`
      : `SELECT DISTINCT f.value AS id, NULL AS statement FROM ${allParts} CROSS JOIN json_each((${first})) f`
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
