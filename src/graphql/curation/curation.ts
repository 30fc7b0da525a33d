import { decideConflict, previewDecision, type Verdict } from '../../curation/decide-conflict.js'
import { mergeEntities, splitEntity } from '../../curation/merge-entities.js'
import { publishRelease } from '../../curation/publish-release.js'
import { restoreStatement, retractStatement } from '../../curation/retract-statement.js'
import { SuanliError } from '../../model/error.js'
import type { Release } from '../../model/release.js'
import { argument, type FieldDeclaration, field, ofMoment, type TypeDeclaration } from '../schema/declare.js'
import {
  type CurationInput,
  conflictField,
  declareMutation,
  effectField,
  entityField,
  nodeField,
  type PayloadView,
  statementField,
} from './declare-mutation.js'
import { type EffectView, effectTypes } from './effect.js'
import { failureTypes } from './failures.js'

interface Choice {
  readonly chosenId?: string | null
  readonly dismiss?: boolean | null
}

/** Throws BAD_USER_INPUT unless one of the two is given. */
function verdictOf(conflict: string, { chosenId, dismiss }: Choice, name: string): Verdict {
  if ((chosenId == null) === !dismiss)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give either `chosenId` or `dismiss: true`.',
      problemZh: '请给出 `chosenId` 或 `dismiss: true`，二者取一。',
      argument: name,
    })
  return chosenId == null ? { conflict, status: 'DISMISSED' } : { conflict, status: 'DECIDED', chosen: chosenId }
}

/** What readers can learn of an action before a curator carries it out. */
export const previewQueries = ofMoment({
  decisionEffect: field<undefined, Choice & { conflictId: string }>(
    'Effect!',
    'Effect that a decision of a conflict would have on readers of the default view: `decideConflict` without the decision. It changes nothing and needs no token. Error NOT_FOUND, CONFLICT_GONE or NOT_IN_CONFLICT.',
    async (_, { conflictId, ...choice }, context): Promise<EffectView> => {
      const effect = await previewDecision(context.curationContext, verdictOf(conflictId, choice, 'chosenId'))
      return { effect, reader: context.at(), isPreview: true }
    },
    {
      conflictId: argument('ID!', 'Id of the conflict.'),
      chosenId: argument('ID', 'Id of the statement that would be right, one of the conflict’s. Excludes `dismiss`.'),
      dismiss: argument('Boolean', 'Whether the conflict would be dismissed.', false),
    },
  ),
})

