import { relationshipOf } from '../../../ontology/row-layout.js'
import type { RowLinkSelection, RowSelection } from '../../rows/row-tree.js'

/*
 * Rows with what they link to as an expression of Cypher. Labels, properties and types of relationships are those of the
 * layout, which the ontology gives; limits are parameters.
 */

/** Gives a value the name of a parameter. */
type Parameter = (value: unknown) => string

/** The label of rows whose texts are not those of the statements. A label is looked at sooner than a property that is not there. */
export const alteredLabel = 'Altered'

/** Marks a link that the row's column does not tell of, of a property that may have several. */
export const furtherMark = 'isFurther'

/** A row as an expression. The matches stand before the expression, and give one record for each. */
export interface RowText {
  readonly matches: string
  readonly row: string
}

/** A Cypher list of the columns of a node and of the nodes that it links to. */
export function treeOf(select: RowSelection, node: string, parameter: Parameter): RowText {
  return new TreeText(parameter).row(select, node)
}

type PageSelection = Extract<RowLinkSelection, { is: 'page' }>

class TreeText {
  #names = 0

  constructor(readonly parameter: Parameter) {}

  /** What a link to one row needs is matched behind the node: a subquery for each row takes longer. */
  row({ type, columns, links }: RowSelection, node: string): RowText {
    const found = links.map(link => (link.is === 'one' ? this.#one(link, node) : this.#page(link, type, node)))
    const id = `CASE WHEN ${node}:${alteredLabel} THEN [${node}.id] ELSE ${node}.id END`
    const values = [id, ...columns.map(({ name }) => `${node}.${name}`), ...found.map(({ row }) => row)]
    return { matches: found.map(({ matches }) => matches).join(''), row: `[${values.join(', ')}]` }
  }

  #one({ property, isSeveral, to }: Extract<RowLinkSelection, { is: 'one' }>, node: string): RowText {
    if (to.length === 0) return { matches: '', row: 'null' }
    const [end, relation] = [this.#alias(), this.#alias()]
    const isFirst = isSeveral ? ` WHERE ${relation}.${furtherMark} IS NULL` : ''
    const { matches, row } = this.#rowOf(to, end)
    return {
      matches: `
        OPTIONAL MATCH (${node})-[${relation}:${relationshipOf(property)}]->(${end})${isFirst}${matches}`,
      row,
    }
  }

  #page(link: PageSelection, type: string, node: string): RowText {
    const [end, relation] = [this.#alias(), this.#alias()]
    const links = this.#links(link, { type, node, end, relation })
    const count = `COUNT { ${links} RETURN ${link.parts === undefined ? relation : `DISTINCT ${end}`} }`
    const page = (ends: string) => ({ matches: '', row: link.isCounted ? `[${count}, ${ends}]` : ends })
    if (link.limit === undefined) return page('[]')
    const statement = link.hasStatements ? this.#alias() : undefined
    const order = `ORDER BY ${end}.id${statement === undefined ? '' : `, ${statement}`}`
    const limit = `LIMIT toInteger(${this.parameter(link.limit)})`
    const { matches, row } = this.#rowOf(link.to, end)
    const found =
      link.way === 'in' && !link.isSeveral && !link.hasStatements
        ? this.#byColumn(link, { type, node, end, limit })
        : `${links}
        WITH ${link.parts === undefined ? '' : 'DISTINCT '}${end}${statement === undefined ? '' : `, ${relation}.statement AS ${statement}`} ${order} ${limit}`
    // What is matched behind a page might come in another order.
    const again = matches === '' ? '' : `\n        WITH * ${order}`
    const shown = statement === undefined ? row : `[${statement}, ${row}]`
    return page(`COLLECT { ${found}${matches}${again} RETURN ${shown} }`)
  }

  #links(
    { way, property, from, parts, to }: PageSelection,
    { type, node, end, relation }: { type: string; node: string; end: string; relation: string },
  ): string {
    const relationship = `[${relation}:${relationshipOf(property)}]`
    if (way === 'out')
      return `MATCH (${node})-${relationship}->(${end}${labelOf(to)}) WHERE ${relation}.isAgain IS NULL`
    if (parts === undefined)
      return `MATCH (${node})<-${relationship}-(${end}:${from}) WHERE ${relation}.isAgain IS NULL`
    const part = this.#alias()
    return `MATCH (${node})<-[:${relationshipOf(parts)}*0..]-(${part}:${type}) MATCH (${part})<-${relationship}-(${end}:${from})`
  }

  /** Of a property with one value the column says the same as the links. An index has it in the order of the ids. */
  #byColumn(
    { property, from, parts }: PageSelection,
    { type, node, end, limit }: { type: string; node: string; end: string; limit: string },
  ): string {
    const rows = (whole: string) =>
      `MATCH (${end}:${from}) WHERE ${end}.${property} = ${whole}.id AND ${end}.id IS NOT NULL
        WITH ${end} ORDER BY ${end}.${property}, ${end}.id ${limit}`
    if (parts === undefined) return rows(node)
    const part = this.#alias()
    return `MATCH (${node})<-[:${relationshipOf(parts)}*0..]-(${part}:${type})
        WITH DISTINCT ${part}
        CALL (${part}) { ${rows(part)} RETURN ${end} }
        WITH ${end} ORDER BY ${end}.id ${limit}`
  }

  /** A case for each type, unless the same is read of all. */
  #rowOf(to: readonly RowSelection[], node: string): RowText {
    const [first, ...others] = to
    if (!first) return { matches: '', row: `${node}.id` }
    if (others.every(other => isAlike(other, first))) return this.row(first, node)
    const each = to.map(select => ({ type: select.type, ...this.row(select, node) }))
    return {
      matches: each.map(({ matches }) => matches).join(''),
      row: `CASE ${each.map(({ type, row }) => `WHEN ${node}:${type} THEN ${row}`).join(' ')} END`,
    }
  }

  #alias(): string {
    this.#names += 1
    return `y${this.#names}`
  }
}

/** Parts are of the row's own type. */
function isAlike(a: RowSelection, b: RowSelection): boolean {
  const hasParts = a.links.some(link => link.is === 'page' && link.parts !== undefined)
  return !hasParts && JSON.stringify([a.columns, a.links]) === JSON.stringify([b.columns, b.links])
}

function labelOf(to: readonly RowSelection[]): string {
  return to.length === 1 ? `:${to[0]?.type}` : ':Entity'
}
