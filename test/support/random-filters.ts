import type { Arbitrary } from 'fast-check'
import type { GraphQLSchema } from 'graphql'
import type { EntityType, Ontology } from '../../src/ontology/ontology.js'
import { parseEdtf } from '../../src/values/edtf.js'
import { randomIds } from './random-graph.js'
import { inputsOf, type Words } from './random-operations.js'

/** Random filters. Where a filter names a region, the region is of the graph; where it names ids, entities of the graph. */
export function randomFilters(
  schema: GraphQLSchema,
  ontology: Ontology,
  type: EntityType,
  words: Words,
): Arbitrary<unknown> {
  const ids = ontology.types.flatMap(randomIds)
  const regions = ids.filter(id => id.startsWith('region/'))
  return inputsOf(schema, `${type.name}Filter`, words).map(filter => named(filter, regions, ids))
}

/** The same input with ids of the graph in the place of all others: a list refuses those that the graph does not know. */
function named(input: unknown, wholes: readonly string[], ids: readonly string[], key = ''): unknown {
  if (Array.isArray(input)) return input.map(each => named(each, wholes, ids, key))
  if ((key === 'within' && !isPeriod(input)) || key === 'id') return replaced(input, key === 'within' ? wholes : ids)
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, named(value, wholes, ids, name)]))
}

function replaced(value: unknown, ids: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map(each => replaced(each, ids))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, replaced(each, ids)]))
  if (typeof value !== 'string' || ids.includes(value)) return value
  return ids[value.length % ids.length]
}

/** A DateFilter has a `within` too. */
function isPeriod(value: unknown): boolean {
  return typeof value === 'string' && parseEdtf(value) !== undefined
}
