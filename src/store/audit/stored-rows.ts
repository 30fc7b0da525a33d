import type { Rank } from '../../model/rank.js'
import type { ImportLock } from '../import-lock.js'
import type { StatementColumns } from '../statement-record.js'
import type { VersionRow } from '../statement-version.js'
import type { NewStatement } from '../store.js'

/**
 * What an engine keeps, as it keeps it, for checking a store against itself; texts are as `fromStored` gives them. All of
 * it is read page by page, in the order of the engine’s own keys, so that a store of any size is looked through.
 */
export interface StoredRows {
  readonly description: string
  schema(): Promise<StoredSchema>
  /** What the database says of itself; nothing where it is sound. */
  damages(): Promise<readonly string[]>
  lock(): Promise<ImportLock | undefined>
  /** In their order; `at` in milliseconds. */
  revisions(): Promise<readonly { readonly number: number; readonly at: number }[]>
  /** Things of revisions after `newest`, by what they are. */
  unpublished(newest: number): Promise<readonly Counted[]>
  statements(after: string | number | undefined, limit: number): Promise<readonly StoredStatement[]>
  /** What is to stand in `columns` of a statement. */
  columnsOf(statement: NewStatement): Columns
  entities(after: string | undefined, limit: number): Promise<readonly StoredEntity[]>
  conflicts(after: string | undefined, limit: number): Promise<readonly StoredConflict[]>
  editions(after: string | undefined, limit: number): Promise<readonly StoredEdition[]>
  /** The text of an edition’s last version, where one is held. */
  editionText(id: string): Promise<string | undefined>
  /** What belongs to nothing, by what it is. */
  strays(): Promise<readonly Counted[]>
  /** Makes again what is named, all or nothing. What cannot be made again is left as it is. */
  mend(work: Mending): Promise<void>
  close(): Promise<void>
}

export interface StoredSchema {
  /** 0 where nothing was ever created. */
  readonly seen: number
  readonly known: number
  /** Tables, indexes, constraints that are not there: `index statement_code`. */
  readonly missing: readonly string[]
}

export interface Counted {
  readonly what: string
  readonly count: number
}

export type Columns = Readonly<Record<string, string | number | null>>

export interface StoredStatement extends StatementColumns {
  /** Where the next page goes on. */
  readonly key: string | number
  /** What the engine looks it up by beside its id, by name. */
  readonly columns: Columns
  /** Whether it is found by just these search keys, or by none. */
  readonly isFoundBy: (document: string | undefined) => boolean
  readonly standings: readonly StoredVersion[]
  /** The type of its subject’s entity; absent where there is none. */
  readonly subjectType: string | undefined
  readonly hasTarget: boolean
  readonly hasEdition: boolean
  /** Datasets that list its subject. */
  readonly listing: readonly string[]
  /** What of the engine’s relationships is not as it is to be, in words; absent where all is. */
  readonly amiss: string | undefined
}

export interface StoredVersion extends VersionRow {
  readonly rank: Rank
  readonly confidence: number
}

export interface StoredEntity {
  readonly id: string
  readonly type: string
}

export interface StoredConflict {
  readonly id: string
  readonly kind: string
  readonly property: string
  /** JSON, a ConflictContent. */
  readonly content: string
  /** The entities that it is tied to, sorted. */
  readonly subjects: readonly string[]
  /** Of the statements in its content, those that are there (and tied to it, where an engine does that), sorted. */
  readonly statements: readonly string[]
  readonly lives: readonly { readonly opened: number; readonly closed: number | null }[]
}

export interface StoredEdition {
  readonly id: string
  readonly recorded: number
  readonly source: string
  /** JSON, an Edition. */
  readonly content: string
  readonly text: string | undefined
  readonly hasSource: boolean
}

/** What is to be made again. */
export interface Mending {
  readonly schema?: boolean
  readonly strays?: boolean
  readonly statements?: readonly { readonly key: string | number; readonly id: string; readonly subjectType: string }[]
  readonly entities?: readonly StoredEntity[]
  /** Ids. */
  readonly conflicts?: readonly string[]
}
