import type { CurationAction, RecordedAction } from '../../model/curation-action.js'
import type { ViewReader } from '../../views/view-reader.js'
import { connectionOf, connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import { viewOf } from '../entities/value-source.js'
import { argument, field, ofRevision, type TypeDeclaration } from '../schema/declare.js'

/** A curation action as fields are computed from it. */
interface ActionView {
  readonly deed: RecordedAction
  /** The graph as it is now: what a curation action was done to is read in it. */
  readonly reader: ViewReader
}

interface LogArguments {
  readonly kinds?: readonly CurationAction['kind'][] | null
  readonly by?: string | null
}

export const curationLogQueries = ofRevision({
  curationLog: field<undefined, LogArguments & PageArguments>(
    'CurationActionConnection!',
    'Log of what curators did, oldest first: who, when and why. Entries are added and never changed; an action that takes another back is an entry of its own.',
    async (_, { kinds, by, ...page }, context) => {
      const reader = context.at()
      const deeds = await context.store.ask<'deeds'>({ kind: 'deeds' })
      const rows = deeds
        .filter(deed => (!kinds || kinds.includes(deed.kind)) && (by == null || deed.by === by))
        .map(deed => ({ node: { deed, reader } }))
      return connectionOf(rows, page, { name: 'curationLog', keyOf: ({ node }) => [node.deed.at], keyParts: 1 })
    },
    {
      kinds: argument('[CurationActionKind!]', 'Kinds of actions to list: [MERGE, SPLIT]. Default: all.'),
      by: argument('String', 'Curator whose actions to list, as `by` names one.'),
      ...pageArguments,
    },
  ),
})

export const actionTypes: readonly TypeDeclaration[] = [
  ...connectionTypes('CurationAction', 'CurationAction', { description: 'Edge of the list.', fields: {} }),
  {
    kind: 'object',
    name: 'CurationAction',
    description: 'Action of a curator, recorded as one revision of the graph; prov:Activity.',
    fields: {
      revision: field<ActionView>('Int!', 'The revision that it made.', ({ deed }) => deed.madeIn),
      at: field<ActionView>('DateTime!', 'Time of the decision.', ({ deed }) => deed.at),
      by: field<ActionView>('String!', 'Curator: `sub` of the token.', ({ deed }) => deed.by),
      reason: field<ActionView>('String!', 'Reason in the words of the curator.', ({ deed }) => deed.reason),
      kind: field<ActionView>('CurationActionKind!', 'Kind of the action.', ({ deed }) => deed.kind),
      entity: field<ActionView>(
        'Entity',
        'Entity that was kept in a merge or split, as it is now; null for other kinds.',
        ({ deed, reader }) => ('kept' in deed ? reader.findEntity(deed.kept) : undefined),
      ),
      formerId: field<ActionView>('ID', 'Id that was merged or split off; null for other kinds.', ({ deed }) =>
        'former' in deed ? deed.former : undefined,
      ),
      conflict: field<ActionView>(
        'Conflict',
        'Conflict that was decided, as it is now; null for other kinds, and if its statements no longer contradict each other.',
        async ({ deed, reader }) => {
          if (deed.kind !== 'DECISION') return undefined
          const conflict = await reader.ask<'conflict'>({ kind: 'conflict', id: deed.conflict })
          return conflict && { conflict, reader }
        },
      ),
      status: field<ActionView>(
        'ConflictStatus',
        'Status that a decision gave to the conflict, OPEN if it was taken back; null for other kinds.',
        ({ deed }) => (deed.kind === 'DECISION' ? deed.status : undefined),
      ),
      statement: field<ActionView>(
        'Statement',
        'Statement that was chosen, retracted or restored; null for other kinds.',
        async ({ deed, reader }) => {
          const id = 'statement' in deed ? deed.statement : 'chosen' in deed ? deed.chosen : undefined
          const statement = id === undefined ? undefined : await reader.ask<'statement'>({ kind: 'statement', id })
          return statement && viewOf(statement, reader)
        },
      ),
      release: field<ActionView>('Release', 'The release that was published. Null of others.', ({ deed }) =>
        deed.kind === 'RELEASE' ? { ...deed.release, at: deed.at } : undefined,
      ),
      datasets: field<ActionView>('[String!]!', 'Ids of the imported datasets; empty for other kinds.', ({ deed }) =>
        deed.kind === 'IMPORT' ? deed.datasets : [],
      ),
    },
  },
  {
    kind: 'enum',
    name: 'CurationActionKind',
    description: 'Kind of a curator’s action.',
    values: {
      DECISION: 'Decided a conflict, dismissed it, or took that back.',
      MERGE: 'Found two ids to be of one entity.',
      SPLIT: 'Took a merge back.',
      RETRACTION: 'Retracted a statement.',
      RESTORATION: 'Restored a retracted statement.',
      RELEASE: 'Published a release.',
      IMPORT: 'Imported datasets through the API.',
      REPAIR: 'Made the conflicts just those that are to be found, by `suanli doctor --repair`.',
    } satisfies Record<CurationAction['kind'], string>,
  },
]
