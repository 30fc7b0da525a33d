import type { CitedEditions } from '../resolution/cited-edition.js'
import type { RowAnswer, RowQuestion } from '../store/rows/resolved-rows.js'
import type { AnswerTo, QueryKind, QueryOf } from '../store/store.js'
import type { CacheView } from './cache/cache-view.js'

/**
 * The store as one request sees it: one revision from start to end. Questions that are asked in one tick travel in one
 * call, and a question is asked once.
 */
export interface RequestStore {
  /** `knownAt`: as of the last revision up to that instant, RFC 3339. */
  ask<K extends QueryKind>(question: QueryOf<K>, knownAt?: string): Promise<AnswerTo<K>>
  /** What the process keeps of the request’s revision; absent where it keeps nothing. */
  readonly cache?: CacheView | undefined
  /**
   * Asks the rows of what holds, as of the request's revision and of that day; absent of a store without rows. What is asked
   * in one tick travels in one call. Undefined if the rows are not those of that revision and day, and if the rows fail: then
   * the statements are asked.
   */
  askRows?: ((question: RowQuestion, layout: string, day: string) => Promise<RowAnswer | undefined>) | undefined
  /** Whether rows were asked and did not answer: what was found without them may be less. */
  readonly missedRows: boolean
  /** The number of the revision that the request reads. */
  revision(): Promise<number>
  /** Who states the statements that have been answered so far, as known then. */
  citedEditions(knownAt?: string): CitedEditions
}
