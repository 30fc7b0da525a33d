import type { ConflictContent } from '../../../src/model/conflict.js'
import type { CurationAction, RecordedAction } from '../../../src/model/curation-action.js'
import type { Rank } from '../../../src/model/rank.js'
import type { Revision } from '../../../src/model/revision.js'
import type { Edition, Source } from '../../../src/model/source.js'
import type { Page } from '../../../src/store/store.js'

/** All that stands in one revision. */
export interface State {
  readonly sources: Map<string, Source>
  readonly editions: Map<string, Edition & { readonly text?: string }>
  readonly entities: Map<string, string>
  /** By statement, by dataset. A statement without a attestation does not stand, and is not in here. */
  readonly vouches: Map<string, Map<string, Word>>
  readonly conflicts: Map<string, ConflictContent>
}

export interface Word {
  readonly rank: Rank
  readonly confidence: number
  /** The revision in which it was given. */
  readonly recorded: number
}

/** A revision, with all of its state. */
export interface Made {
  readonly revision: Revision
  readonly state: State
  readonly deed?: CurationAction
}

export function deedsOf(revisions: readonly Made[]): readonly RecordedAction[] {
  return revisions.flatMap(({ revision, deed }) =>
    deed ? [{ ...deed, madeIn: revision.number, at: revision.at }] : [],
  )
}

export function emptyState(): State {
  return { sources: new Map(), editions: new Map(), entities: new Map(), vouches: new Map(), conflicts: new Map() }
}

export function copyOf({ sources, editions, entities, vouches, conflicts }: State): State {
  return {
    sources: new Map(sources),
    editions: new Map(editions),
    entities: new Map(entities),
    vouches: new Map([...vouches].map(([statement, words]) => [statement, new Map(words)])),
    conflicts: new Map(conflicts),
  }
}

export function paged<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { after, limit, reversed = false }: Page,
): Item[] {
  const rising = [...items].sort((a, b) => compare(idOf(a), idOf(b)))
  return (reversed ? rising.reverse() : rising)
    .filter(item => after === undefined || (reversed ? compare(idOf(item), after) < 0 : compare(idOf(item), after) > 0))
    .slice(0, limit)
}

/** JavaScript compares code units. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function last<Item>(items: readonly Item[]): Item {
  return items.at(-1) as Item
}
