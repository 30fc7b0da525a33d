import type { Release } from '../../model/release.js'
import { listReleases } from '../../views/releases.js'
import { connectionOf, connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import type { ViewInput } from '../request/context.js'
import { type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from './view-input.js'

export const releaseQueries: Readonly<Record<string, FieldDeclaration>> = {
  releases: field<undefined, PageArguments>(
    'ReleaseConnection!',
    'Every published release, oldest first.',
    async (_, page, context) => {
      const releases = listReleases(await context.store.ask<'deeds'>({ kind: 'deeds' }))
      const rows = releases.map(node => ({ node }))
      return connectionOf(rows, page, { name: 'releases', keyOf: ({ node }) => [node.at, node.id], keyParts: 2 })
    },
    pageArguments,
  ),
  viewDay: field<undefined, { view?: ViewInput | null }>(
    'EDTF!',
    'Day or period in the world that a view reads: its `validAt`, else today in the time zone of the server.',
    (_, { view }, context) => context.at(view).view.validAt,
    viewArgument,
  ),
  revision: field<undefined>(
    'Int!',
    'Revision of the graph that this document reads, for `expectedRevision` of a mutation.',
    (_, __, context) => context.store.revision(),
  ),
}

export const releaseTypes: readonly TypeDeclaration[] = [
  ...connectionTypes('Release', 'Release', { description: 'A row of the list.', fields: {} }),
  {
    kind: 'object',
    name: 'Release',
    description:
      'A state of the graph that can be read again by name, with `view: { release: "release/2026-spring" }`: the same answers for ever, whatever comes later.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field('ID!', 'From its title: release/2026-spring.'),
      title: field('String!', 'What it is called: 2026 spring.'),
      at: field('DateTime!', 'When it was published.'),
      knownAt: field('DateTime!', 'What was known by then is what it shows.'),
      validAt: field('EDTF!', 'The day as of which it is read where a view does not say.'),
      statementCount: field('Int!', 'How many statements stand in it.'),
      sha256: field<Release>(
        'String!',
        'Of what stands in it: a line for each statement with its id, rank and confidence, in the order of the ids. Another store with the same statements has the same one.',
      ),
    },
  },
]
