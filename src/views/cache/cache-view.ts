import type { CitedEdition } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
import type { PinnedQuery } from '../../store/store.js'
import type { CachedEntity } from './cached-entity.js'

/** What a process keeps of one revision, for the views that read it. */
export interface RevisionView {
  /** Whether entities that are read now can be kept without others having to go. */
  readonly hasRoom: boolean
  /** Absent where it is not kept; of a kept one that nothing describes, `record` is absent. */
  entity(id: string): CachedEntity | undefined
  incomingStatements(id: string, property: string): readonly Statement[] | undefined
  /** Whatever else the store was asked. */
  answer(question: string): unknown
  citedEdition(edition: string): CitedEdition | undefined
  /** What was derived from answers of this very revision, in that view. */
  derived(view: number, name: string): unknown
  /** Takes in what the store answered. Does nothing where the revision cache has gone on to a later revision. */
  keep(asks: readonly PinnedQuery[], answers: readonly unknown[], citedEditions: readonly CitedEdition[]): void
  keepDerived(view: number, name: string, value: unknown, bytes: number): void
  /** A small number for a view; equal views have the same number. */
  numberOf(view: string): number
}

/** What one request reads of a revision cache: all of it as of one revision, or of one before it. */
export interface CacheView extends RevisionView {
  readonly revision: number
  /**
   * What is kept of the revision that was the last one at that instant (RFC 3339). This view itself if its revision was there
   * by then; undefined of an earlier instant until `learnKnownAt` says which revision was the last one.
   */
  asKnownAt(knownAt: string): RevisionView | undefined
  /** Notes the last revision up to an instant before this revision. That answer never changes. */
  learnKnownAt(knownAt: string, revision: number): void
}
