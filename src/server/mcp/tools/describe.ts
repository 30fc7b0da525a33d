import { countsSeveral } from '../../../ontology/declaration.js'
import type { EntityType } from '../../../ontology/ontology.js'
import { type CitedStatement, citedFragment, entityText, factText } from '../evidence.js'
import { anyView, commonInput, entityId } from '../inputs.js'
import type { Report } from '../report.js'
import { tool } from '../tool.js'
import { findType, notThere } from '../unknown-entity.js'
import type { Words } from '../words.js'

/** One document for each type: every property with what was chosen of it, what else was said, and what disagrees. */
export function describedFragment(type: EntityType): string {
  const resolutions = type.properties
    .map(({ id }) => `${id}: resolution(property: "${id}") { chosen { id } contradicting { id } }`)
    .join('\n')
  return `
fragment Described on Entity {
  id label(language: $language) formerIds
  conflicts(first: 50) { nodes { status property { name } statements { id } } }
  statements(first: 100) { totalCount nodes { ...Cited } }
  ${resolutions}
}
${citedFragment}`
}

export interface Described {
  readonly id: string
  readonly label: string
  readonly formerIds: readonly string[]
  readonly conflicts: {
    readonly nodes: readonly { readonly status: string; readonly statements: readonly { readonly id: string }[] }[]
  }
  readonly statements: { readonly totalCount: number; readonly nodes: readonly CitedStatement[] }
  /** By the id of a property. */
  readonly [property: string]: unknown
}

interface Resolution {
  readonly chosen: { readonly id: string } | null
  /** Of a property of which several values may count, all others do. */
  readonly contradicting: readonly { readonly id: string }[]
}

/** What a view takes of one property: what counts, and what was said otherwise. */
export interface Taken {
  readonly id: string
  readonly label: string
  readonly counted: readonly CitedStatement[]
  /** Others that say the same: further cited editions. */
  readonly alike: readonly CitedStatement[]
  /** Others that say something else, and do not count here. */
  readonly otherwise: readonly CitedStatement[]
  /** Ids of statements in a conflict that was not dismissed. */
  readonly contested: ReadonlySet<string>
}

/** The properties of which something was said, in the order of the ontology. */
export function taken(type: EntityType, entity: Described): readonly Taken[] {
  const contested = new Set(
    entity.conflicts.nodes
      .filter(({ status }) => status !== 'DISMISSED')
      .flatMap(({ statements }) => statements.map(({ id }) => id)),
  )
  return type.properties.flatMap(property => {
    const { id } = property
    const said = entity.statements.nodes.filter(({ property }) => property.name === id)
    const [first] = said
    if (!first) return []
    const resolution = entity[id] as Resolution | null
    const chosen = resolution?.chosen?.id
    const losing = new Set(resolution?.contradicting.map(each => each.id))
    const counts = (statement: CitedStatement) =>
      statement.id === chosen || (countsSeveral(property) && !losing.has(statement.id))
    const counted = said.filter(counts).sort((a, b) => Number(b.id === chosen) - Number(a.id === chosen))
    const values = new Set(counted.map(meaningOf))
    const others = said.filter(statement => !counts(statement))
    return [
      {
        id,
        label: first.property.label,
        counted,
        alike: others.filter(statement => values.has(meaningOf(statement))),
        otherwise: others.filter(statement => !values.has(meaningOf(statement))),
        contested,
      },
    ]
  })
}

export const describe = tool({
  name: 'describe',
  title: 'Describe an entity, with its evidence · 描述实体并注明出处',
  description:
    'All that the graph says of one entity: each property with its value, who says so in which words, what was said otherwise and did not win, and the entities that link to it with their number.',
  input: { id: entityId('An id that `find` gave: target/beijing-compute-2025.'), ...anyView, ...commonInput },
  async answer({ id, view }, { ask, ontology, words, begin }) {
    const type = findType(ontology, id)
    const document = `
query McpDescribe($id: ID!, $language: LanguageTag!, $view: ViewInput) {
  entity(id: $id, view: $view) { ...Described ...Incoming }
}
${incomingFragment(type)}
${describedFragment(type)}`
    const { entity } = await ask(document, { id, language: words.tag, view })
    if (!entity) throw notThere(id)
    const report = begin().say(`${entityText(entity)}, ${type.label[words.tag]}`)
    if (entity.formerIds.length > 0) report.say(`${words.formerly}: ${entity.formerIds.join(', ')}`)
    for (const property of taken(type, entity)) tellProperty(property, report)
    tellIncoming(entity as Described, type, report)
    const { totalCount, nodes } = (entity as Described).statements
    if (totalCount > nodes.length) report.note(words.more(nodes.length, totalCount))
    return report
  },
})

/** The first of the entities that link to one, and how many there are. */
function incomingFragment({ name, inverses }: EntityType): string {
  const links = inverses.map(
    ({ field }) => `in_${field}: ${field}(first: ${shownLinks}) { totalCount nodes { id label(language: $language) } }`,
  )
  return `fragment Incoming on ${name} { ${['__typename', ...links].join(' ')} }`
}

const shownLinks = 10

interface Incoming {
  readonly totalCount: number
  readonly nodes: readonly { readonly id: string; readonly label: string }[]
}

function tellIncoming(entity: Described, { inverses }: EntityType, { words, say }: Report): void {
  for (const { field } of inverses) {
    const { totalCount, nodes } = entity[`in_${field}`] as Incoming
    if (totalCount === 0) continue
    const more = totalCount > nodes.length ? ', …' : ''
    say(`← ${words.incoming(field)} (${totalCount}): ${nodes.map(entityText).join(', ')}${more}`)
  }
}

function tellProperty({ label, counted, alike, otherwise, contested }: Taken, { words, say }: Report): void {
  for (const [value, statements] of byValue(counted, words)) {
    const meanings = new Set(statements.map(meaningOf))
    say(`- ${label}: ${value}`, ...statements, ...alike.filter(statement => meanings.has(meaningOf(statement))))
  }
  for (const [value, statements] of byValue(otherwise, words)) {
    const isContested = statements.some(({ id }) => contested.has(id))
    say(`- ${label}, ${isContested ? words.disputed : words.otherwise}: ${value}`, ...statements)
  }
}

/** What a statement says, in whatever words. */
export function meaningOf({ value, qualifiers }: CitedStatement): string {
  return JSON.stringify([value, qualifiers])
}

/** Statements that say the same are listed once. */
function byValue(statements: readonly CitedStatement[], words: Words): ReadonlyMap<string, readonly CitedStatement[]> {
  const grouped = new Map<string, CitedStatement[]>()
  for (const statement of statements) {
    const value = factText(statement, words)
    const group = grouped.get(value)
    if (group) group.push(statement)
    else grouped.set(value, [statement])
  }
  return grouped
}
