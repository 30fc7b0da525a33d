import type { Ontology } from '../../ontology/ontology.js'
import type { AskGraphql } from '../graphql/ask-graphql.js'
import type { ServiceLanguage } from './protocol.js'

interface Suggestion {
  readonly id: string
  readonly name: string
  readonly description?: string
}

const pageSize = 20

/** Entities whose name, code or id begins with what the user typed (section 7). */
export async function suggestEntities(ask: AskGraphql, prefix: string, skipped: number, language: ServiceLanguage) {
  if (prefix.trim() === '') return []
  const { search } = await ask(
    `query ReconcileSuggest($query: String!, $first: Int!, $language: LanguageTag!) {
  search(query: $query, first: $first) { edges { match { text } node { id type label(language: $language) } } }
}`,
    { query: prefix.slice(0, 256), first: Math.min(100, skipped + pageSize), language },
  )
  type Edge = { match: { text: string }; node: { id: string; type: string; label: string } }
  return (search.edges as readonly Edge[]).slice(skipped).map(({ match, node: { id, type, label } }) => ({
    id,
    name: label,
    description: match.text === label ? id : `${match.text}, ${id}`,
    notable: [type],
  }))
}

/** Types whose id or name in either language begins with the prefix, or has it. */
export function suggestTypes(ontology: Ontology, prefix: string, skipped: number, language: ServiceLanguage) {
  return page(
    ontology.types.map(({ enumName, label, description }) => ({
      id: enumName,
      name: label[language],
      description,
      label,
    })),
    prefix,
    skipped,
  )
}

/** As `suggestTypes`, of properties; a property of several types is one. */
export function suggestProperties(ontology: Ontology, prefix: string, skipped: number, language: ServiceLanguage) {
  const properties = ontology.types.flatMap(type => type.properties)
  const distinct = new Map(properties.map(property => [property.id, property]))
  return page(
    [...distinct.values()].map(({ id, label, description }) => ({ id, name: label[language], description, label })),
    prefix,
    skipped,
  )
}

/** The properties that entities of a type have (section 8.3). */
export function proposeProperties(
  ontology: Ontology,
  typeId: string,
  limit: number | undefined,
  language: ServiceLanguage,
) {
  const type = ontology.types.find(({ enumName }) => enumName === typeId)
  const properties = (type?.properties ?? []).map(({ id, label, description }) => ({
    id,
    name: label[language],
    description,
  }))
  return { type: typeId, ...(limit !== undefined && { limit }), properties: properties.slice(0, limit) }
}

interface Named extends Suggestion {
  readonly label: Readonly<Record<ServiceLanguage, string>>
}

function page(all: readonly Named[], prefix: string, skipped: number): readonly Suggestion[] {
  const wanted = prefix.trim().toLowerCase()
  const place = ({ id, label }: Named) => {
    const places = [id, label.en, label['zh-Hans']].map(text => text.toLowerCase().indexOf(wanted))
    return places.includes(0) ? 0 : places.some(each => each > 0) ? 1 : undefined
  }
  return all
    .filter(each => place(each) !== undefined)
    .sort((a, b) => Number(place(a)) - Number(place(b)))
    .slice(skipped, skipped + pageSize)
    .map(({ label: _, ...suggestion }) => suggestion)
}
