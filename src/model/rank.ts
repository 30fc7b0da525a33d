/** Rank of a statement, as in Wikibase. A deprecated statement is kept, and no view counts it. */
export const ranks = ['PREFERRED', 'NORMAL', 'DEPRECATED'] as const

export type Rank = (typeof ranks)[number]
