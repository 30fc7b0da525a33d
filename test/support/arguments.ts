import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'

/** A place where a client’s value goes into the schema: an argument, or what stands in one. */
export interface Position {
  /** `Region.children(filter.name.eq)`. */
  readonly name: string
  /** Of the value. */
  readonly type: GraphQLInputType
  /** A field of the root with a value in that place: `regions { nodes { tested: children(filter: $v) { ... } } }`. */
  readonly selection: (value: string) => string
}

/** How a type is reached from the root. */
interface Way {
  readonly type: GraphQLNamedType
  readonly around: (inner: string) => string
}

/** Values that have to be there beside the one that is tried. */
export type Samples = Readonly<Record<string, string>>

/** Every place for a value in the fields of the mutation type, and in what these are given. */
export function positionsOfMutations(schema: GraphQLSchema, samples: Samples): readonly Position[] {
  return positionsFrom(schema.getMutationType(), schema, samples, false)
}

/**
 * Every place for a value in the queries of a schema, on a way to it from the root that passes through lists, so that
 * there is something at its end. Fields that many types have alike, and fields of an input type, are there once.
 */
export function positionsOf(schema: GraphQLSchema, samples: Samples): readonly Position[] {
  return positionsFrom(schema.getQueryType(), schema, samples, true)
}

function positionsFrom(
  query: GraphQLObjectType | null | undefined,
  schema: GraphQLSchema,
  samples: Samples,
  goesDown: boolean,
): readonly Position[] {
  if (!query) return []
  const seen = new Set<string>()
  const positions: Position[] = []
  const reached = new Set<string>([query.name])
  const looked = new Set<string>()
  const open: Way[] = [{ type: query, around: inner => inner }]
  // What is reached as a member of an interface may be another member there.
  const unsure: Way[] = []
  for (let next = open.shift(); next; next = open.shift() ?? unsure.shift()) {
    const { type, around } = next
    if (looked.has(type.name)) continue
    looked.add(type.name)
    if (isAbstractType(type))
      for (const member of schema.getPossibleTypes(type))
        reach({ type: member, around: inner => around(`... on ${member.name} { ${inner} }`) }, unsure)
    if (!('getFields' in type) || isInputObjectType(type)) continue
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, unknown>[]) {
      for (const argument of field.args) collect(type, field, argument, around)
      if (!goesDown) continue
      const returned = getNamedType(field.type)
      const isById = type === query && field.args.some(({ name }) => ['id', 'ids', 'representations'].includes(name))
      if (isCompositeType(returned) && !isById)
        reach({ type: returned, around: inner => around(`${field.name}${argumentsOf(field)} { ${inner} }`) })
    }
  }
  return positions

  function reach({ type, around }: Way, ways = open): void {
    if (reached.has(type.name)) return
    if (ways === open) reached.add(type.name)
    ways.push({ type, around })
  }

  function collect(
    type: GraphQLNamedType,
    field: GraphQLField<unknown, unknown>,
    argument: GraphQLArgument,
    around: (inner: string) => string,
  ): void {
    // The groups of aggregates, `byOperator`, are fields of one kind.
    const isGroup = type.name.endsWith('Aggregate') && /^by[A-Z]/.test(field.name)
    const alike = isGroup
      ? `groups(${argument.name})`
      : `${field.name}(${argument.name}: ${argument.type}): ${field.type}`
    if (seen.has(alike)) return
    seen.add(alike)
    const selection = (value: string) =>
      around(`tested: ${field.name}${argumentsOf(field, { [argument.name]: value })}${rowsOf(field)}`)
    descend(`${type.name}.${field.name}(${argument.name}`, argument.type, selection)
  }

  function descend(name: string, type: GraphQLInputType, selection: (value: string) => string): void {
    positions.push({ name: `${name})`, type, selection })
    const named = getNamedType(type)
    if (!isInputObjectType(named)) return
    const wrap = (value: string) => (isListType(isNonNullType(type) ? type.ofType : type) ? `[${value}]` : value)
    for (const inner of Object.values(named.getFields())) {
      if (seen.has(`${named.name}.${inner.name}`)) continue
      seen.add(`${named.name}.${inner.name}`)
      const others = requiredIn(Object.values(named.getFields()).filter(other => other !== inner))
      descend(`${name}.${inner.name}`, inner.type, value =>
        selection(wrap(`{ ${[`${inner.name}: ${value}`, ...others].join(', ')} }`)),
      )
    }
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>, given: Samples = {}): string {
    const page = field.args.some(({ name }) => name === 'first') && Object.keys(given).every(name => name !== 'last')
    const all = {
      ...(page && { first: '3' }),
      ...Object.fromEntries(
        field.args.filter(isRequired).map(argument => [argument.name, sampleOf(argument)] as const),
      ),
      ...given,
    }
    const texts = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
    return texts.length === 0 ? '' : `(${texts.join(', ')})`
  }

  function requiredIn(fields: readonly GraphQLInputField[]): readonly string[] {
    return fields.filter(isRequired).map(field => `${field.name}: ${sampleOf(field)}`)
  }

  function sampleOf({ name, type }: { readonly name: string; readonly type: GraphQLInputType }): string {
    const named = getNamedType(type)
    return samples[name] ?? (isEnumType(named) ? String(named.getValues()[0]?.name) : '"a"')
  }
}

function isRequired({
  type,
  defaultValue,
}: {
  readonly type: GraphQLInputType
  readonly defaultValue?: unknown
}): boolean {
  return isNonNullType(type) && defaultValue === undefined
}

/** A selection that shows how many rows there are, whatever they are. */
function rowsOf(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return ''
  const lists = isObjectType(type)
    ? Object.values(type.getFields()).filter(
        ({ args, type: of }) => args.length === 0 && isListType(isNonNullType(of) ? of.ofType : of),
      )
    : []
  const inner = lists.map(list => `${list.name}${isCompositeType(getNamedType(list.type)) ? ' { __typename }' : ''}`)
  return ` { ${['__typename', ...inner].join(' ')} }`
}
