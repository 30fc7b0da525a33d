import { relationshipOf } from '../../../ontology/row-layout.js'
import type { RowLinkSelection, RowSelection } from '../../rows/row-tree.js'

/*
 * Rows with what they link to as an expression of Cypher. Labels, properties and types of relationships are those of the
 * layout, which the ontology gives; limits are parameters.
 */

/** Gives a value the name of a parameter. */
type Parameter = (value: unknown) => string

/** A Cypher list of the columns of a node and of the nodes that it links to. */
export function treeOf(select: RowSelection, node: string, parameter: Parameter): string {
  return new TreeText(parameter).row(select, node)
}

class TreeText {
  #names = 0

  constructor(readonly parameter: Parameter) {}

  row({ type, columns, links }: RowSelection, node: string): string {
    const values = [
      `${node}.id`,
      ...columns.map(({ name }) => `${node}.${name}`),
      ...links.map(link => this.#link(link, type, node)),
    ]
    return `[${values.join(', ')}]`
  }

  #link(link: RowLinkSelection, type: string, node: string): string {
    const end = this.#alias()
    if (link.is === 'one') {
      const { property, to } = link
      return `head(COLLECT {
        MATCH (${node})-[:${relationshipOf(property)}]->(${end}${labelOf(to)}) WHERE ${end}.id = ${node}.${property}
        RETURN ${this.#rowOf(to, end)} LIMIT 1 })`
    }
    const { way, property, from, parts, limit, isCounted, to } = link
    const [relation, part] = [this.#alias(), this.#alias()]
    const relationship = `[${relation}:${relationshipOf(property)}]`
    const links =
      way === 'out'
        ? `MATCH (${node})-${relationship}->(${end}${labelOf(to)}) WHERE ${relation}.isAgain IS NULL`
        : parts === undefined
          ? `MATCH (${node})<-${relationship}-(${end}:${from}) WHERE ${relation}.isAgain IS NULL`
          : `MATCH (${node})<-[:${relationshipOf(parts)}*0..]-(${part}:${type}) MATCH (${part})<-${relationship}-(${end}:${from})`
    const count = isCounted ? `COUNT { ${links} RETURN ${parts === undefined ? relation : `DISTINCT ${end}`} }` : 'null'
    if (limit === undefined) return `[${count}, []]`
    const statement = this.#alias()
    const found =
      parts === undefined ? `${end}, ${relation}.statement AS ${statement}` : `DISTINCT ${end}, null AS ${statement}`
    return `[${count}, COLLECT { ${links}
      WITH ${found} ORDER BY ${end}.id, ${statement} LIMIT toInteger(${this.parameter(limit)})
      RETURN [${end}.id, ${statement}, ${this.#rowOf(to, end)}] }]`
  }

  #rowOf(to: readonly RowSelection[], node: string): string {
    const [only] = to
    if (!only) return 'null'
    if (to.length === 1) return this.row(only, node)
    return `CASE ${to.map(select => `WHEN ${node}:${select.type} THEN ${this.row(select, node)}`).join(' ')} END`
  }

  #alias(): string {
    this.#names += 1
    return `y${this.#names}`
  }
}

function labelOf(to: readonly RowSelection[]): string {
  return to.length === 1 ? `:${to[0]?.type}` : ':Entity'
}
