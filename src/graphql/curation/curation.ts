import { decideConflict } from '../../curation/decide-conflict.js'
import { mergeEntities, splitEntity } from '../../curation/merge-entities.js'
import { publishRelease } from '../../curation/publish-release.js'
import { restoreStatement, retractStatement } from '../../curation/retract-statement.js'
import type { Release } from '../../model/release.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import {
  type CurationInput,
  conflictField,
  declareMutation,
  effectField,
  entityField,
  nodeField,
  type PayloadView,
  refuseInput,
  statementField,
} from './declare-mutation.js'
import { effectTypes } from './effect.js'
import { failureTypes } from './failures.js'

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
    async carryOut({ conflictId, chosenId, dismiss }, byHand, { curationContext }) {
      if ((chosenId == null) === !dismiss)
        refuseInput(
          'Give either `chosenId` or `dismiss: true`.',
          '请给出 `chosenId` 或 `dismiss: true`，二者取一。',
          'chosenId',
        )
      const verdict =
        chosenId == null
          ? { conflict: conflictId, status: 'DISMISSED' as const }
          : { conflict: conflictId, status: 'DECIDED' as const, chosen: chosenId }
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
