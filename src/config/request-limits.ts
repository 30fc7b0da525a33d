/** Limits of one request. */
export interface Limits {
  /** Depth of nested fields. */
  readonly maxDepth: number
  readonly maxAliases: number
  /** Root fields of the operation, those of fragments included. */
  readonly maxRootFields: number
  /** Fields that may be computed. The fields of a page count once for each row. */
  readonly maxCost: number
  /** Tokens of the document. */
  readonly maxTokens: number
  /** Milliseconds after which the request stops reading. */
  readonly timeoutMs: number
}

/** Enough for an analyst's queries, such as a page of a hundred rows with evidence; too little for a hundred times a hundred. */
export const defaultLimits: Limits = {
  maxDepth: 20,
  maxAliases: 50,
  maxRootFields: 20,
  maxCost: 100_000,
  maxTokens: 5_000,
  timeoutMs: 30_000,
}
