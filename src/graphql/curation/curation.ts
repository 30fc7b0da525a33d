import type { Authorship } from '../../curation/apply-action.js'
import type { ChangedValue } from '../../curation/changed-values.js'
import { decideConflict } from '../../curation/decide-conflict.js'
import type { Effect } from '../../curation/impact.js'
import { type MergeResult, mergeEntities, splitEntity } from '../../curation/merge-entities.js'
import { publishRelease } from '../../curation/publish-release.js'
import { type AlteredStatement, restoreStatement, retractStatement } from '../../curation/retract-statement.js'
import type { ConflictContent } from '../../model/conflict.js'
import { EntityView, type ViewReader } from '../../views/view-reader.js'
import { viewOf } from '../entities/value-source.js'
import type { Context } from '../request/context.js'
import { requireCurator } from '../request/require-curator.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'

interface Given {
  readonly reason: string
  readonly dryRun?: boolean | null
  readonly seen?: number | null
}

interface MergeView extends MergeResult {
  readonly reader: ViewReader
}

const reason = argument('String!', 'Why, for whoever looks at it later: it is kept with who did it and when.')
const seen = argument(
  'Int',
  'The revision (see `revision`) that you looked at: refused with REVISION_STALE where the graph has changed since.',
)
const dryRun = argument('Boolean', 'Return what it would do, and do nothing.', false)

/** What curators do. Each is one revision, with who did it and why. */
export const curationMutations: Readonly<Record<string, FieldDeclaration>> = {
  mergeEntities: field<undefined, { keep: string; merge: string } & Given>(
    'MergeResult!',
    'Makes two entities one. The id that is merged goes on to be answered, and statements stay as they were made.',
    async (_, { keep, merge, ...given }, context) =>
      showMerge(await mergeEntities(context.curationContext, { keep, merge }, byHand(given, context)), given, context),
    {
      keep: argument('ID!', 'Whose id it has from then on: company/alibaba-cloud.'),
      merge: argument('ID!', 'What it is found to be as well: company/aliyun.'),
      reason,
      dryRun,
      seen,
    },
  ),
  splitEntity: field<undefined, { id: string; restore: string } & Given>(
    'MergeResult!',
    'Takes a merge back: both are again as they would be if they had never been one.',
    async (_, { id, restore, ...given }, context) =>
      showMerge(await splitEntity(context.curationContext, { id, restore }, byHand(given, context)), given, context),
    {
      id: argument('ID!', 'The entity: company/alibaba-cloud.'),
      restore: argument('ID!', 'The one of its `formerIds` that is to be an entity of its own again: company/aliyun.'),
      reason,
      dryRun,
      seen,
    },
  ),
  decideConflict: field<undefined, { id: string; chosen?: string | null; dismiss?: boolean | null } & Given>(
    'Conflict!',
    'Decides which statement of a conflict is right, which outranks every other rule, or that all may stand. A later decision replaces it; one with neither `chosen` nor `dismiss` takes it back.',
    async (_, { id, chosen, dismiss, ...given }, context) => {
      const verdict = { conflict: id, chosen: chosen ?? undefined, dismiss: dismiss ?? false }
      const { conflict, effect } = await decideConflict(context.curationContext, verdict, byHand(given, context))
      const reader = readerAfter(given, context)
      const decided = given.dryRun ? conflict : await reader.ask<'conflict'>({ kind: 'conflict', id })
      return { conflict: decided, reader, effect: showEffect(effect, reader) }
    },
    {
      id: argument('ID!', 'The conflict.'),
      chosen: argument('ID', 'The statement that is right: one of the conflict’s.'),
      dismiss: argument('Boolean', 'It is no conflict: all may stand.', false),
      reason,
      dryRun,
      seen,
    },
  ),
  retractStatement: field<undefined, { id: string } & Given>(
    'Statement!',
    'Withdraws a statement, whatever datasets hold it; no import brings it back.',
    async (_, { id, ...given }, context) => {
      return showStatement(await retractStatement(context.curationContext, id, byHand(given, context)), given, context)
    },
    { id: argument('ID!', 'The statement.'), reason, dryRun, seen },
  ),
  restoreStatement: field<undefined, { id: string } & Given>(
    'Statement!',
    'Lets a statement that a curator withdrew stand again.',
    async (_, { id, ...given }, context) => {
      return showStatement(await restoreStatement(context.curationContext, id, byHand(given, context)), given, context)
    },
    { id: argument('ID!', 'The statement.'), reason, dryRun, seen },
  ),
  publishRelease: field<undefined, { title: string } & Partial<Given>>(
    'Release!',
    'Gives a name to the graph as it is now, by which it can be read again.',
    (_, { title, ...given }, context) =>
      publishRelease(context.curationContext, title, byHand({ ...given, reason: given.reason ?? title }, context)),
    {
      title: argument('String!', 'What it is called: 2026 spring.'),
      reason: argument('String', 'Why; the title, unless it is given.'),
      dryRun,
      seen,
    },
  ),
}

