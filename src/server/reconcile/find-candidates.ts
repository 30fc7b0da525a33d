import { foldWholeName } from '../../names/fold-name.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { AskGraphql } from '../graphql/ask-graphql.js'
import { HttpRefusal } from '../http/refusal.js'
import {
  type Candidate,
  mostCandidates,
  type PropertyValue,
  type ReconciliationQuery,
  type ServiceLanguage,
} from './protocol.js'

const document = `
query Reconcile($query: String!, $types: [EntityType!], $limit: Int!, $properties: [String!]!, $language: LanguageTag!) {
  search(query: $query, types: $types, first: $limit) {
    edges {
      score
      match { text reason }
      matches { description(language: $language) }
      node {
        id type label(language: $language)
        statements(properties: $properties, first: 50) {
          nodes {
            property { name }
            asStated
            value {
              __typename
              ... on TextValue { text }
              ... on CodeValue { code }
              ... on DateValue { date }
              ... on Quantity { amount }
              ... on EntityValue { entity { id zh: label(language: "zh-Hans") en: label(language: "en") } }
            }
          }
        }
      }
    }
  }
}`

interface Found {
  readonly score: number
  readonly match: { readonly text: string; readonly reason: string }
  readonly matches: readonly { readonly description: string }[]
  readonly node: {
    readonly id: string
    readonly type: string
    readonly label: string
    readonly statements: { readonly nodes: readonly Stated[] }
  }
}

interface Stated {
  readonly property: { readonly name: string }
  readonly asStated: string
  readonly value: {
    readonly text?: string
    readonly code?: string
    readonly date?: string
    readonly amount?: string | null
    readonly entity?: { readonly id: string; readonly zh: string; readonly en: string }
  }
}

/**
 * The entities that a query may mean, the best first: by name, code or id as `search` finds them, then by how many of
 * the given properties they have. `match` is set if one candidate alone has exactly the name and no property speaks
 * against it.
 */
export async function findCandidates(
  ask: AskGraphql,
  ontology: Ontology,
  query: ReconciliationQuery,
  language: ServiceLanguage,
): Promise<readonly Candidate[]> {
  const limit = Math.min(query.limit ?? defaultCandidates, mostCandidates)
  const properties = query.properties ?? []
  const types = typesOf(ontology, query.type)
  const { search } = await ask(document, {
    query: textOf(query),
    types,
    // Properties may lift a candidate that its name alone would leave out.
    limit: properties.length === 0 ? limit : mostCandidates,
    properties: properties.map(({ pid }) => pid),
    language,
  })
  const rated = (search.edges as readonly Found[])
    .map(found => rate(found, properties, ontology, language))
    .sort((a, b) => b.score - a.score)
  const sure = rated.filter(({ isExact, agrees }) => isExact && agrees)
  return rated.slice(0, limit).map(({ isExact: _, agrees: __, ...candidate }) => ({
    ...candidate,
    match: sure.length === 1 && sure[0]?.id === candidate.id,
  }))
}

const defaultCandidates = 10

function rate(
  { score, match, matches, node }: Found,
  properties: NonNullable<ReconciliationQuery['properties']>,
  ontology: Ontology,
  language: ServiceLanguage,
) {
  const compared = properties.map(({ pid, v }) => {
    const stated = node.statements.nodes.filter(({ property }) => property.name === pid)
    const wanted = Array.isArray(v) ? v : [v]
    return { pid, isEqual: wanted.some(value => stated.some(each => isSame(each, value))), isStated: stated.length > 0 }
  })
  const share = compared.length === 0 ? 1 : compared.filter(({ isEqual }) => isEqual).length / compared.length
  const type = ontology.types.find(({ enumName }) => enumName === node.type)
  const typeName = type?.label[language] ?? node.type
  return {
    id: node.id,
    name: node.label,
    description: [typeName, ...reasonsOf({ match, matches, node })].join(', '),
    type: [{ id: node.type, name: typeName }],
    score: Math.round(1000 * score * (1 - propertyWeight + propertyWeight * share)) / 10,
    features: [
      { id: 'name', value: score },
      { id: `name_${match.reason.toLowerCase()}`, value: true },
      ...compared.map(({ pid, isEqual }) => ({ id: `property_${pid}`, value: isEqual })),
    ],
    isExact: match.reason === 'EXACT',
    agrees: compared.every(({ isEqual, isStated }) => isEqual || !isStated),
  }
}

/** By what a candidate was found, if not by the name that is shown. */
function reasonsOf({ match, matches, node }: Pick<Found, 'match' | 'matches' | 'node'>): readonly string[] {
  if (match.reason === 'FACTS') return matches.map(({ description }) => description)
  return match.text === node.label || match.text === node.id ? [] : [match.text]
}

/** How much of a score the properties are; the name is the rest. */
const propertyWeight = 0.4

/** Whether a statement says what a cell of the client says. */
function isSame({ asStated, value }: Stated, wanted: PropertyValue): boolean {
  if (typeof wanted === 'object') return value.entity?.id === wanted.id
  const { text, code, date, amount, entity } = value
  const said = [asStated, text, code, date, amount, entity?.id, entity?.zh, entity?.en]
  const folded = foldedOf(String(wanted))
  return said.some(each => each != null && (each === String(wanted) || (folded !== '' && foldedOf(each) === folded)))
}

function foldedOf(text: string): string {
  return foldWholeName(text)
    .map(word => word.text)
    .join(' ')
}

/** The name; without one, the text of the first property, which search looks for among names and codes. */
function textOf({ query, properties = [] }: ReconciliationQuery): string {
  if (query !== undefined && query.trim() !== '') return query
  const values = properties.flatMap(({ v }) => (Array.isArray(v) ? v : [v]))
  const [first] = values.map(value => (typeof value === 'object' ? value.id : String(value)))
  return (first ?? '').slice(0, 256)
}

function typesOf(ontology: Ontology, given: ReconciliationQuery['type']): readonly string[] | undefined {
  if (given === undefined) return undefined
  const ids = Array.isArray(given) ? given : [given]
  for (const id of ids)
    if (!ontology.types.some(({ enumName }) => enumName === id))
      throw new HttpRefusal(400, 'NOT_IN_ONTOLOGY', {
        en: `There is no type "${id.slice(0, 100)}": see defaultTypes in the manifest.`,
        zh: `没有类型“${id.slice(0, 100)}”：可用的类型见服务清单中的 defaultTypes。`,
      })
  return ids.length === 0 ? undefined : ids
}