/** What curators do. Each is one revision, with the curator, the reason and the time. */
const mutations = [
  declareMutation<CurationInput & { keepId: string; mergeId: string }>({
    name: 'mergeEntities',
    description:
      'Merges two entities that are one thing. The merged id stays valid as a former id; statements stay as they were stated.',
    input: {
      keepId: argument('ID!', 'Id that the merged entity keeps: company/alibaba-cloud.'),
      mergeId: argument('ID!', 'Id that becomes a former id: company/aliyun.'),
    },
    payload: { entity: entityField, effect: effectField },
    failures: ['REVISION_STALE', 'ALREADY_MERGED'],
    async carryOut({ keepId, mergeId }, byHand, { curationContext }) {
      const { entity, ...done } = await mergeEntities(curationContext, { keep: keepId, merge: mergeId }, byHand)
      return { ...done, details: { id: entity } }
    },
  }),
  declareMutation<CurationInput & { entityId: string; formerId: string }>({
    name: 'splitEntity',
    description: 'Takes a merge back: both entities are again as if they had never been merged.',
    input: {
      entityId: argument('ID!', 'Id of the merged entity: company/alibaba-cloud.'),
      formerId: argument('ID!', 'Former id that becomes an entity of its own again: company/aliyun.'),
    },
    payload: { entity: entityField, effect: effectField },
    failures: ['REVISION_STALE', 'NOT_MERGED'],
    async carryOut({ entityId, formerId }, byHand, { curationContext }) {
      const { entity, ...done } = await splitEntity(curationContext, { id: entityId, restore: formerId }, byHand)
      return { ...done, details: { id: entity } }
    },
  }),
  declareMutation<CurationInput & { conflictId: string; chosenId?: string | null; dismiss?: boolean | null }>({
    name: 'decideConflict',
    description:
      'Decides which statement of a conflict is right, or dismisses the conflict. The decision outranks every other rule; a later decision replaces it.',
    input: {
      conflictId: argument('ID!', 'Id of the conflict.'),
      chosenId: argument('ID', 'Id of the right statement, one of the conflict’s. Excludes `dismiss`.'),
      dismiss: argument(
        'Boolean',
        'Whether to dismiss the conflict: its statements do not contradict each other.',
        false,
      ),
    },
    payload: { conflict: conflictField, effect: effectField },
    failures: ['REVISION_STALE', 'CONFLICT_GONE'],
    async carryOut({ conflictId, ...choice }, byHand, { curationContext }) {
      const verdict = verdictOf(conflictId, choice, 'input.chosenId')
      return { ...(await decideConflict(curationContext, verdict, byHand)), details: { id: conflictId } }
    },
  }),
  declareMutation<CurationInput & { conflictId: string }>({
    name: 'reopenConflict',
    description: 'Takes the decision on a conflict back: the conflict is open again.',
    input: { conflictId: argument('ID!', 'Id of the decided or dismissed conflict.') },
    payload: { conflict: conflictField, effect: effectField },
    failures: ['REVISION_STALE', 'CONFLICT_GONE', 'NOT_DECIDED'],
    async carryOut({ conflictId }, byHand, { curationContext }) {
      const done = await decideConflict(curationContext, { conflict: conflictId, status: 'OPEN' }, byHand)
      return { ...done, details: { id: conflictId } }
    },
  }),
  declareMutation<CurationInput & { statementId: string }>({
    name: 'retractStatement',
    description: 'Retracts a statement, also if datasets hold it: no later import brings it back.',
    input: { statementId: argument('ID!', 'Id of the statement.') },
    payload: { statement: statementField, effect: effectField },
    failures: ['REVISION_STALE', 'ALREADY_RETRACTED'],
    async carryOut({ statementId }, byHand, { curationContext }) {
      return { ...(await retractStatement(curationContext, statementId, byHand)), details: { id: statementId } }
    },
  }),
  declareMutation<CurationInput & { statementId: string }>({
    name: 'restoreStatement',
    description: 'Restores a statement that a curator retracted.',
    input: { statementId: argument('ID!', 'Id of the retracted statement.') },
    payload: { statement: statementField, effect: effectField },
    failures: ['REVISION_STALE', 'NOT_WITHDRAWN'],
    async carryOut({ statementId }, byHand, { curationContext }) {
      return { ...(await restoreStatement(curationContext, statementId, byHand)), details: { id: statementId } }
    },
  }),
  declareMutation<CurationInput & { title: string }>({
    name: 'publishRelease',
    description: 'Publishes the present state of the graph as a release, which a view can name for ever.',
    input: {
      title: argument('String!', 'Title of the release: 2026 spring.'),
      reason: argument('String', 'Reason, kept in the curation log. Default: the title.'),
    },
    payload: {
      release: nodeField('Release', 'The release', (release: Release) => release),
      statementCount: field<PayloadView>(
        'Int',
        'Number of statements in the release, also in a dry run; null in a failure.',
        ({ outcome }) => (outcome?.details as Release | undefined)?.statementCount,
      ),
    },
    failures: ['REVISION_STALE', 'RELEASE_EXISTS'],
    async carryOut({ title }, byHand, { curationContext }) {
      const { release, revision } = await publishRelease(curationContext, title, {
        ...byHand,
        reason: byHand.reason ?? title,
      })
      return { revision, details: release }
    },
  }),
]

export const curationMutations: Readonly<Record<string, FieldDeclaration>> = Object.assign(
  {},
  ...mutations.map(({ fields }) => fields),
)

export const curationTypes: readonly TypeDeclaration[] = [
  ...mutations.flatMap(({ types }) => types),
  ...effectTypes,
  ...failureTypes,
]
