/**
 * UPPER_SNAKE, as Neo4j's users write relationship types: announcedBy is ANNOUNCED_BY. Each such type is of one property.
 * LINK for a name that would be ambiguous then, or is no identifier, which the ontology has none of, and for one that
 * this model uses itself.
 */
export function relationshipType(property: string): string {
  const type = property.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toUpperCase()
  return camelCase.test(property) && !ownTypes.has(type) ? type : anyLink
}

/** The type of links whose property only their statement tells. */
export const anyLink = 'LINK'

/** No two capitals in a row, so that the words can be separated again. */
const camelCase = /^[a-z][a-z0-9]*([A-Z][a-z0-9]+)*$/
const ownTypes = new Set(['ABOUT', 'VALUE', 'STATED_IN', 'EDITION_OF', 'DESCRIBES', 'CONCERNS', 'BETWEEN', 'LINK'])
