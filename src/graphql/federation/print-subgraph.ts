import { getDocumentNodeFromSchema } from '@graphql-tools/utils'
import { type DefinitionNode, type GraphQLSchema, Kind, print } from 'graphql'

/** Old enough that every router of Federation 2 knows it; nothing newer is used. */
const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])`

const printed = new WeakMap<GraphQLSchema, string>()

/** The schema with its directives applied, as a gateway composes it: without what federation itself adds to it. */
export function printSubgraph(schema: GraphQLSchema): string {
  const known = printed.get(schema)
  if (known !== undefined) return known
  const definitions = getDocumentNodeFromSchema(schema).definitions.flatMap(withoutFederation)
  const text = `${[link, ...definitions.map(print)].join('\n\n')}\n`
  printed.set(schema, text)
  return text
}

function withoutFederation(definition: DefinitionNode): readonly DefinitionNode[] {
  if (definition.kind === Kind.SCHEMA_DEFINITION) return []
  // A gateway takes subscriptions of subgraphs that link a newer version only; who wants them asks here.
  if ('name' in definition && definition.name?.value === 'Subscription') return []
  if ('name' in definition && definition.name?.value.startsWith('_')) return []
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [definition]
  return [{ ...definition, fields: definition.fields?.filter(({ name }) => !name.value.startsWith('_')) }]
}
