import { figureColumns, furtherFigureColumns } from '../../../ontology/row-keys.js'
import { relationshipOf } from '../../../ontology/row-layout.js'
import { type OrderKey, orderKeysOf } from '../../rows/row-order.js'
import type { RowAnswer, RowAsk, RowGrouping, RowPlace, RowQuery, RowSum, RowTest } from '../../rows/row-query.js'
import type { RowTree } from '../../rows/row-tree.js'
import { classPrefix } from './figure-classes.js'
import { type RowText, treeOf } from './row-tree.js'

/*
 * Queries over rows as one text of Cypher. Labels, properties and types of relationships are those of the layout, which the
 * ontology gives; all that a client says is a parameter.
 */

/** An answer of a query as its text gives it. */
export function toAnswer({ ask }: RowQuery, found: unknown): RowAnswer {
  if (ask.kind === 'tree') {
    const rows = (
      'kind' in ask.of && ask.of.fromEnd ? (found as readonly TreeRow[]).toReversed() : found
    ) as readonly TreeRow[]
    return { places: rows.map(([place]) => place), rows: rows.map(([, row]) => row) }
  }
  if (ask.kind === 'page') return ask.fromEnd ? (found as readonly RowPlace[]).toReversed() : (found as RowAnswer)
  if (ask.kind === 'sum') return (found as readonly FoundSum[]).map(toSum)
  return found as RowAnswer
}

/** The ends of figures in grains are numbers. */
type FoundSum = Omit<RowSum, 'least' | 'greatest'> & Readonly<Record<'least' | 'greatest', string | number>>

function toSum({ least, greatest, ...sum }: FoundSum): RowSum {
  return { ...sum, least: String(least), greatest: String(greatest) }
}

type TreeRow = readonly [place: RowPlace, row: RowTree]

type ColumnName = (column: string) => string

function columnOf(node: string): ColumnName {
  return column => `${node}.${column}`
}

/** Makes texts, and holds the parameters that they name. */
export class CypherText {
  readonly parameters: Record<string, unknown> = {}
  #names = 0

  parameter(value: unknown): string {
    const name = `p${Object.keys(this.parameters).length}`
    this.parameters[name] = value
    return `$${name}`
  }

