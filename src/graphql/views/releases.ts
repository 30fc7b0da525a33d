import type { Release } from '../../model/release.js'
import { listReleases } from '../../views/releases.js'
import { connectionOf, connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import type { ViewInput } from '../request/context.js'
import { field, ofRevision, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from './view-input.js'

export const releaseQueries = ofRevision({
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
})

export const releaseTypes: readonly TypeDeclaration[] = [
  ...connectionTypes('Release', 'Release', { description: 'Edge of the list.', fields: {} }),
  {
    kind: 'object',
    name: 'Release',
    description:
      'State of the graph that can be read again by name, with `view: { release: "release/2026-spring" }`: the same answers for ever.',
    implements: ['Node'],
    keys: ['id'],
    fields: {
      id: field('ID!', 'Identifier made of the title: release/2026-spring.'),
      title: field('String!', 'Title: 2026 spring.'),
      at: field('DateTime!', 'Time of publication.'),
      knownAt: field('DateTime!', 'Time up to which the release shows what was recorded.'),
      validAt: field('EDTF!', 'The day as of which it is read where a view does not say.'),
      statementCount: field('Int!', 'Number of statements in the release.'),
      sha256: field<Release>(
        'String!',
        'SHA-256 (hex) of the content: a line for each statement with its id, rank and confidence, in the order of the ids. Another store with the same statements has the same hash.',
      ),
    },
  },
]
