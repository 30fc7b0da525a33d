import type { Deed, DoneDeed } from '../../model/curation-action.js'
import type { Scope } from '../../views/view-reader.js'
import { connectionOf, connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import { viewOf } from '../entities/value-source.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'

/** A deed as fields are computed from it. */
interface DeedView {
  readonly deed: DoneDeed
  /** The graph as it is now: what a deed was done to is read in it. */
  readonly scope: Scope
}

interface DeedArguments {
  readonly kinds?: readonly Deed['kind'][] | null
  readonly by?: string | null
}

export const deedQueries: Readonly<Record<string, FieldDeclaration>> = {
  deeds: field<undefined, DeedArguments & PageArguments>(
    'DeedConnection!',
    'What curators did, oldest first: who, when and why. Deeds are added and never changed; one that was taken back is followed by the deed that did so.',
    async (_, { kinds, by, ...page }, context) => {
      const scope = context.at()
      const deeds = await context.store.ask<'deeds'>({ kind: 'deeds' })
      const rows = deeds
        .filter(deed => (!kinds || kinds.includes(deed.kind)) && (by == null || deed.by === by))
        .map(deed => ({ node: { deed, scope } }))
      return connectionOf(rows, page, { name: 'deeds', keyOf: ({ node }) => [node.deed.at], keyParts: 1 })
    },
    {
      kinds: argument('[DeedKind!]', 'Only of these kinds: [MERGE, SPLIT]. Default: of any.'),
      by: argument('String', 'Only those of this curator: the name that `by` shows.'),
      ...pageArguments,
    },
  ),
}

export const deedTypes: readonly TypeDeclaration[] = [
  ...connectionTypes('Deed', 'Deed', { description: 'A row of the list.', fields: {} }),
  {
    kind: 'object',
    name: 'Deed',
    description: 'What a curator did, as one revision of the graph.',
    fields: {
      revision: field<DeedView>('Int!', 'The revision that it made.', ({ deed }) => deed.madeIn),
      at: field<DeedView>('DateTime!', 'When.', ({ deed }) => deed.at),
      by: field<DeedView>('String!', 'Who: the `sub` of the token that was shown.', ({ deed }) => deed.by),
      reason: field<DeedView>('String!', 'Why, in the words of who did it.', ({ deed }) => deed.reason),
      kind: field<DeedView>('DeedKind!', 'What was done.', ({ deed }) => deed.kind),
      entity: field<DeedView>(
        'Entity',
        'Of a merge or split: the entity whose id was kept, as it is now. Null of others.',
        ({ deed, scope }) => ('kept' in deed ? scope.findEntity(deed.kept) : undefined),
      ),
      formerId: field<DeedView>(
        'ID',
        'Of a merge or split: the id that was merged, or is split off again. Null of others.',
        ({ deed }) => ('former' in deed ? deed.former : undefined),
      ),
      conflict: field<DeedView>(
        'Conflict',
        'Of a decision: what was decided, as it is now. Null of others, and where its statements no longer contradict each other.',
        async ({ deed, scope }) => {
          if (deed.kind !== 'DECISION') return undefined
          const conflict = await scope.ask<'conflict'>({ kind: 'conflict', id: deed.conflict })
          return conflict && { conflict, scope }
        },
      ),
      status: field<DeedView>(
        'ConflictStatus',
        'Of a decision: what the conflict was made; OPEN where an earlier decision was taken back. Null of others.',
        ({ deed }) => (deed.kind === 'DECISION' ? deed.status : undefined),
      ),
      statement: field<DeedView>(
        'Statement',
        'Of a decision, the statement that was chosen; of a retraction or restoration, the one that it is of. Null of others.',
        async ({ deed, scope }) => {
          const id = 'statement' in deed ? deed.statement : 'chosen' in deed ? deed.chosen : undefined
          const statement = id === undefined ? undefined : await scope.ask<'statement'>({ kind: 'statement', id })
          return statement && viewOf(statement, scope)
        },
      ),
      release: field<DeedView>('Release', 'The release that was published. Null of others.', ({ deed }) =>
        deed.kind === 'RELEASE' ? { ...deed.release, at: deed.at } : undefined,
      ),
      datasets: field<DeedView>(
        '[String!]!',
        'Of an import by hand: the ids of its datasets. Empty of others.',
        ({ deed }) => (deed.kind === 'IMPORT' ? deed.datasets : []),
      ),
    },
  },
  {
    kind: 'enum',
    name: 'DeedKind',
    description: 'What a curator did.',
    values: {
      DECISION: 'Decided a conflict, dismissed it, or took that back.',
      MERGE: 'Found two ids to be of one entity.',
      SPLIT: 'Took a merge back.',
      RETRACTION: 'Withdrew a statement, whatever datasets say.',
      RESTORATION: 'Let a withdrawn statement stand again.',
      RELEASE: 'Published a release.',
      IMPORT: 'Imported datasets through the API.',
      REPAIR: 'Made the conflicts just those that are to be found, by `suanli doctor --repair`.',
    } satisfies Record<Deed['kind'], string>,
  },
]
