import { createHash } from 'node:crypto'
import {
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import type { PreparedOperation } from './prepare-operation.js'

/** The inputs that determine the answer to a GET. The answer of a release depends on no revision. */
export interface CacheKey {
  readonly revision: number | 'release'
  readonly parts: readonly (string | undefined)[]
}

/** The entity tag of an answer: weak, since each encoding of the answer has the same one. */
export function entityTagOf({ revision, parts }: CacheKey): string {
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22)
  return `W/"${revision}-${hash}"`
}

/** The Cache-Control of an answer. */
export function cacheControl({
  isPrivate,
  isImmutable,
}: {
  readonly isPrivate: boolean
  readonly isImmutable: boolean
}) {
  const scope = isPrivate ? 'private' : 'public'
  return isImmutable ? `${scope}, max-age=31536000, immutable` : `${scope}, no-cache`
}

/**
 * Whether an operation reads only releases, so that its answer never changes: the view of every field, its own or that
 * of the request, names a release, and no root field reads anything else.
 */
export function readsReleasesOnly(
  schema: GraphQLSchema,
  { document, type, operationName, variables }: PreparedOperation,
  isReleaseByDefault: boolean,
): boolean {
  if (type !== 'query') return false
  const operation = getOperationAST(document, operationName) as OperationDefinitionNode
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables)
  if (!coerced) return false
  let reads = 0
  let isOnly = true
  const info = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(info, {
      // Another operation of the document is not executed.
      OperationDefinition: node => (node === operation ? undefined : false),
      Field: node => {
        const field = info.getFieldDef()
        if (!field || isIntrospection(node)) return false
        const isOfRoot = info.getParentType() === schema.getQueryType()
        const takesView = field.args.some(({ name }) => name === 'view')
        if (!takesView && !isOfRoot) return undefined
        reads += 1
        const { view } = takesView ? getArgumentValues(field, node, coerced) : {}
        const release = (view as { readonly release?: unknown } | null | undefined)?.release
        const isReleased = view == null ? isReleaseByDefault : typeof release === 'string'
        if (!isReleased || (isOfRoot && !takesView && !nodeFields.has(node.name.value))) isOnly = false
        return isCompositeType(getNamedType(field.type)) ? undefined : false
      },
    }),
  )
  return reads > 0 && isOnly
}

/** Root fields without a view argument. They read in the view of the request. */
const nodeFields = new Set(['node', 'nodes'])

function isIntrospection({ kind, name }: FieldNode): boolean {
  return kind === Kind.FIELD && name.value.startsWith('__')
}
