import { type Change, type ChangeKind, type ChangePlace, changeKinds } from '../../model/change.js'
import { SuanliError } from '../../model/error.js'
import type { ViewReader } from '../../views/view-reader.js'
import { type Connection, connectionTypes } from '../connections/connection.js'
import { decodeCursor, encodeCursor, type SortKey } from '../connections/cursor.js'
import { type Page, toPageRequest } from '../connections/page.js'
import { viewOf } from '../entities/value-source.js'
import { argument, field, ofRevision, type TypeDeclaration } from '../schema/declare.js'

/** Catching up is one long list, and a row of it is small. */
const maxChanges = 1000

/** A change as fields are computed from it. */
export interface ChangeView {
  readonly change: Change
  /** The graph as it is now: what a change tells of is read in it. */
  readonly reader: ViewReader
}

interface ChangeArguments {
  readonly after?: string | null
  readonly first?: number | null
  readonly afterRevision?: number | null
}

/** For clients and caches that keep a copy. */
export const changeQueries = ofRevision({
  changes: field<undefined, ChangeArguments>(
    'ChangeConnection!',
    'Changes since a cursor, oldest first: for clients and caches that keep a copy. Keep the last cursor and ask again with it: nothing is missed and nothing comes twice. Error CURSOR_EXPIRED where the store is not the one that gave the cursor.',
    (_, args, context) => changeConnection(context.at(), args),
    {
      after: argument(
        'String',
        'Cursor after which to begin: the `cursor` or `endCursor` that was read last. Default, and "": the first change.',
      ),
      first: argument('Int', `Number of changes, 1 to ${maxChanges}.`, 100),
      afterRevision: argument(
        'Int',
        'Revision after which to begin: 41 for the changes of revision 42 and later. Excludes `after`. To see the newest changes, give a number a little below `revision`.',
      ),
    },
  ),
})

export const changeTypes: readonly TypeDeclaration[] = [
  ...connectionTypes('Change', 'Change', { description: 'Edge of the list.', fields: {} }),
  {
    kind: 'object',
    name: 'Change',
    description:
      'One thing that a revision of the graph changed. Of one revision the kinds come in the order of ChangeKind.',
    fields: {
      cursor: field<ChangeView>(
        'String!',
        'Position among all changes: `after` of the changes that follow.',
        ({ change }) => encodeCursor(list, keyOf(change)),
      ),
      revision: field<ChangeView>('Int!', 'Revision that made the change.', ({ change }) => change.madeIn),
      at: field<ChangeView>('DateTime!', 'Time of the revision.', ({ change }) => change.at),
      kind: field<ChangeView>('ChangeKind!', 'Kind of the change.', ({ change }) => change.kind),
      entity: field<ChangeView>(
        'Entity',
        'Entity that changed, as it is now: the entity, or the subject of the statement or conflict. Null if nothing describes it any more, and for a changed source.',
        async ({ change, reader }) => {
          const statement = change.kind.startsWith('STATEMENT') ? await statementOf(change, reader) : undefined
          const id = statement?.subject ?? change.entities.find(each => each !== formerIdOf(change))
          return id === undefined ? undefined : reader.findEntity(id)
        },
      ),
      formerId: field<ChangeView>('ID', 'Id that was merged or split off; null for other kinds.', ({ change }) =>
        formerIdOf(change),
      ),
      statement: field<ChangeView>(
        'Statement',
        'The statement, as it is now; null where the change is of none.',
        async ({ change, reader }) => {
          const statement = await statementOf(change, reader)
          return statement && viewOf(statement, reader)
        },
      ),
      conflict: field<ChangeView>(
        'Conflict',
        'The conflict, as it is now; null where the change is of none.',
        async ({ change, reader }) => {
          if (!change.kind.startsWith('CONFLICT')) return undefined
          const conflict = await reader.ask<'conflict'>({ kind: 'conflict', id: change.id })
          return conflict && { conflict, reader }
        },
      ),
      source: field<ChangeView>(
        'Source',
        'The source, as it is now; null where the change is of none.',
        async ({ change, reader }) => {
          if (change.kind !== 'SOURCE_CHANGED') return undefined
          const source = await reader.ask<'source'>({ kind: 'source', id: change.id })
          return source && { source, reader }
        },
      ),
    },
  },
  {
    kind: 'enum',
    name: 'ChangeKind',
    description: 'Kind of a change.',
    values: {
      ENTITY_ADDED: 'An entity was described for the first time.',
      MERGED: 'Two ids were found to be of one entity: `formerId` is answered by `entity` from then on.',
      SPLIT: '`formerId` is an entity of its own again; `entity` is what it had been merged into.',
      STATEMENT_RETRACTED: 'No dataset holds the statement any more, or a curator withdrew it.',
      STATEMENT_ADDED: 'A statement was recorded, perhaps again.',
      STATEMENT_REWEIGHTED: 'A statement got another rank or confidence, or other datasets hold it.',
      CONFLICT_CLOSED: 'Statements no longer contradict each other.',
      CONFLICT_OPENED: 'Statements were found to contradict each other.',
      CONFLICT_DECIDED:
        'A curator decided a conflict, dismissed it, or took that back; `statement` is what was chosen.',
      SOURCE_CHANGED: 'A source or one of its editions is new, or described otherwise.',
    } satisfies Record<ChangeKind, string>,
  },
]

