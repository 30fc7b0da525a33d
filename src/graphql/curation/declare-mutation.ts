import type { Authorship } from '../../curation/apply-action.js'
import type { Effect } from '../../curation/impact.js'
import type { ViewReader } from '../../views/view-reader.js'
import type { Context } from '../request/context.js'
import { requireCurator } from '../request/require-curator.js'
import {
  type ArgumentDeclaration,
  argument,
  type FieldDeclaration,
  field,
  type TypeDeclaration,
} from '../schema/declare.js'
import { type EffectView, findConflict, findStatement } from './effect.js'
import { type FailureCode, type FailureView, failureUnion, isExpected } from './failures.js'

/** What every curator’s mutation takes. */
export interface CurationInput {
  readonly reason: string
  readonly dryRun?: boolean | null
  readonly expectedRevision?: number | null
}

/** What a mutation did or would do. */
export interface Outcome {
  readonly revision: number
  readonly effect?: Effect
  /** What else its payload shows. */
  readonly details?: object
}

/** A payload as fields are computed from it. */
export interface PayloadView {
  readonly outcome: Outcome | undefined
  readonly failure: FailureView | undefined
  readonly isPreview: boolean
  readonly revision: number
  /** Afterwards; of a dry run and of a failure, as it is. */
  readonly reader: ViewReader
}

interface MutationDeclaration<Input extends CurationInput> {
  /** In camel case: decideConflict. */
  readonly name: string
  readonly description: string
  readonly input: Readonly<Record<string, ArgumentDeclaration>>
  /** The fields of the payload beside those of all payloads. */
  readonly payload: Readonly<Record<string, FieldDeclaration>>
  readonly failures: readonly FailureCode[]
  readonly carryOut: (input: Input, byHand: Authorship, context: Context) => Promise<Outcome>
}

export interface Mutation {
  readonly fields: Readonly<Record<string, FieldDeclaration>>
  readonly types: readonly TypeDeclaration[]
}

export const reasonInput = argument('String!', 'Reason, kept in the curation log with the curator and the time.')
export const dryRunInput = argument('Boolean', 'Whether to tell the effect without changing anything.', false)
export const expectedRevisionInput = argument(
  'Int',
  'Revision that the curator decided on: the mutation fails with RevisionStale if the graph is newer. Default: any.',
)

/** A mutation with one input and one payload: `decideConflict(input: DecideConflictInput!): DecideConflictPayload!`. */
export function declareMutation<Input extends CurationInput>({
  name,
  description,
  input,
  payload,
  failures,
  carryOut,
}: MutationDeclaration<Input>): Mutation {
  const typeName = name.charAt(0).toUpperCase() + name.slice(1)
  return {
    fields: {
      [name]: field<undefined, { input: Input }>(
        `${typeName}Payload!`,
        description,
        (_, { input: given }, context) => settle(given, context, failures, carryOut),
        { input: argument(`${typeName}Input!`, 'Input of the mutation.') },
      ),
    },
    types: [
      {
        kind: 'input',
        name: `${typeName}Input`,
        description: `Input of \`${name}\`.`,
        fields: {
          ...input,
          reason: reasonInput,
          dryRun: dryRunInput,
          expectedRevision: expectedRevisionInput,
          ...input,
        },
      },
      {
        kind: 'object',
        name: `${typeName}Payload`,
        description: `Result of \`${name}\`.`,
        fields: {
          ...payload,
          revision: field(
            'Int!',
            'Revision that the mutation made; in a dry run and in a failure, the newest revision.',
          ),
          failure: field(`${typeName}Failure`, 'Reason why nothing was changed; null if the mutation succeeded.'),
        },
      },
      failureUnion(`${typeName}Failure`, failures),
    ],
  }
}

async function settle<Input extends CurationInput>(
  given: Input,
  context: Context,
  expected: readonly FailureCode[],
  carryOut: MutationDeclaration<Input>['carryOut'],
): Promise<PayloadView> {
  const byHand: Authorship = {
    by: requireCurator(context).id,
    reason: given.reason,
    dryRun: given.dryRun ?? false,
    expectedRevision: given.expectedRevision ?? undefined,
  }
  const isPreview = byHand.dryRun === true
  try {
    const outcome = await carryOut(given, byHand, context)
    const { revision } = outcome
    return { outcome, failure: undefined, isPreview, revision, reader: (isPreview ? context : context.atNewest()).at() }
  } catch (failure) {
    if (!isExpected(failure, expected)) throw failure
    const now = context.atNewest()
    const reader = now.at()
    return { outcome: undefined, failure: { failure, reader }, isPreview, revision: await now.store.revision(), reader }
  }
}

/** The effect of what was done; null in a failure. */
export const effectField: FieldDeclaration = field<PayloadView>(
  'Effect',
  'Effect of the change on readers of the default view; null in a failure.',
  ({ outcome, reader, isPreview }): EffectView | undefined =>
    outcome?.effect && { effect: outcome.effect, reader, isPreview },
)

/** The node that was changed, as it is afterwards; a preview has none, since the node with its id is another. */
export function nodeField(
  type: string,
  what: string,
  find: (details: never, reader: ViewReader) => unknown,
): FieldDeclaration {
  return field<PayloadView>(type, `${what}, as it is after the change; null in a dry run and in a failure.`, payload =>
    payload.isPreview || !payload.outcome ? undefined : find(payload.outcome.details as never, payload.reader),
  )
}

export const conflictField = nodeField('Conflict', 'The conflict', ({ id }: { readonly id: string }, reader) =>
  findConflict(id, reader),
)
export const statementField = nodeField('Statement', 'The statement', ({ id }: { readonly id: string }, reader) =>
  findStatement(id, reader),
)
export const entityField = nodeField('Entity', 'The entity that is kept', ({ id }: { readonly id: string }, reader) =>
  reader.getEntity(id),
)
