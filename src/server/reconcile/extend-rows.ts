import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { AskGraphql } from '../graphql/ask-graphql.js'
import { HttpRefusal } from '../http/refusal.js'
import type { Cell, ExtensionQuery, ServiceLanguage } from './protocol.js'

interface ResolvedValue {
  readonly __typename: string
  readonly text?: string
  readonly code?: string
  readonly date?: string
  readonly amount?: string | null
  readonly upper?: string | null
  readonly comparator?: string
  readonly unit?: string | null
  readonly latitude?: number
  readonly longitude?: number
  readonly entity?: { readonly id: string; readonly label: string }
}

interface Stated {
  readonly id: string
  readonly asStated: string
  readonly property: { readonly name: string }
  readonly value: ResolvedValue
}

const statedFragment = `
fragment Stated on Statement {
  id asStated
  property { name }
  value {
    __typename
    ... on TextValue { text }
    ... on CodeValue { code }
    ... on DateValue { date }
    ... on Quantity { amount upper comparator unit }
    ... on GeoPoint { latitude longitude }
    ... on EntityValue { entity { id label(language: $language) } }
  }
}`

/** Answers a data extension: of each entity the values that count, property by property. */
export async function extendRows(
  ask: AskGraphql,
  ontology: Ontology,
  { ids, properties }: ExtensionQuery,
  language: ServiceLanguage,
) {
  const known = properties.map(({ id, settings }) => ({ id, settings, declared: findProperty(ontology, id) }))
  const rows: [id: string, row: Readonly<Record<string, readonly Cell[]>>][] = []
  for (const id of ids) {
    const type = ontology.findTypeOfId(id)
    const own = known.filter(each => type?.findProperty(each.id))
    const values =
      type && own.length > 0
        ? await valuesOf(
            ask,
            id,
            type,
            own.map(each => each.id),
            language,
          )
        : new Map()
    const cells = known.map(each => [each.id, cellsOf((values.get(each.id) ?? []) as readonly Stated[], each.settings)])
    rows.push([id, Object.fromEntries(cells)])
  }
  return {
    meta: known.map(({ id, declared }) => ({
      id,
      name: declared.label[language],
      ...(declared.value.kind === 'entity' && typeOfLink(ontology, declared.value.to, language)),
    })),
    rows: Object.fromEntries(rows),
  }
}

/** The statements that count for each property: the chosen one, of joint properties all that no other contradicts. */
async function valuesOf(
  ask: AskGraphql,
  id: string,
  type: EntityType,
  properties: readonly string[],
  language: ServiceLanguage,
): Promise<ReadonlyMap<string, readonly Stated[]>> {
  const resolutions = properties.map((name, i) => `p${i}: resolution(property: "${name}") { chosen { ...Stated } }`)
  const { entity } = await ask(
    `query ReconcileExtend($id: ID!, $properties: [String!]!, $language: LanguageTag!) {
  entity(id: $id) {
    statements(properties: $properties, first: 100) { nodes { ...Stated } }
    ${resolutions.join('\n')}
  }
}
${statedFragment}`,
    { id, properties, language },
  )
  if (!entity) return new Map()
  return new Map(
    properties.map((name, i) => {
      const chosen = (entity[`p${i}`] as { readonly chosen: Stated | null } | null)?.chosen
      const all = (entity.statements.nodes as readonly Stated[]).filter(({ property }) => property.name === name)
      const counted = type.findProperty(name)?.many ? all : chosen ? [chosen] : []
      return [name, distinct(counted)] as const
    }),
  )
}

function distinct(statements: readonly Stated[]): readonly Stated[] {
  return [...new Map(statements.map(each => [JSON.stringify(each.value), each])).values()]
}

function cellsOf(statements: readonly Stated[], settings: Readonly<Record<string, unknown>> = {}): readonly Cell[] {
  if (settings.content === 'count') return [{ float: statements.length }]
  if (settings.content === 'stated') return statements.map(({ asStated }) => ({ str: asStated }))
  return statements.map(cellOf)
}

function cellOf({ value, asStated }: Stated): Cell {
  if (value.entity) return { id: value.entity.id, name: value.entity.label }
  if (value.latitude !== undefined) return { str: `${value.latitude}, ${value.longitude}` }
  if (value.date !== undefined)
    return /^\d{4}-\d\d-\d\d$/.test(value.date) ? { date: `${value.date}T00:00:00Z` } : { str: value.date }
  if (value.__typename === 'Quantity') {
    const isNumber = value.amount != null && value.comparator === 'EXACTLY' && value.unit == null
    return isNumber ? { float: Number(value.amount) } : { str: asStated }
  }
  return { str: value.text ?? value.code ?? asStated }
}

function findProperty(ontology: Ontology, id: string) {
  for (const type of ontology.types) {
    const found = type.properties.find(property => property.id === id)
    if (found) return found
  }
  throw new HttpRefusal(400, 'NOT_IN_ONTOLOGY', {
    en: `There is no property "${id.slice(0, 100)}": see the suggest service.`,
    zh: `没有属性“${id.slice(0, 100)}”：可用的属性见建议服务。`,
  })
}

function typeOfLink(ontology: Ontology, to: string, language: ServiceLanguage) {
  const type = ontology.findType(to)
  return type && { type: { id: type.enumName, name: type.label[language] } }
}
