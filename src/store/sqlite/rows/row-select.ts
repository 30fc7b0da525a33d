import { figureColumns, furtherFigureColumns } from '../../../ontology/row-keys.js'
import { snakeCase } from '../../../ontology/row-layout.js'
import { type OrderKey, orderKeysOf } from '../../rows/row-order.js'
import type {
  RowAnswer,
  RowAsk,
  RowCount,
  RowGrouping,
  RowPlace,
  RowQuery,
  RowSum,
  RowTest,
} from '../../rows/row-query.js'
import type { Parameter, SqliteConnection } from '../sqlite-connection.js'
import { quoted, typedTable } from './row-tables.js'
import { selectTrees, type TreesAsText } from './row-tree.js'

/*
 * Queries over rows as SQL. Names of tables and columns are those of the layout, which the ontology gives; all that a
 * client says is a parameter.
 */

/** Answers a query from the tables of rows. */
export function selectRows(db: SqliteConnection, query: RowQuery): RowAnswer | TreesAsText {
  const { ask } = query
  if (ask.kind === 'tree') return selectTree(db, query, ask)
  const { texts, parameters } = toSql({ ...query, ask })
  const all = <Row>() => texts.flatMap(text => db.all<Row>(text, ...parameters))
  switch (ask.kind) {
    case 'count':
      return all<{ count: number }>()[0]?.count ?? 0
    case 'page': {
      const places = all<Place>().map(placeOf)
      return ask.fromEnd ? places.reverse() : places
    }
    case 'exists':
      return all<{ found: number }>()[0]?.found === 1
    case 'groups':
      return all<RowCount>()
    case 'sum':
      return all<Sum>().map(toSum)
  }
}

function selectTree(
  db: SqliteConnection,
  query: RowQuery,
  { of, select }: Extract<RowAsk, { kind: 'tree' }>,
): TreesAsText {
  const places = 'kind' in of ? (selectRows(db, { ...query, ask: of }) as readonly RowPlace[]) : []
  const ids = 'kind' in of ? places.map(place => place.at(-1) ?? '') : of
  return { places, rowsText: selectTrees(db, ids, select) }
}

interface SqlQuery {
  /** One, or several whose rows together are the answer. */
  readonly texts: readonly string[]
  readonly parameters: readonly Parameter[]
}

/** The texts of a query. */
export function toSql({ type, test = { is: 'true' }, ask }: RowQuery & { readonly ask: FlatAsk }): SqlQuery {
  const text = new SqlText()
  const source = { table: typedTable(snakeCase(type)), test: text.test(test, columnOf('t')) }
  return { texts: textsOf(ask, source, text), parameters: text.parameters }
}

/** The table of the rows `t` that are asked for, and what they must meet. */
interface Source {
  readonly table: string
  readonly test: string
}

function fromText({ table, test }: Source, joins = ''): string {
  return `FROM ${table} t ${joins} WHERE ${test}`
}

/** One that looks at rows alone. */
export type FlatAsk = Exclude<RowAsk, { kind: 'tree' }>

function textsOf(ask: FlatAsk, source: Source, text: SqlText): readonly string[] {
  const from = fromText(source)
  switch (ask.kind) {
    case 'count':
      return [`SELECT count(*) AS count ${from}`]
    case 'page':
      return [pageText(ask, from, text)]
    case 'exists': {
      const beyond = text.beyond(orderKeysOf(ask.orders, columnOf('t'), 't.id'), ask.place, ask.where === 'from')
      return [`SELECT EXISTS (SELECT 1 ${from} AND ${ask.where === 'from' ? beyond : `NOT ${beyond}`}) AS found`]
    }
    case 'groups':
      return [`SELECT member, count(*) AS count FROM (${pairsText(ask.by, source, text)}) GROUP BY member`]
    case 'sum':
      return sumTexts(ask, source, text)
  }
}

type ColumnName = (column: string) => string

function columnOf(table: string): ColumnName {
  return column => `${table}.${quoted(snakeCase(column))}`
}

/** Makes conditions, and holds the parameters that they name. */
class SqlText {
  readonly parameters: Parameter[] = []
  #names = 0

  parameter(value: Parameter): string {
    this.parameters.push(value)
    return `?${this.parameters.length}`
  }

