import {
  type EntityLabelFragment,
  type EntityType,
  ListAcceleratorModelsDocument,
  ListBureausDocument,
  ListCompaniesDocument,
  ListComputeCentresDocument,
  ListConferencesDocument,
  ListCorridorsDocument,
  ListOfficialsDocument,
  ListPolicyMeasuresDocument,
  type ListQuantityFragment,
  ListRegionsDocument,
  ListTargetsDocument,
  type PropertyLabelsFragment,
  type SumPartsFragment,
  type TypedDocumentString,
} from '../../generated/graphql.js'
import { codeFacet, dateFacet, type Facet, linkFacet, placeFacet } from './facets.js'

/** What a cell of a list shows. */
export type Cell =
  | { readonly kind: 'link'; readonly entities: readonly EntityLabelFragment[]; readonly more?: number }
  | { readonly kind: 'date'; readonly edtf: string }
  | { readonly kind: 'quantity'; readonly quantity: ListQuantityFragment }
  | { readonly kind: 'code'; readonly code: string }

export interface Column<Node> {
  /** The property whose label is the heading. */
  readonly property: string
  readonly cell: (node: Node) => Cell | undefined
  /** The field by which the server orders. */
  readonly order?: string
}

interface Sum<List> {
  readonly property: string
  /** The quantity as the API names it, to sum groups by. */
  readonly quantity: string
  readonly sums: (list: List) => readonly SumPartsFragment[]
}

interface Listed {
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly endCursor: string | null
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
  }
  readonly nodes: readonly EntityLabelFragment[]
}

export interface ListAnswer<List extends Listed = Listed> {
  readonly list: List
  readonly ontology: PropertyLabelsFragment
}

/** The list of one type: its document, columns, facets and sums. */
export interface ListOf<List extends Listed = Listed> {
  readonly document: TypedDocumentString<ListAnswer<List>, Readonly<Record<string, unknown>>>
  readonly columns: readonly Column<List['nodes'][number]>[]
  readonly facets: readonly Facet<List>[]
  readonly sums: readonly Sum<List>[]
}

/** Checks a list by the types of its own document; the page knows what all lists have. */
function listOf<List extends Listed, Variables>(
  document: TypedDocumentString<ListAnswer<List>, Variables>,
  columns: readonly Column<List['nodes'][number]>[],
  facets: readonly Facet<List>[],
  sums: readonly Sum<List>[] = [],
): ListOf {
  return { document, columns, facets, sums } as unknown as ListOf
}

const link = (entity: EntityLabelFragment | null): Cell | undefined =>
  entity ? { kind: 'link', entities: [entity] } : undefined
const date = (edtf: string | null): Cell | undefined => (edtf ? { kind: 'date', edtf } : undefined)
const quantity = (value: ListQuantityFragment | null): Cell | undefined =>
  value ? { kind: 'quantity', quantity: value } : undefined
const code = (value: string | null): Cell | undefined => (value ? { kind: 'code', code: value } : undefined)

const inRegion = (id: string) => ({ region: { within: id } })

