/** How a source bounds a quantity: 45 · about 45 · at least 45 · more than 45 · at most 45 · less than 45 · 10 to 20. */
export const comparators = ['EXACTLY', 'ABOUT', 'AT_LEAST', 'MORE_THAN', 'AT_MOST', 'LESS_THAN', 'BETWEEN'] as const

export type Comparator = (typeof comparators)[number]
