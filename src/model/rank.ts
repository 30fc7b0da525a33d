/** The curator's weight, as Wikibase's ranks: a deprecated statement stands, and no view sees it as current. */
export const ranks = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const

export type Rank = (typeof ranks)[number]
