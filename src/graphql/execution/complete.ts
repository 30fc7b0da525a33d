import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isObjectType,
} from 'graphql'
import { inspect } from 'graphql/jsutils/inspect.js'
import type { Complete, Path, PlannedField, Run, Selection } from './planned-query.js'
import { addPath, fail, ignoreRejections, infoOf, isPromise } from './run.js'

export function nonNull(complete: Complete): Complete {
  return (run, field, value, path) => {
    const completed = complete(run, field, value, path)
    if (completed === null)
      throw new Error(`Cannot return null for non-nullable field ${field.parent.name}.${field.name}.`)
    return completed
  }
}

export function asLeaf(type: GraphQLLeafType): Complete {
  return (_, __, value) => {
    if (value == null) return null
    if (value instanceof Error) throw value
    const serialized = type.serialize(value)
    if (serialized == null)
      throw new Error(
        `Expected \`${inspect(type)}.serialize(${inspect(value)})\` to return non-nullable value, returned: ${inspect(serialized)}`,
      )
    return serialized
  }
}

export function asList(complete: Complete, itemType: GraphQLOutputType): Complete {
  return (run, field, value, path) => {
    if (value == null) return null
    if (value instanceof Error) throw value
    if (!isIterable(value))
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.parent.name}.${field.name}".`)
    const completed: unknown[] = []
    let isPending = false
    try {
      for (const item of value) {
        const given = completeItem(run, field, item, addPath(path, completed.length, undefined), complete, itemType)
        if (given instanceof Promise) isPending = true
        completed.push(given)
      }
    } catch (failure) {
      if (isPending) ignoreRejections(completed)
      throw failure
    }
    return isPending ? Promise.all(completed) : completed
  }
}

function completeItem(
  run: Run,
  field: PlannedField,
  item: unknown,
  path: Path,
  complete: Complete,
  type: GraphQLOutputType,
): unknown {
  try {
    const completed = isPromise(item)
      ? Promise.resolve(item).then(value => complete(run, field, value, path))
      : complete(run, field, item, path)
    if (!(completed instanceof Promise)) return completed
    return completed.then(undefined, failure => fail(run, field, type, path, failure))
  } catch (failure) {
    return fail(run, field, type, path, failure)
  }
}

export function asObject(type: GraphQLObjectType): Complete {
  return (run, field, value, path) => {
    if (value == null) return null
    if (value instanceof Error) throw value
    return completeFields(run, field.selectionOf(type), value, path)
  }
}

export function asAbstract(type: GraphQLAbstractType): Complete {
  const typeOf = type.resolveType ?? defaultTypeResolver
  const takesInfo = typeOf.length > 2
  return (run, field, value, path) => {
    if (value == null) return null
    if (value instanceof Error) throw value
    const info = takesInfo ? infoOf(run, field, path) : (undefined as never)
    const name = typeOf(value, run.context, info, type)
    if (isPromise(name)) return Promise.resolve(name).then(found => asNamed(run, field, type, found, value, path))
    return asNamed(run, field, type, name, value, path)
  }
}

function asNamed(
  run: Run,
  field: PlannedField,
  type: GraphQLAbstractType,
  name: unknown,
  value: unknown,
  path: Path | undefined,
): unknown {
  const selection = field.knownSelection(name) ?? field.selectionOf(possibleType(run, field, type, name))
  return completeFields(run, selection, value, path)
}

function possibleType(run: Run, field: PlannedField, type: GraphQLAbstractType, name: unknown): GraphQLObjectType {
  const { schema } = run.plan
  const found = typeof name === 'string' ? schema.getType(name) : undefined
  if (isObjectType(found) && schema.isSubType(type, found)) return found
  const problem = isObjectType(found)
    ? `Runtime Object type "${found.name}" is not a possible type for "${type.name}".`
    : `Abstract type "${type.name}" must resolve to an Object type at runtime for field "${field.parent.name}.${field.name}", and not to ${inspect(name)}.`
  throw new GraphQLError(problem, { nodes: field.nodes })
}

/** All that is selected of an object; a promise where any of it is one. */
export function completeFields(
  run: Run,
  { fields, Data }: Selection,
  source: unknown,
  path: Path | undefined,
): Record<string, unknown> | Promise<Record<string, unknown>> {
  const data = new Data()
  let isPending = false
  try {
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i] as PlannedField
      const value = completeField(run, field, source, path)
      if (value instanceof Promise) isPending = true
      data[field.key] = value
    }
  } catch (failure) {
    if (!isPending) throw failure
    // As graphql-js has it: what is under way is waited for, and told of if it fails.
    return settled(data).finally(() => {
      throw failure
    })
  }
  return isPending ? settled(data) : data
}

function settled(data: Record<string, unknown>): Promise<Record<string, unknown>> {
  return Promise.all(Object.values(data)).then(values => {
    for (const [i, key] of Object.keys(data).entries()) data[key] = values[i]
    return data
  })
}

function completeField(run: Run, field: PlannedField, source: unknown, above: Path | undefined): unknown {
  const { resolve, complete, isLeaf } = field
  // The path of a leaf is needed only if the leaf fails.
  let path = isLeaf && !field.takesInfo ? undefined : addPath(above, field.key, field.parent.name)
  try {
    const args = field.fixedArguments ?? run.argumentsOf(field)
    const info = field.takesInfo ? infoOf(run, field, path) : (undefined as never)
    const value = resolve ? resolve(source, args, run.context, info) : propertyOf(source, field.name, args, run, info)
    if (!isPromise(value)) {
      const completed = complete(run, field, value, path)
      if (!(completed instanceof Promise)) return completed
      return completed.then(undefined, failure => fail(run, field, field.type, path, failure))
    }
    path ??= addPath(above, field.key, field.parent.name)
    return Promise.resolve(value)
      .then(found => complete(run, field, found, path))
      .then(undefined, failure => fail(run, field, field.type, path, failure))
  } catch (failure) {
    return fail(run, field, field.type, path ?? addPath(above, field.key, field.parent.name), failure)
  }
}

/** What a field without a function of its own gives. */
function propertyOf(source: unknown, name: string, args: object, { context }: Run, info: unknown): unknown {
  if (source === null || (typeof source !== 'object' && typeof source !== 'function')) return undefined
  const value = (source as Record<string, unknown>)[name]
  return typeof value === 'function' ? value.call(source, args, context, info) : value
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as Iterable<unknown>)[Symbol.iterator] === 'function'
  )
}
