import {
  type GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isNonNullType,
  locatedError,
  responsePathAsArray,
} from 'graphql'
import type { Path, Plan, PlannedField, Run } from './planned-query.js'

/** One execution of a plan. */
export class PlanRun implements Run {
  readonly #arguments: Readonly<Record<string, unknown>>[] = []
  readonly #failed = new Set<Path | undefined>()
  readonly errors: GraphQLError[] = []

  constructor(
    readonly plan: Plan,
    readonly context: unknown,
    readonly variables: Readonly<Record<string, unknown>>,
  ) {}

  /** Of a field whose arguments have variables in them. Throws where one has no value that must have one. */
  argumentsOf(field: PlannedField): Readonly<Record<string, unknown>> {
    const known = this.#arguments[field.place]
    if (known) return known
    const args = field.argumentsWith(this.variables)
    this.#arguments[field.place] = args
    return args
  }

  /** Records that a place is null for that reason. Later errors within that place are ignored. */
  note(error: GraphQLError, path: Path | undefined): void {
    for (let place = path; place !== undefined; place = place.prev) if (this.#failed.has(place)) return
    if (this.#failed.has(undefined)) return
    this.#failed.add(path)
    this.errors.push(error)
  }
}

export function addPath(prev: Path | undefined, key: string | number, typename: string | undefined): Path {
  return { prev, key, typename }
}

/** A failed value is null, where it may be that; else what it is in fails. */
export function fail(
  run: Run,
  field: PlannedField,
  type: GraphQLOutputType,
  path: Path | undefined,
  failure: unknown,
): null {
  const error = locatedError(failure, field.nodes, responsePathAsArray(path as Path))
  if (isNonNullType(type)) throw error
  run.note(error, path)
  return null
}

export function infoOf({ plan, variables }: Run, field: PlannedField, path: Path | undefined): GraphQLResolveInfo {
  const { name: fieldName, nodes: fieldNodes, type: returnType, parent: parentType } = field
  const { schema, fragments, operation } = plan
  return {
    fieldName,
    fieldNodes,
    returnType,
    parentType,
    path: path as Path,
    schema,
    fragments,
    rootValue: undefined,
    operation,
    variableValues: variables,
  }
}

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as Promise<unknown>).then === 'function'
}

/** For promises that no caller awaits any more: a rejection must not end the process. */
export function ignoreRejections(values: readonly unknown[]): void {
  for (const value of values) if (isPromise(value)) value.then(undefined, () => {})
}