  #alias(): string {
    this.#names += 1
    return `x${this.#names}`
  }

  query({ type, test = { is: 'true' }, ask }: RowQuery, answer: string): string {
    const byColumn = equalColumnOf(test)
    // Said for an index that has the id, which rows are in with all columns of the index.
    const isInOrder = ask.kind === 'page' || (ask.kind === 'tree' && 'kind' in ask.of)
    const isOfClosedList = ask.kind === 'groups' && ask.by.is === 'value' && ask.by.isClosedList
    const isWhole = hasColumn(test) || isInOrder || isOfClosedList ? ' AND n.id IS NOT NULL' : ''
    const isByWhole = (ask.kind === 'groups' || ask.kind === 'sum') && ask.by?.is === 'whole'
    const where = isByWhole ? `MATCH (n:${type}) WHERE ${this.test(test, 'n', columnOf('n'))}` : this.#rows(type, test)
    const from = ask.kind === 'sum' ? where : `${where}${isWhole}`
    switch (ask.kind) {
      case 'count':
        return `${from} RETURN count(*) AS ${answer}`
      case 'page':
        return this.#page(ask, from, byColumn, answer)
      case 'tree': {
        const tree = treeOf(ask.select, 'n', value => this.parameter(value))
        if ('kind' in ask.of) return this.#page(ask.of, from, byColumn, answer, tree)
        const { matches, row } = tree
        return `UNWIND ${this.parameter(ask.of)} AS id MATCH (n:${type} {id: id})${matches} RETURN collect([[], ${row}]) AS ${answer}`
      }
      case 'exists': {
        const beyond = this.#beyond(orderKeysOf(ask.orders, columnOf('n'), 'n.id'), ask.place, ask.where === 'from')
        const condition = ask.where === 'from' ? beyond : `NOT ${beyond}`
        return `${from} AND ${condition} WITH n LIMIT 1 RETURN count(n) > 0 AS ${answer}`
      }
      case 'groups':
        return `${this.#pairs(ask.by, from)} WITH member, count(*) AS count
          RETURN collect({member: member, count: count}) AS ${answer}`
      case 'sum':
        return this.#sums(ask, type, from, answer)
    }
  }

  /** The rows that meet a test. Parts of a whole are few, so their rows are found from the whole down. */
  #rows(type: string, test: RowTest): string {
    const all = conditionsOf(test)
    const start = all.find(each => each.is === 'within' || withinOf(each) !== undefined)
    const within = start && (start.is === 'within' ? start : withinOf(start))
    if (!start || !within) return `MATCH (n:${type}) WHERE ${this.test(test, 'n', columnOf('n'))}`
    const whole = `(:${within.type} {id: ${this.parameter(within.whole)}})<-[:${relationshipOf(within.by)}*0..]-`
    const row =
      start.is === 'linked' ? `(:${within.type})<-[:${relationshipOf(start.property)}]-(n:${type})` : `(n:${type})`
    const others: RowTest = { is: 'and', of: all.filter(each => each !== start) }
    return `MATCH ${whole}${row} WITH DISTINCT n WHERE ${this.test(others, 'n', columnOf('n'))}`
  }

  /** A condition that is null counts as false. */
  test(test: RowTest, node: string, column: ColumnName): string {
    switch (test.is) {
      case 'true':
      case 'false':
        return test.is
      case 'and':
      case 'or': {
        const parts = test.of.map(part => this.test(part, node, column))
        return parts.length === 0 ? String(test.is === 'and') : `(${parts.join(` ${test.is.toUpperCase()} `)})`
      }
      case 'not':
        return `NOT coalesce(${this.test(test.of, node, column)}, false)`
      case 'present':
        return `${column(test.column)} IS NOT NULL`
      case 'in':
        return `${column(test.column)} IN ${this.parameter(test.values)}`
      case 'not in':
        return `NOT ${column(test.column)} IN ${this.parameter(test.values)}`
      case 'contains':
      case 'starts with':
      case 'ends with':
        return `${column(test.column)} ${test.is.toUpperCase()} ${this.parameter(test.value)}`
      case 'some':
        return this.#some(test.lists, test.test, node, column)
      case 'linked':
        return this.#linked(test, node)
      case 'within':
        return `EXISTS { (${node})-[:${relationshipOf(test.by)}*0..]->(:${test.type} {id: ${this.parameter(test.whole)}}) }`
      default:
        return `${column(test.column)} ${test.is} ${this.parameter(test.value)}`
    }
  }

  #some([first = '', ...others]: readonly string[], test: RowTest, node: string, column: ColumnName): string {
    const place = this.#alias()
    const inside: ColumnName = name =>
      name === first || others.includes(name) ? `${column(name)}[${place}]` : column(name)
    return `any(${place} IN range(0, size(coalesce(${column(first)}, [])) - 1) WHERE ${this.test(test, node, inside)})`
  }

  #linked({ property, to }: Extract<RowTest, { is: 'linked' }>, node: string): string {
    const ofTypes = to.map(({ type, test }) => {
      const other = this.#alias()
      const holds = this.test(test, other, columnOf(other))
      return `EXISTS { MATCH (${node})-[:${relationshipOf(property)}]->(${other}:${type}) WHERE ${holds} }`
    })
    return ofTypes.length === 0 ? 'false' : `(${ofTypes.join(' OR ')})`
  }

  #page(
    ask: Extract<RowAsk, { kind: 'page' }>,
    from: string,
    byColumn: string | undefined,
    answer: string,
    tree?: RowText,
  ): string {
    const { orders, after, before, limit, fromEnd = false } = ask
    const keys = orderKeysOf(orders, columnOf('n'), 'n.id')
    const conditions = [
      after && this.#beyond(keys, after, false),
      before && `NOT ${this.#beyond(keys, before, true)}`,
    ].flatMap(condition => (condition ? [` AND ${condition}`] : []))
    const order = keys.map(({ text, isDescending }, i) => {
      const direction = isDescending === fromEnd ? 'ASC' : 'DESC'
      // What has no value comes last in either direction; ids are never absent.
      const isLast = i === keys.length - 1
      return isLast ? `${text} ${direction}` : `${text} IS NULL ${fromEnd ? 'DESC' : 'ASC'}, ${text} ${direction}`
    })
    // What is alike in all rows changes no order: so said, it is that of the index, which then is read as far as the page goes.
    if (orders.length === 0 && byColumn !== undefined)
      order.unshift(`${columnOf('n')(byColumn)} ${fromEnd ? 'DESC' : 'ASC'}`)
    const place = `[${keys.map(({ text }) => text).join(', ')}]`
    const cut = limit === undefined ? '' : ` LIMIT toInteger(${this.parameter(limit)})`
    const inOrder = `ORDER BY ${order.join(', ')}`
    const { matches, row } = tree ?? { matches: '', row: undefined }
    // What is matched behind the page might come in another order.
    const behind = matches === '' ? '' : `${matches} WITH * ${inOrder}`
    return `${from}${conditions.join('')} WITH n ${inOrder}${cut}${behind}
      RETURN collect(${row === undefined ? place : `[${place}, ${row}]`}) AS ${answer}`
  }

  /** The condition that a row is after a place or, with `isIncluded`, at it. The id is the last of the keys. */
  #beyond([key, ...others]: readonly OrderKey[], [value, ...rest]: RowPlace, isIncluded: boolean): string {
    if (!key) return String(isIncluded)
    const { text, isDescending } = key
    if (others.length === 0) return `${text} >${isIncluded ? '=' : ''} ${this.parameter(value)}`
    const further = this.#beyond(others, rest, isIncluded)
    if (value === null || value === undefined) return `(${text} IS NULL AND ${further})`
    const at = this.parameter(value)
    const isBehind = `${text} ${isDescending ? '<' : '>'} ${at}`
    return `(${text} IS NULL OR ${isBehind} OR (${text} = ${at} AND ${further}))`
  }

  /** Pairs of a row `n` and a group that it is in, each once. */
  #pairs(by: RowGrouping, from: string): string {
    switch (by.is) {
      case 'value': {
        const column = columnOf('n')(by.column)
        return `${from} AND ${column} IS NOT NULL WITH n, ${column} AS member`
      }
      case 'values':
        return `${from} UNWIND ${columnOf('n')(by.column)} AS member WITH DISTINCT n, member`
      case 'linked':
        return `${from} MATCH (n)-[:${relationshipOf(by.property)}]->(o:Entity) WITH DISTINCT n, o.id AS member`
      case 'whole': {
        const at = this.parameter(by.level)
        // Each part has the nearest of the level above it as its whole, or is one.
        return `MATCH (whole:${by.type} {${by.levelColumn}: ${at}}) WHERE whole.id IS NOT NULL
          MATCH up = (whole)<-[:${relationshipOf(by.partOf)}*0..]-(part:${by.type})
          WHERE none(other IN nodes(up)[1..] WHERE coalesce(other.${by.levelColumn} = ${at}, false))
          MATCH (part)<-[:${relationshipOf(by.property)}]-(n)
          ${from} WITH DISTINCT n, whole.id AS member`
      }
    }
  }

  /**
   * Every property that a sum looks at must be there, so that an index which has them all can answer it: plain numbers,
   * ranges, and figures that are no whole number of grains apart.
   */
  #sums(ask: Extract<RowAsk, { kind: 'sum' }>, type: string, from: string, answer: string): string {
    const { property, unitKind, hasFurther, by } = ask
    const column = columnOf('n')
    const names = figureColumns(property)
    const [terms, comparator] = [column(names.terms), column(names.comparator)]
    // Conditions behind a WITH are none by which an index is chosen.
    const where = (test: string) =>
      by && by.is !== 'value' ? `${this.#pairs(by, from)} WHERE ${test}` : `${from} AND ${test}`
    const member = by
      ? { text: by.is === 'value' ? `${column(by.column)} AS member, ` : 'member, ', is: 'member' }
      : undefined
    const isInGroup = by?.is === 'value' ? `${column(by.column)} IS NOT NULL AND ` : ''
    const unit = this.parameter(unitKind)
    const row = (grains: string) =>
      `{member: ${member?.is ?? 'null'}, terms: terms, comparator: comparator, count: count, grains: ${grains}, least: least, greatest: greatest}`
    const part = (name: string, present: readonly string[], figures: string, grains: string) => {
      const own = [terms, comparator, ...present].map(each => `${each} IS NOT NULL`).join(' AND ')
      return `CALL () {
        ${where(`${isInGroup}${column(names.kind)} = ${unit} AND ${own}`)}
        WITH ${member?.text ?? ''}${terms} AS terms, ${comparator} AS comparator, count(*) AS count, ${figures}
        RETURN collect(${row(grains)}) AS ${name}
      }`
    }
    const inGrains = (name: string, least: string, greatest: string) => {
      const figures =
        least === greatest
          ? `sum(${least}) AS amount, min(${least}) AS least, max(${least}) AS greatest`
          : `sum(${least}) AS amount, sum(${greatest}) AS top, min(${least}) AS least, max(${greatest}) AS greatest`
      const grains = `[toString(amount), toString(${least === greatest ? 'amount' : 'top'})]`
      return part(name, [...new Set([least, greatest])], figures, grains)
    }
    const [amount, top] = [column(names.amount), column(names.top)]
    const grains = column(names.grains)
    const ofClass = `${from} AND ${column(names.kind)} = ${unit} AND ${terms} = each[0] AND ${comparator} = each[1] AND ${grains} IS NOT NULL`
    const byClass = () => `CALL () {
        MATCH (s:RowState {name: 'rows'})
        WITH ${this.parameter(classPrefix(type, property, unitKind))} AS prefix, s.classes AS classes
        UNWIND [c IN classes WHERE c STARTS WITH prefix | split(substring(c, size(prefix)), '\\n')] AS each
        CALL (each) {
          ${ofClass}
          RETURN count(*) AS count, sum(${grains}) AS amount, min(${grains}) AS least, max(${grains}) AS greatest
        }
        WITH each[0] AS terms, each[1] AS comparator, count, amount, least, greatest
        WHERE count > 0
        RETURN collect(${row('[toString(amount), toString(amount)]')}) AS numbers
      }`
    const parts = [
      by ? inGrains('numbers', grains, grains) : byClass(),
      inGrains('ranges', column(names.leastGrains), column(names.greatestGrains)),
      part('others', [amount, top], `${amount} AS least, ${top} AS greatest`, 'null'),
    ]
    if (!hasFurther) return `${parts.join(' ')} RETURN numbers + ranges + others AS ${answer}`
    const further = furtherFigureColumns(property)
    const at = (name: string) => `${column(name)}[place]`
    const more = `CALL () {
      ${where(`${isInGroup}${column(further.kind)} IS NOT NULL`)}
      WITH ${member?.text ?? ''}n UNWIND range(0, size(coalesce(${column(further.kind)}, [])) - 1) AS place
      WITH ${member ? 'member, ' : ''}n, place WHERE ${at(further.kind)} = ${unit} AND ${at(further.amount)} <> ''
      WITH ${member ? 'member, ' : ''}${at(further.terms)} AS terms, ${at(further.comparator)} AS comparator, count(*) AS count,
        ${at(further.amount)} AS least, ${at(further.top)} AS greatest
      RETURN collect(${row('null')}) AS further
    }`
    return `${parts.join(' ')} ${more} RETURN numbers + ranges + others + further AS ${answer}`
  }
}

/** Conditions that a row must all meet. */
function conditionsOf(test: RowTest): readonly RowTest[] {
  return test.is === 'and' ? test.of.flatMap(conditionsOf) : [test]
}

/** The condition that a link leads to a part of a whole, if the test says that and nothing else. */
function withinOf(test: RowTest): Extract<RowTest, { is: 'within' }> | undefined {
  const [to, ...others] = test.is === 'linked' ? test.to : []
  const [within, ...further] = to && others.length === 0 ? conditionsOf(to.test) : []
  return within?.is === 'within' && within.type === to?.type && further.length === 0 ? within : undefined
}

/** Whether only rows meet the test in which some column has one of a few values. */
function hasColumn(test: RowTest): boolean {
  return test.is === '=' || test.is === 'in' || (test.is === 'and' && test.of.some(hasColumn))
}

/** A column that has one value in all rows that meet the test. */
function equalColumnOf(test: RowTest): string | undefined {
  if (test.is === '=') return test.column
  if (test.is === 'in' && test.values.length === 1) return test.column
  return test.is === 'and' ? test.of.map(equalColumnOf).find(column => column !== undefined) : undefined
}