export const curationTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'MergeResult',
    description: 'What a merge or a split changes, or would.',
    fields: {
      entity: field<MergeView>(
        'Entity!',
        'The one that is kept, as it is afterwards.',
        ({ entity, reader }) => new EntityView(entity, reader.typeOf(entity.id), reader),
      ),
      flips: field<MergeView>(
        '[Flip!]!',
        'Resolved values that change by it, as today’s default view has them: of the entity and of what links to it.',
        ({ flips, reader }) => flips.map(flip => ({ ...flip, reader })),
      ),
      newConflicts: field<MergeView>(
        '[Conflict!]!',
        'Statements that contradict each other from then on.',
        ({ newConflicts, reader }) => newConflicts.map(conflict => showNewConflict(conflict, reader)),
      ),
    },
  },
  {
    kind: 'object',
    name: 'Effect',
    description: 'What something that a curator does changes for readers of the default view.',
    fields: {
      flips: field('[Flip!]!', 'Resolved values that change by it.'),
      newConflicts: field('[Conflict!]!', 'Statements that contradict each other from then on.'),
      closedConflicts: field('[ID!]!', 'Conflicts that there are no longer.'),
    },
  },
  {
    kind: 'object',
    name: 'Flip',
    description: 'A resolved value that changes.',
    fields: {
      entity: field<ChangedValue & { reader: ViewReader }>('Entity!', 'Of what.', ({ entity, reader }) =>
        reader.getEntity(entity),
      ),
      property: field('Property!', 'Which value.'),
      before: field<ChangedValue & { reader: ViewReader }>(
        'Statement',
        'What was chosen; null where there was nothing.',
        ({ before, reader }) => before && viewOf(before, reader),
      ),
      after: field<ChangedValue & { reader: ViewReader }>(
        'Statement',
        'What is chosen from then on; null where there is nothing any more.',
        ({ after, reader }) => after && viewOf(after, reader),
      ),
    },
  },
]

function byHand({ reason: why, dryRun: isDry, seen: revision }: Given, context: Context): Authorship {
  return { by: requireCurator(context).id, reason: why, dryRun: isDry ?? false, seen: revision ?? undefined }
}

/** Of a dry run, as it would be: beyond the entity itself the graph is shown as it is. */
async function showMerge(result: MergeResult, { dryRun: isDry }: Given, context: Context): Promise<MergeView> {
  const reader = readerAfter({ dryRun: isDry }, context)
  const { id, formerIds } = result.entity
  // Who states what is said of it is known once that has been read.
  await Promise.all([id, ...formerIds].map(each => reader.store.ask<'entity'>({ kind: 'entity', id: each })))
  return { ...result, reader }
}

/** A conflict that has just been found, or would be. */
export function showNewConflict(conflict: ConflictContent, reader: ViewReader) {
  return { conflict: { ...conflict, status: 'OPEN' as const, openedIn: 0 }, reader }
}

/** Of a dry run, as it would be. */
async function showStatement({ statement, effect }: AlteredStatement, { dryRun: isDry }: Given, context: Context) {
  const reader = readerAfter({ dryRun: isDry }, context)
  const { id } = statement
  const shown = isDry ? statement : await reader.ask<'statement'>({ kind: 'statement', id })
  return shown && { ...viewOf(shown, reader), effect: showEffect(effect, reader) }
}

function readerAfter({ dryRun: isDry }: Pick<Given, 'dryRun'>, context: Context): ViewReader {
  return (isDry ? context : context.anew()).at()
}

function showEffect({ flips, newConflicts, closedConflicts }: Effect, reader: ViewReader) {
  return {
    flips: flips.map(flip => ({ ...flip, reader })),
    newConflicts: newConflicts.map(conflict => showNewConflict(conflict, reader)),
    closedConflicts,
  }
}
