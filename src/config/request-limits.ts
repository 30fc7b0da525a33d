/** How much one request may ask for. */
export interface Limits {
  /** Fields within fields. */
  readonly maxDepth: number
  readonly maxAliases: number
  /** Fields of the operation itself, those that come in by fragments among them. */
  readonly maxRootFields: number
  /** Fields that may have to be computed, a page counting as often as it has rows. */
  readonly maxCost: number
  /** Words, names and signs of the document. */
  readonly maxTokens: number
  /** Milliseconds; then nothing more is read for the request. */
  readonly timeoutMs: number
}

/** Room for the queries of an analyst, a page of a hundred with its evidence among them; not for a hundred times a hundred. */
export const defaultLimits: Limits = {
  maxDepth: 20,
  maxAliases: 50,
  maxRootFields: 20,
  maxCost: 100_000,
  maxTokens: 5_000,
  timeoutMs: 30_000,
}
