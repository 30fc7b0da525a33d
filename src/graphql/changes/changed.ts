import type { Change, ChangePlace } from '../../model/change.js'
import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { Context } from '../request/context.js'
import { argument, type SubscriptionDeclaration } from '../schema/declare.js'
import { type ChangeView, placeAt } from './changes.js'

interface ChangedArguments {
  readonly after?: string | null
  readonly types?: readonly string[] | null
  readonly ids?: readonly string[] | null
}

/** For clients and caches that keep a copy, and want to hear of it. */
export const changeSubscriptions: Readonly<Record<string, SubscriptionDeclaration>> = {
  changed: {
    type: 'Change!',
    description:
      'Sends each change of `changes` as soon as it is made, in order, exactly once: first those after the cursor, then new ones. Over WebSocket (graphql-transport-ws). A client reads at its own pace; after a break it goes on from the last cursor it has. Error CURSOR_EXPIRED as of `changes`.',
    arguments: {
      after: argument(
        'String',
        'Cursor of `changes` or `changed` after which to begin; "" is before the first change. Default: now.',
      ),
      types: argument(
        '[EntityType!]',
        'Types of the entities whose changes to send: of a statement, its subject and its target. Default: all. Changes of sources are always sent.',
      ),
      ids: argument('[ID!]', 'Ids or former ids of the entities whose changes to send, as `types`.'),
    },
    follow: (args: ChangedArguments, context) => followChanges(args, context),
  },
}

/**
 * The changes behind a cursor, page by page as they are asked for, then those that come; each page as of a revision of
 * its own. Ends only by what it throws.
 */
async function* followChanges(
  { after, types, ids }: ChangedArguments,
  context: Context,
): AsyncGenerator<readonly { readonly value: ChangeView; readonly context: Context }[]> {
  const { following } = context
  if (!following) throw new SuanliError('SOCKET_NEEDED')
  const isAsked = filterOf(types ?? undefined, ids ?? undefined, context.ontology)
  let place: ChangePlace | undefined = placeAt(after)
  let revision = await context.store.revision()
  const start = after == null ? { madeAfter: revision } : {}
  for (;;) {
    const now = await following.atNewest()
    const { pageRows } = following
    // Of what is left out nothing is answered.
    const limit = types || ids ? Math.max(pageRows, rowsLookedThrough) : pageRows
    let changes: readonly Change[] | undefined
    try {
      changes = await now.store.ask<'changes'>({ kind: 'changes', limit, ...(place ? { after: place } : start) })
      revision = await now.store.revision()
    } catch (failure) {
      if (!(failure instanceof SuanliError && failure.code === 'STORE_UNAVAILABLE')) throw failure
      // Until the store answers again: what comes then follows what was given before.
      await following.newerThan(revision - 1)
      continue
    }
    if (!changes) throw new SuanliError('CURSOR_EXPIRED', { cursor: after ?? '' })
    place = changes.at(-1) ?? place
    const rows = changes.filter(isAsked)
    if (changes.length > 0 && rows.length === 0) await following.pace(0)
    for (let from = 0; from < rows.length; from += pageRows) {
      const page = rows.slice(from, from + pageRows)
      await following.pace(page.length)
      // That may have taken longer than a request may.
      const context = await following.atNewest()
      yield page.map(change => ({ value: { change, reader: context.at() }, context }))
    }
    if (changes.length < limit) await following.newerThan(revision)
  }
}

/** At once, where few of them may be asked for. */
const rowsLookedThrough = 1_000

function filterOf(
  types: readonly string[] | undefined,
  ids: readonly string[] | undefined,
  ontology: Ontology,
): (change: Change) => boolean {
  if (!types && !ids) return () => true
  const isOfType = (type: EntityType | undefined) => !types || types.includes(type?.enumName ?? '')
  const isMeant = (id: string) => (!ids || ids.includes(id)) && isOfType(ontology.findTypeOfId(id))
  return ({ kind, entities }) => kind === 'SOURCE_CHANGED' || entities.some(isMeant)
}
