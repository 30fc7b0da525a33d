import type { EntityLabelFragment, SumPartsFragment } from '../../generated/graphql.js'

/** Entities of a list that have a value in common, as the API counts them. */
export interface Group {
  readonly count: number
  readonly code?: string
  readonly year?: number
  readonly entity?: EntityLabelFragment
  /** Sums of the quantity that the reader chose. */
  readonly sums?: readonly SumPartsFragment[]
}

/** A value that entities of the list share, by which the list can be narrowed and grouped. */
export interface FacetCount extends Group {
  readonly value: string
}

/** How a condition is given: by a choice, by a period, or by the name or id of the linked entity. */
export type FacetKind = 'code' | 'place' | 'date' | 'link'

export interface Facet<List> {
  readonly kind: FacetKind
  readonly property: string
  /** The parameter of the address. */
  readonly parameter: string
  readonly counts: (list: List) => readonly FacetCount[]
  readonly condition: (value: string) => object
}

type Groups = readonly Group[]

const counted = (groups: Groups): readonly FacetCount[] =>
  groups.map(group => ({ ...group, value: group.code ?? group.entity?.id ?? String(group.year) }))

/** Countries, or once the list is of one country, its provinces. */
export function placeFacet<
  List extends { readonly aggregate: { readonly places: Groups; readonly provinces: Groups } },
>(property: string, condition: (region: string) => object): Facet<List> {
  return {
    kind: 'place',
    property,
    parameter: 'region',
    counts: ({ aggregate: { places, provinces } }) => counted(places.length > 1 ? places : [...places, ...provinces]),
    condition,
  }
}

export const codeFacet = <List>(property: string, groups: (list: List) => Groups): Facet<List> => ({
  kind: 'code',
  property,
  parameter: property,
  counts: list => counted(groups(list)),
  condition: value => ({ [property]: { eq: value } }),
})

/** A date within a year, or in a period such as 2020/2024. */
export const dateFacet = <List>(property: string, groups: (list: List) => Groups): Facet<List> => ({
  kind: 'date',
  property,
  parameter: property,
  counts: list => [...counted(groups(list))].sort((a, b) => (b.year ?? 0) - (a.year ?? 0)),
  condition: value => ({ [property]: { within: value } }),
})

/** A link to an entity, by its id or by words of its name. */
export const linkFacet = <List>(property: string, groups: (list: List) => Groups): Facet<List> => ({
  kind: 'link',
  property,
  parameter: property,
  counts: list => counted(groups(list)),
  condition: value => ({ [property]: isId(value) ? { id: { eq: value } } : { name: { contains: value } } }),
})

const isId = (text: string): boolean => /^[a-z]+\/\S+$/.test(text)
