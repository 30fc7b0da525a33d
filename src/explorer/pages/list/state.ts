import { useAddress } from '../../address/address.js'
import type { useShared } from '../../words/words.js'
import type { ListOf } from './lists.js'

export const pageSize = 100
/** Groups of a facet that are read. */
export const mostGroups = 100

/** The parameters that narrow, order and page a list; a condition begins at the first page again. */
const paging = ['after', 'before', 'row'] as const

export interface ListState {
  /** The variables that all pages of the list have. */
  readonly variables: Readonly<Record<string, unknown>>
  readonly page: Readonly<Record<string, unknown>>
  readonly row: number
  readonly text: string
  readonly isContested: boolean
  readonly sort: { readonly field: string; readonly direction: 'ASC' | 'DESC' }
  readonly isNarrowed: boolean
  /** The facet by which the entities are counted, and the quantity by which its groups are summed. */
  readonly group: ListOf['facets'][number] | undefined
  readonly sum: ListOf['sums'][number] | undefined
  valueOf(parameter: string): string | null
  /** The address of the list with another condition or order, at its first page. */
  with(parameters: Readonly<Record<string, string | null>>): string
  readonly cleared: string
}

/** What every part of the page of a list is made from. */
export interface ListPart {
  readonly list: ListOf
  readonly data: Parameters<ListOf['facets'][number]['counts']>[0]
  /** By the name of the property. */
  readonly labels: ReadonlyMap<string, string>
  readonly state: ListState
}

/** What the address says of a list. */
export function useListState(list: ListOf, shared: ReturnType<typeof useShared>): ListState {
  const { parameters, here } = useAddress()
  const text = parameters.get('name')?.trim() ?? ''
  const isContested = parameters.get('contested') !== null
  const narrowing = list.facets.map(({ parameter }) => parameter)
  const conditions = list.facets.flatMap(({ parameter, condition }) => {
    const value = parameters.get(parameter)
    return value ? [condition(value)] : []
  })
  const filter = Object.assign(
    {},
    ...conditions,
    text !== '' && { name: { contains: text } },
    isContested && { openConflictCount: { gt: 0 } },
  )
  const wanted = parameters.get('sort')
  const field = list.columns.find(({ order }) => order === wanted)?.order ?? 'LABEL'
  const direction = parameters.get('direction') === 'DESC' ? 'DESC' : 'ASC'
  const [after, before] = [parameters.get('after'), parameters.get('before')]
  const group = list.facets.find(({ parameter }) => parameter === parameters.get('group'))
  const sum = list.sums.find(({ property }) => property === parameters.get('sum'))
  const firstPage = Object.fromEntries(paging.map(name => [name, null]))
  return {
    variables: {
      ...shared,
      // Labels are ordered as the page shows them.
      view: { ...shared.view, language: shared.language },
      ...(Object.keys(filter).length > 0 && { filter }),
      orderBy: [{ field, direction }],
      groups: mostGroups,
      ...(sum && { sum: sum.quantity }),
    },
    page: before ? { last: pageSize, before } : { first: pageSize, ...(after && { after }) },
    row: after || before ? Math.max(0, Math.trunc(Number(parameters.get('row'))) || 0) : 0,
    text,
    isContested,
    sort: { field, direction },
    isNarrowed: Object.keys(filter).length > 0,
    group,
    sum,
    valueOf: parameter => parameters.get(parameter),
    with: added => here({ ...firstPage, ...added }),
    cleared: here({
      ...firstPage,
      ...Object.fromEntries([...narrowing, 'name', 'contested'].map(name => [name, null])),
    }),
  }
}