  #list(values: readonly string[]): string {
    return `(SELECT value FROM json_each(${this.parameter(JSON.stringify(values))}))`
  }

  #alias(): string {
    this.#names += 1
    return `x${this.#names}`
  }

  /** A condition that is NULL counts as false. */
  test(test: RowTest, column: ColumnName): string {
    switch (test.is) {
      case 'true':
        return '1'
      case 'false':
        return '0'
      case 'and':
      case 'or': {
        const parts = test.of.map(part => this.test(part, column))
        return parts.length === 0 ? (test.is === 'and' ? '1' : '0') : `(${parts.join(` ${test.is.toUpperCase()} `)})`
      }
      case 'not':
        return `(${this.test(test.of, column)}) IS NOT TRUE`
      case 'present':
        return `${column(test.column)} IS NOT NULL`
      case 'in':
        return `${column(test.column)} IN ${this.#list(test.values)}`
      case 'not in':
        return `${column(test.column)} NOT IN ${this.#list(test.values)}`
      case 'contains':
        return `instr(${column(test.column)}, ${this.parameter(test.value)}) > 0`
      case 'starts with': {
        const word = this.parameter(test.value)
        return `substr(${column(test.column)}, 1, length(${word})) = ${word}`
      }
      case 'ends with': {
        const word = this.parameter(test.value)
        return `substr(${column(test.column)}, -length(${word})) = ${word}`
      }
      case 'some':
        return this.#some(test.lists, test.test, column)
      case 'linked':
        return this.#linked(test.property, test.to, column)
      case 'within':
        return this.#within(test, column)
      default:
        return `${column(test.column)} ${test.is} ${this.parameter(test.value)}`
    }
  }

  /** A single list is given as JSON, of several the first one tells the places. */
  #some([first = '', ...others]: readonly string[], test: RowTest, column: ColumnName): string {
    const item = this.#alias()
    const inside: ColumnName = name =>
      name === first ? `${item}.value` : others.includes(name) ? `(${column(name)} ->> ${item}.key)` : column(name)
    return `(${column(first)} IS NOT NULL AND EXISTS (SELECT 1 FROM json_each(${column(first)}) ${item} WHERE ${this.test(test, inside)}))`
  }

  #linked(property: string, to: Extract<RowTest, { is: 'linked' }>['to'], column: ColumnName): string {
    const ofTypes = to.map(({ type, test }) => {
      const [link, other] = [this.#alias(), this.#alias()]
      const holds = this.test(test, columnOf(other))
      return `${column('id')} IN (SELECT ${link}.source FROM ${typedTable(snakeCase(type))} ${other}
        CROSS JOIN row_link ${link} ON ${link}.target = ${other}.id AND ${link}.property = ${this.parameter(property)}
        WHERE ${holds})`
    })
    return ofTypes.length === 0 ? '0' : `(${ofTypes.join(' OR ')})`
  }

  #within({ whole, by, type }: Extract<RowTest, { is: 'within' }>, column: ColumnName): string {
    const [parts, part] = [this.#alias(), this.#alias()]
    const table = typedTable(snakeCase(type))
    return `${column('id')} IN (
      WITH RECURSIVE ${parts} (id) AS (
        SELECT id FROM ${table} WHERE id = ${this.parameter(whole)}
        UNION SELECT ${part}.id FROM ${parts} CROSS JOIN ${table} ${part} ON ${columnOf(part)(by)} = ${parts}.id
      ) SELECT id FROM ${parts})`
  }

  /** The condition that a row is after a place or, with `isIncluded`, at it. The id is the last of the keys. */
  beyond([key, ...others]: readonly OrderKey[], [value, ...rest]: RowPlace, isIncluded: boolean): string {
    if (!key) return isIncluded ? '1' : '0'
    const { text, isDescending } = key
    if (others.length === 0) return `${text} >${isIncluded ? '=' : ''} ${this.parameter(value ?? null)}`
    const further = this.beyond(others, rest, isIncluded)
    if (value === null || value === undefined) return `(${text} IS NULL AND ${further})`
    const at = this.parameter(value)
    return `(${text} IS NULL OR ${text} ${isDescending ? '<' : '>'} ${at} OR (${text} = ${at} AND ${further}))`
  }
}

type Place = Readonly<Record<string, string | null>>

function placeOf(row: Place): RowPlace {
  return Object.values(row)
}

function pageText(ask: Extract<RowAsk, { kind: 'page' }>, from: string, text: SqlText): string {
  const { orders, after, before, limit, fromEnd = false } = ask
  const keys = orderKeysOf(orders, columnOf('t'), 't.id')
  const conditions = [
    after && text.beyond(keys, after, false),
    before &&
      (orders.length === 0 ? `t.id < ${text.parameter(before[0] ?? null)}` : `NOT ${text.beyond(keys, before, true)}`),
  ].flatMap(condition => (condition ? [` AND ${condition}`] : []))
  const order = keys.map(({ text, isDescending }, i) => {
    const direction = isDescending === fromEnd ? 'ASC' : 'DESC'
    // What has no value comes last in either direction; ids are never absent.
    return i === keys.length - 1
      ? `${text} ${direction}`
      : `${text} IS NULL ${fromEnd ? 'DESC' : 'ASC'}, ${text} ${direction}`
  })
  return `SELECT ${keys.map(({ text }, i) => `${text} AS k${i}`).join(', ')} ${from}${conditions.join('')}
    ORDER BY ${order.join(', ')}${limit === undefined ? '' : ` LIMIT ${text.parameter(limit)}`}`
}

