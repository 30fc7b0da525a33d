import type { ExecutionResult, GraphQLError, GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { Limits } from '../../config/request-limits.js'
import { createExecutor, type Execute } from '../../graphql/execution/create-executor.js'
import type { ErrorLanguage } from '../../model/error.js'
import { noteErrors, type OperationNote } from '../observability/request-log.js'
import { AnswerCache, type CacheOutcome, type KeptAnswer } from './answer-cache.js'
import {
  createPreparation,
  OperationRefused,
  type OperationRequest,
  type PreparedOperation,
  type PrepareOperation,
  type RequestedOperation,
} from './prepare-operation.js'
import type { FormattedAnswer } from './write-answer.js'

/** The error as clients receive it, from the error that GraphQL has formatted. */
export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
  language?: ErrorLanguage,
) => GraphQLFormattedError

/** The outcome of an operation: executed, or refused with an answer without data. */
export type OperationOutcome =
  | { readonly answer: FormattedAnswer; readonly prepared: PreparedOperation }
  | { readonly answer: FormattedAnswer; readonly refused: OperationRefused }

/** An outcome, or an answer without errors as it is sent. */
export type OutcomeInBytes = OperationOutcome | { readonly kept: KeptAnswer; readonly prepared: PreparedOperation }

/** The steps of an operation, the same for every transport. */
export interface Operations {
  readonly prepare: PrepareOperation
  /** Executes a query or a mutation. */
  readonly execute: (prepared: PreparedOperation, request: OperationRequest) => Promise<ExecutionResult>
  /** The result of an execution as clients receive it, noted for log and metrics. */
  readonly format: (result: ExecutionResult, request: Pick<OperationRequest, 'note' | 'language'>) => FormattedAnswer
  /** Prepares, executes and formats. */
  readonly answer: (asked: RequestedOperation, request: OperationRequest) => Promise<OperationOutcome>
  /** As `answer`. An answer that is kept, or may be, comes as bytes. */
  readonly answerInBytes: (asked: RequestedOperation, request: OperationRequest) => Promise<OutcomeInBytes>
}

export interface OperationsOptions {
  readonly schema: GraphQLSchema
  readonly limits: Limits
  readonly introspection: boolean
  readonly formatError: FormatError
  /** Called after each mutation, so that its client sees the change in the next answer. */
  readonly refresh: () => void
  /** Called for each answer in bytes. */
  readonly cacheAsked: (outcome: CacheOutcome) => void
}

export function createOperations({
  schema,
  limits,
  introspection,
  formatError,
  refresh,
  cacheAsked,
}: OperationsOptions): Operations {
  const prepare = createPreparation(schema, limits, { introspection })
  const executePlanned: Execute = createExecutor(schema)
  const cache = new AnswerCache(schema, cacheAsked)
  const told = (errors: readonly GraphQLError[], { note, language }: Pick<OperationRequest, 'note' | 'language'>) => {
    const inLanguage = language?.()
    const formatted = errors.map(error => formatError(error.toJSON(), error, inLanguage))
    noteErrors(note, formatted)
    return formatted
  }
  const cost = ({ cost: predicted }: OperationNote) =>
    predicted !== undefined && { extensions: { cost: { predicted, max: limits.maxCost } } }

  async function refusedOr<Outcome>(request: OperationRequest, answering: () => Promise<Outcome>) {
    try {
      return await answering()
    } catch (refusal) {
      if (!(refusal instanceof OperationRefused)) throw refusal
      return { refused: refusal, answer: { errors: told(refusal.errors, request), ...cost(request.note) } }
    }
  }

  const operations: Operations = {
    prepare,
    async execute({ document, type, operationName, variables }, { context, trace }) {
      try {
        return await trace.execute(async () => await executePlanned({ document, operationName, variables, context }))
      } finally {
        if (type === 'mutation') refresh()
      }
    },
    format: ({ data, errors, extensions }, request) => ({
      ...(errors && { errors: told(errors, request) }),
      ...(data !== undefined && { data }),
      ...(extensions && { extensions }),
      ...cost(request.note),
    }),
    answer: (asked, request) =>
      refusedOr(request, async () => {
        const prepared = await prepare(asked, request)
        return { prepared, answer: await compute(prepared, request) }
      }),
    answerInBytes: (asked, request) =>
      refusedOr(request, async () => {
        const prepared = await prepare(asked, request)
        const answer = await cache.answer(prepared, request.context, () => compute(prepared, request))
        return 'bytes' in answer ? { prepared, kept: answer } : { prepared, answer }
      }),
  }
  return operations

  async function compute(prepared: PreparedOperation, request: OperationRequest): Promise<FormattedAnswer> {
    return operations.format(await operations.execute(prepared, request), request)
  }
}
