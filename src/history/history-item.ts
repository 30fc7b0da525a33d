import type { ConflictContent } from '../model/conflict.js'
import type { CurationAction } from '../model/curation-action.js'
import type { Rank } from '../model/rank.js'
import type { Edition, Source } from '../model/source.js'
import type { Attestation, Batch, NewStatement } from '../store/store.js'

/**
 * One thing that a revision of a store changed. A history is these in the order in which they happened: a `revision`,
 * then all that it changed, then the next one. Carried out in that order on an empty store they make the same store.
 */
export type HistoryItem =
  | RevisionItem
  | ({ readonly type: 'source' } & Source)
  | ({ readonly type: 'edition' } & Edition & { readonly text?: string })
  | { readonly type: 'entity'; readonly id: string; readonly entityType: string }
  | ({ readonly type: 'statement' } & NewStatement & { readonly vouches: readonly Word[] })
  | ({ readonly type: 'vouch' } & Attestation)
  | { readonly type: 'withdrawal'; readonly statement: string; readonly dataset: string }
  | ({ readonly type: 'conflictOpened' } & ConflictContent)
  | { readonly type: 'conflictClosed'; readonly id: string }

export interface RevisionItem {
  readonly type: 'revision'
  readonly number: number
  /** RFC 3339, UTC. */
  readonly at: string
  /** Where somebody made it by hand. */
  readonly deed?: CurationAction
}

/** A dataset’s word for a statement. */
export interface Word {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
}

/** What a writer is given of items of one revision. */
export function batchOf(items: readonly HistoryItem[]): Batch {
  const batch = {
    sources: [] as Source[],
    editions: [] as (Edition & { readonly text?: string })[],
    entities: [] as { readonly id: string; readonly type: string }[],
    statements: [] as NewStatement[],
    vouches: [] as Attestation[],
    withdrawals: [] as { readonly statement: string; readonly dataset: string }[],
    conflictsOpened: [] as ConflictContent[],
    conflictsClosed: [] as string[],
  }
  for (const item of items) {
    const { type: _, ...rest } = item
    switch (item.type) {
      case 'source':
        batch.sources.push(rest as Source)
        break
      case 'edition':
        batch.editions.push(rest as Edition)
        break
      case 'entity':
        batch.entities.push({ id: item.id, type: item.entityType })
        break
      case 'statement': {
        const { vouches, ...statement } = rest as NewStatement & { readonly vouches: readonly Word[] }
        batch.statements.push(statement)
        for (const word of vouches) batch.vouches.push({ ...word, statement: item.id, subject: item.subject })
        break
      }
      case 'vouch':
        batch.vouches.push(rest as Attestation)
        break
      case 'withdrawal':
        batch.withdrawals.push({ statement: item.statement, dataset: item.dataset })
        break
      case 'conflictOpened':
        batch.conflictsOpened.push(rest as ConflictContent)
        break
      case 'conflictClosed':
        batch.conflictsClosed.push(item.id)
        break
      case 'revision':
        break
    }
  }
  return batch
}
