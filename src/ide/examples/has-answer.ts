import { Kind, parse, print, visit } from 'graphql'

/** The same question at the least cost: one item of each list shows that the list has items. */
export function cheaply(query: string): string {
  return print(
    visit(parse(query), {
      Argument: argument =>
        argument.name.value === 'first' && argument.value.kind === Kind.INT && Number(argument.value.value) > 1
          ? { ...argument, value: { ...argument.value, value: '1' } }
          : undefined,
    }),
  )
}

interface Answer {
  readonly data?: object | null
  readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[] | undefined
}

/** Whether an answer shows anything; undefined if it failed for another reason than that the store lacks something. */
export function hasAnswer({ data, errors = [] }: Answer): boolean | undefined {
  const codes = errors.map(({ extensions }) => extensions?.code)
  if (data == null) return codes.length > 0 && codes.every(code => code === 'NOT_FOUND') ? false : undefined
  const counts = countsIn(data)
  if (counts.length > 0) return counts.some(count => count > 0)
  return Object.values(data).some(value => value !== null)
}

/** The lengths of all lists in a value, and its totals. */
function countsIn(value: unknown): readonly number[] {
  if (Array.isArray(value)) return [value.length, ...value.flatMap(countsIn)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'totalCount' && typeof member === 'number' ? [member] : countsIn(member),
  )
}