function changeConnection(reader: ViewReader, args: ChangeArguments): Connection<ChangeView & { node: ChangeView }> {
  const { limit } = toPageRequest({ first: args.first ?? 100 }, list, maxChanges)
  const after = placeAt(args.after)
  const madeAfter = args.afterRevision ?? undefined
  if (after && madeAfter !== undefined)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give either `after` or `afterRevision`.',
      problemZh: '请给出 `after` 或 `afterRevision`，二者取一。',
      argument: 'afterRevision',
    })
  if (madeAfter !== undefined && madeAfter < 0)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: '`afterRevision` is the number of a revision: 0 or more.',
      problemZh: '`afterRevision` 是修订号，不小于 0。',
      argument: 'afterRevision',
    })
  const start = after ? { after } : madeAfter === undefined ? {} : { madeAfter }
  let page: Promise<Page<ChangeView & { node: ChangeView }>> | undefined

  async function readPage(): Promise<Page<ChangeView & { node: ChangeView }>> {
    const changes = await reader.ask<'changes'>({ kind: 'changes', limit: limit + 1, ...start })
    if (!changes) throw new SuanliError('CURSOR_EXPIRED', { cursor: args.after ?? '' })
    const edges = changes.slice(0, limit).map(change => {
      const view = { change, reader }
      return { ...view, node: view, cursor: encodeCursor(list, keyOf(change)) }
    })
    return {
      edges,
      pageInfo: {
        hasNextPage: changes.length > limit,
        hasPreviousPage: after !== undefined || (madeAfter ?? 0) > 0,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      },
    }
  }

  return {
    page: () => (page ??= readPage()),
    totalCount: () => reader.ask<'changeCount'>({ kind: 'changeCount' }),
  }
}

const list = { name: 'changes', keyParts: 3 }

function keyOf({ madeIn, kind, id }: ChangePlace): SortKey {
  return [String(madeIn), kind, id]
}

/** The position of a cursor; undefined if it is before all changes. Throws INVALID_CURSOR. */
export function placeAt(cursor: string | null | undefined): ChangePlace | undefined {
  return cursor == null || cursor === '' ? undefined : toPlace(decodeCursor(list, cursor), cursor)
}

function toPlace([madeIn, kind, id]: SortKey, cursor: string): ChangePlace {
  const known = changeKinds.find(each => each === kind)
  if (known === undefined || id == null || !/^\d{1,15}$/.test(madeIn ?? ''))
    throw new SuanliError('INVALID_CURSOR', { cursor: cursor.slice(0, 100) })
  return { madeIn: Number(madeIn), kind: known, id }
}

function formerIdOf({ kind, id }: Change): string | undefined {
  return kind === 'MERGED' || kind === 'SPLIT' ? id : undefined
}

async function statementOf({ kind, id }: Change, reader: ViewReader) {
  if (kind === 'CONFLICT_DECIDED') {
    const chosen = (await reader.ask<'conflict'>({ kind: 'conflict', id }))?.decision?.chosen
    return chosen === undefined ? undefined : await reader.ask<'statement'>({ kind: 'statement', id: chosen })
  }
  return kind.startsWith('STATEMENT') ? await reader.ask<'statement'>({ kind: 'statement', id }) : undefined
}