export const lists: Readonly<Record<EntityType, ListOf>> = {
  OFFICIAL: listOf(
    ListOfficialsDocument,
    [
      {
        property: 'position',
        cell: ({ positions }) =>
          positions.edges.length > 0
            ? {
                kind: 'link',
                entities: [...new Map(positions.edges.map(({ node }) => [node.id, node])).values()],
              }
            : undefined,
      },
    ],
    [
      linkFacet('position', ({ aggregate }) => aggregate.positions),
      linkFacet('spokeAt', ({ aggregate }) => aggregate.spokeAt),
    ],
  ),
  BUREAU: listOf(
    ListBureausDocument,
    [
      { property: 'region', cell: ({ region }) => link(region) },
      { property: 'parent', cell: ({ parent }) => link(parent) },
      { property: 'foundingDate', cell: ({ foundingDate }) => date(foundingDate), order: 'FOUNDING_DATE' },
    ],
    [
      placeFacet('region', inRegion),
      linkFacet('parent', ({ aggregate }) => aggregate.parents),
      dateFacet('foundingDate', ({ aggregate }) => aggregate.founded),
    ],
  ),
  COMPANY: listOf(
    ListCompaniesDocument,
    [
      { property: 'region', cell: ({ region }) => link(region) },
      { property: 'parent', cell: ({ parent }) => link(parent) },
      { property: 'foundingDate', cell: ({ foundingDate }) => date(foundingDate), order: 'FOUNDING_DATE' },
    ],
    [
      placeFacet('region', inRegion),
      linkFacet('parent', ({ aggregate }) => aggregate.parents),
      dateFacet('foundingDate', ({ aggregate }) => aggregate.founded),
    ],
  ),
  CONFERENCE: listOf(
    ListConferencesDocument,
    [
      { property: 'region', cell: ({ region }) => link(region) },
      { property: 'held', cell: ({ held }) => date(held), order: 'HELD' },
    ],
    [placeFacet('region', inRegion), dateFacet('held', ({ aggregate }) => aggregate.held)],
  ),
  COMPUTE_CENTRE: listOf(
    ListComputeCentresDocument,
    [
      { property: 'region', cell: ({ region }) => link(region) },
      { property: 'operator', cell: ({ operator }) => link(operator) },
      { property: 'status', cell: ({ status }) => code(status), order: 'STATUS' },
      { property: 'opened', cell: ({ opened }) => date(opened), order: 'OPENED' },
      { property: 'capacity', cell: ({ capacity }) => quantity(capacity), order: 'CAPACITY' },
      { property: 'power', cell: ({ power }) => quantity(power), order: 'POWER' },
    ],
    [
      codeFacet('status', ({ aggregate }) => aggregate.statuses),
      placeFacet('region', inRegion),
      linkFacet('operator', ({ aggregate }) => aggregate.operators),
      linkFacet('owner', ({ aggregate }) => aggregate.owners),
      dateFacet('opened', ({ aggregate }) => aggregate.opened),
    ],
    [
      { property: 'capacity', quantity: 'CAPACITY', sums: ({ aggregate }) => aggregate.capacity },
      { property: 'power', quantity: 'POWER', sums: ({ aggregate }) => aggregate.power },
      { property: 'accelerators', quantity: 'ACCELERATORS', sums: ({ aggregate }) => aggregate.accelerators },
      { property: 'investment', quantity: 'INVESTMENT', sums: ({ aggregate }) => aggregate.investment },
    ],
  ),
  REGION: listOf(
    ListRegionsDocument,
    [
      { property: 'code', cell: region => code(region.code), order: 'CODE' },
      { property: 'level', cell: ({ level }) => code(level), order: 'LEVEL' },
      { property: 'parent', cell: ({ parent }) => link(parent) },
    ],
    [codeFacet('level', ({ aggregate }) => aggregate.levels), placeFacet('parent', id => ({ within: id }))],
  ),
  CORRIDOR: listOf(
    ListCorridorsDocument,
    [
      { property: 'status', cell: ({ status }) => code(status), order: 'STATUS' },
      {
        property: 'member',
        cell: ({ members }) =>
          members.nodes.length > 0
            ? { kind: 'link', entities: members.nodes, more: members.totalCount - members.nodes.length }
            : undefined,
      },
    ],
    [
      codeFacet('status', ({ aggregate }) => aggregate.statuses),
      linkFacet('member', ({ aggregate }) => aggregate.members),
    ],
  ),
  TARGET: listOf(
    ListTargetsDocument,
    [
      { property: 'subject', cell: ({ subject }) => link(subject) },
      { property: 'value', cell: ({ value }) => quantity(value), order: 'VALUE' },
      { property: 'due', cell: ({ due }) => date(due), order: 'DUE' },
      { property: 'announced', cell: ({ announced }) => date(announced), order: 'ANNOUNCED' },
    ],
    [
      linkFacet('subject', ({ aggregate }) => aggregate.subjects),
      dateFacet('due', ({ aggregate }) => aggregate.due),
      dateFacet('announced', ({ aggregate }) => aggregate.announced),
    ],
  ),
  POLICY_MEASURE: listOf(
    ListPolicyMeasuresDocument,
    [
      { property: 'issuer', cell: ({ issuer }) => link(issuer) },
      { property: 'jurisdiction', cell: ({ jurisdiction }) => link(jurisdiction) },
      { property: 'issued', cell: ({ issued }) => date(issued), order: 'ISSUED' },
      {
        property: 'documentNumber',
        cell: ({ documentNumber }) => code(documentNumber),
        order: 'DOCUMENT_NUMBER',
      },
      { property: 'status', cell: ({ status }) => code(status), order: 'STATUS' },
    ],
    [
      codeFacet('status', ({ aggregate }) => aggregate.statuses),
      placeFacet('jurisdiction', id => ({ jurisdiction: { within: id } })),
      linkFacet('issuer', ({ aggregate }) => aggregate.issuers),
      dateFacet('issued', ({ aggregate }) => aggregate.issued),
    ],
  ),
  ACCELERATOR_MODEL: listOf(
    ListAcceleratorModelsDocument,
    [
      { property: 'manufacturer', cell: ({ manufacturer }) => link(manufacturer) },
      { property: 'releaseDate', cell: ({ releaseDate }) => date(releaseDate), order: 'RELEASE_DATE' },
      { property: 'peak', cell: ({ peak }) => quantity(peak), order: 'PEAK' },
      { property: 'memory', cell: ({ memory }) => quantity(memory), order: 'MEMORY' },
      { property: 'power', cell: ({ power }) => quantity(power), order: 'POWER' },
    ],
    [
      linkFacet('manufacturer', ({ aggregate }) => aggregate.manufacturers),
      dateFacet('releaseDate', ({ aggregate }) => aggregate.released),
    ],
  ),
}
