import type { EntityPageQuery, EvidenceQuery, NeighbourhoodQuery } from '../../generated/graphql.js'

/** The entity of the page. */
export type ShownEntity = NonNullable<EntityPageQuery['entity']>

type Hop = NeighbourhoodQuery['neighbourhood']['links'][number]

/** A link from another entity to the shown entity. */
export interface ShownLink {
  readonly statement: Hop['statement']
  readonly from: Hop['from']
}

/** A statement with its quote, as the evidence panel and the pages of texts show it. */
export type Quoted = Extract<EvidenceQuery['nodes'][number], { readonly id: string; readonly asStated: string }>

export const isQuoted = (node: EvidenceQuery['nodes'][number]): node is Quoted => node !== null && 'asStated' in node
