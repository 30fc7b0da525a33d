import type { Witnesses } from '../resolution/cited-edition.js'
import type { AnswerTo, QuestionKind, QuestionOf } from '../store/store.js'
import type { SnapshotView } from './revision-cache.js'

/**
 * The store as one request sees it: one revision from start to end. Questions that are asked in one tick travel in one
 * call, and a question is asked once.
 */
export interface AskStore {
  /** `knownAt`: as of the last revision up to that instant, RFC 3339. */
  ask<K extends QuestionKind>(question: QuestionOf<K>, knownAt?: string): Promise<AnswerTo<K>>
  /** What the process keeps of the request’s revision; absent where it keeps nothing. */
  readonly snapshot?: SnapshotView | undefined
  /** The number of the revision that the request reads. */
  revision(): Promise<number>
  /** Who states the statements that have been answered so far, as known then. */
  witnesses(knownAt?: string): Witnesses
}
