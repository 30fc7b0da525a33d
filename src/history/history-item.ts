import type { ConflictContent } from '../model/conflict.js'
import type { CurationAction } from '../model/curation-action.js'
import type { Rank } from '../model/rank.js'
import type { Edition, Source } from '../model/source.js'
import type { Attestation, Batch, NewStatement } from '../store/store.js'

/**
 * One item of a history. A history has the items in the order of time: a `revision`, its changes, the next revision.
 * Applied in that order to an empty store, the items make the same store.
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
  /** Author and reason, if a person made the revision by hand. */
  readonly deed?: CurationAction
}

/** The attestation of a statement by a dataset. */
export interface Word {
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
}

/** Items of one revision, for a writer. */
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
