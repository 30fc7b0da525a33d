import { GraphQLScalarType, valueFromASTUntyped } from 'graphql'
import { nodeTypeOf } from '../entities/entity-types.js'
import { field, type ObjectDeclaration, ofRevision, type Queries, type TypeDeclaration } from '../schema/declare.js'
import { findReference, type Representation } from './find-reference.js'

/** What makes a subgraph of the schema, as Apollo Federation 2 has it: its types and root fields, for all types that have keys. */
export function federate(types: readonly TypeDeclaration[]): {
  readonly types: readonly TypeDeclaration[]
  readonly queries: Queries
} {
  const statementsBySearchKeys = types.filter(
    (type): type is ObjectDeclaration => type.kind === 'object' && type.keys !== undefined,
  )
  const keysOf = new Map(statementsBySearchKeys.map(({ name, keys = [] }) => [name, keys]))
  return {
    types: [
      {
        kind: 'scalar',
        name: '_Any',
        scalar: new GraphQLScalarType({
          name: '_Any',
          description:
            'Reference to an entity of this subgraph: { __typename: "Region", id: "region/beijing" }, or another key.',
          parseValue: value => value,
          parseLiteral: valueFromASTUntyped,
        }),
      },
      {
        kind: 'union',
        name: '_Entity',
        description: 'Entity that another subgraph may refer to.',
        members: statementsBySearchKeys.map(({ name }) => name),
        typeOf: nodeTypeOf,
      },
      {
        kind: 'object',
        name: '_Service',
        description: 'Subgraph of Apollo Federation.',
        fields: { sdl: field('String!', 'Schema with the directives of Federation 2.') },
      },
    ],
    queries: ofRevision({
      _service: field(
        '_Service!',
        'Subgraph for a gateway of Apollo Federation.',
        async (_source, _args, _context, { schema }) => {
          // What prints it takes 0.15 s to load, which a server that is no subgraph never needs.
          const { printSubgraph } = await import('./print-subgraph.js')
          return { sdl: printSubgraph(schema) }
        },
      ),
      _entities: {
        type: '[_Entity]!',
        description:
          'Entities that other subgraphs refer to, in their order; null if there is none. The view is that of the request.',
        arguments: {
          representations: {
            type: '[_Any!]!',
            description: 'Each with `__typename` and a key: `id`, or a region’s `code`.',
          },
        },
        field: (_source: never, { representations }: { representations: readonly Representation[] }, context) =>
          representations.map(representation => findReference(context.at(), representation, keysOf)),
      },
    }),
  }
}