/** Pairs of a group and the key of a row in the group, each once. */
function pairsText(by: RowGrouping, source: Source, text: SqlText): string {
  if ('column' in by) {
    const column = columnOf('t')(by.column)
    return by.is === 'value'
      ? `SELECT ${column} AS member, t.key AS key ${fromText(source)} AND ${column} IS NOT NULL`
      : `SELECT DISTINCT i.value AS member, t.key AS key ${fromText(source, `CROSS JOIN json_each(${column}) i`)}`
  }
  const link = `CROSS JOIN row_link l ON l.source = t.id AND l.property = ${text.parameter(by.property)}`
  if (by.is === 'linked') return `SELECT DISTINCT l.target AS member, t.key AS key ${fromText(source, link)}`
  return `${partsText(by, text)} SELECT DISTINCT part.whole AS member, t.key AS key
    ${fromText(source, `${link} CROSS JOIN part ON part.id = l.target`)}`
}

/** Each region below one of the level has it as its whole, down to the next one of the level. */
function partsText(by: Extract<RowGrouping, { is: 'whole' }>, text: SqlText): string {
  const table = typedTable(snakeCase(by.type))
  const [parent, ofLevel] = [quoted(snakeCase(by.partOf)), quoted(snakeCase(by.levelColumn))]
  const at = text.parameter(by.level)
  return `WITH RECURSIVE part (id, whole) AS (
      SELECT id, id FROM ${table} WHERE ${ofLevel} = ${at}
      UNION SELECT x.id, part.whole FROM part CROSS JOIN ${table} x ON x.${parent} = part.id WHERE x.${ofLevel} IS NOT ${at}
    )`
}

interface Sum {
  readonly member: string | null
  readonly terms: string
  readonly comparator: string
  readonly count: number
  readonly grains: string | null
  readonly topGrains: string | null
  readonly least: string
  readonly greatest: string
}

function toSum({ grains, topGrains, ...sum }: Sum): RowSum {
  return { ...sum, grains: grains === null || topGrains === null ? null : [grains, topGrains] }
}

function sumTexts(ask: Extract<RowAsk, { kind: 'sum' }>, source: Source, text: SqlText): readonly string[] {
  const { property, unitKind, hasFurther, closedLists, by } = ask
  const column = columnOf('t')
  const names = figureColumns(property)
  const unit = text.parameter(unitKind)
  const pairs = by && by.is !== 'value' && pairsText(by, source, text)
  const member = pairs ? 'g.member' : by?.is === 'value' ? column(by.column) : 'NULL'
  const isInGroup = by?.is === 'value' ? `${member} IS NOT NULL AND ` : ''
  // In the order of the index, which needs no sorting then.
  const groups = by ? [member] : closedLists.map(column)
  const rows = (join: string, test: string) =>
    pairs
      ? `FROM (${pairs}) g CROSS JOIN ${source.table} t ON t.key = g.key ${join} WHERE ${test}`
      : `${fromText(source, join)} AND ${isInGroup}${test}`
  const isOfKind = `${column(names.kind)} = ${unit}`
  const sumsOf = (terms: string, comparator: string, figures: string, from: string, further: readonly string[] = []) =>
    `SELECT ${member} AS member, ${terms} AS terms, ${comparator} AS comparator, count(*) AS count, ${figures} ${from}
      GROUP BY ${[...groups, terms, comparator, ...further].join(', ')}`
  const own = (figures: string, isPresent: string, further: readonly string[] = []) =>
    sumsOf(column(names.terms), column(names.comparator), figures, rows('', `${isOfKind} AND ${isPresent}`), further)
  const asText = (sum: string) => `CAST(${sum} AS TEXT)`
  const inGrains = (least: string, greatest: string) =>
    `${asText(`sum(${least})`)} AS grains, ${asText(`sum(${greatest})`)} AS topGrains,
      ${asText(`min(${least})`)} AS least, ${asText(`max(${greatest})`)} AS greatest`
  const asKeys = (least: string, greatest: string) =>
    `NULL AS grains, NULL AS topGrains, ${least} AS least, ${greatest} AS greatest`
  const [grains, least, greatest] = [column(names.grains), column(names.leastGrains), column(names.greatestGrains)]
  const [amount, top] = [column(names.amount), column(names.top)]
  const texts = [
    own(inGrains(grains, grains), `${grains} IS NOT NULL`),
    own(inGrains(least, greatest), `${greatest} IS NOT NULL`),
    own(asKeys(amount, top), `${amount} IS NOT NULL`, [amount, top]),
  ]
  if (!hasFurther) return texts
  const further = furtherFigureColumns(property)
  const at = (name: string) => `${column(name)} ->> f.key`
  const kinds = column(further.kind)
  const [furtherAmount, furtherTop] = [at(further.amount), at(further.top)]
  const ofFurther = rows(
    `CROSS JOIN json_each(${kinds}) f`,
    `${kinds} IS NOT NULL AND f.value = ${unit} AND ${furtherAmount} <> ''`,
  )
  const figures = asKeys(furtherAmount, furtherTop)
  return [...texts, sumsOf(at(further.terms), at(further.comparator), figures, ofFurther, [furtherAmount, furtherTop])]
}
