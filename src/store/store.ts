import type { Change, ChangePlace } from '../model/change.js'
import type { Conflict, ConflictContent, ConflictKind, ConflictStatus } from '../model/conflict.js'
import type { CurationAction, RecordedAction } from '../model/curation-action.js'
import type { EntityRecord } from '../model/entity.js'
import type { Rank } from '../model/rank.js'
import type { Revision } from '../model/revision.js'
import type { CitedEdition, Edition, Source } from '../model/source.js'
import type { Statement, StatementContent } from '../model/statement.js'
import type { KeyExpression } from '../names/key-expression.js'
import type { RowChange, RowStore } from './rows/resolved-rows.js'

/**
 * Where statements are kept. Each change of the store is a revision, and every answer is as of one: rows carry the
 * revision that recorded them and the one that retracted them, so that reading an old revision, or the newest one
 * while an import is being staged, needs no lock and no revision cache of the engine's.
 */
export interface Store {
  /** What it is, for a person: `SQLite in .suanli`, `Neo4j at neo4j://127.0.0.1:7687`. Never a password. */
  readonly description: string
  /**
   * Answers all asks in one call, each as of one revision; `revision` says which that was, so that a request's later
   * reads can name it. Answers stand in the order of the asks.
   * Throws STORE_UNAVAILABLE where the database cannot be asked, and the signal's reason where that was given.
   */
  read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], options?: ReadOptions): Promise<Reading<K>>
  readonly writer: StoreWriter
  /** What the default view takes of each entity, written beside the statements; absent of a store that keeps none. */
  readonly rows?: RowStore | undefined
  /** Sizes of the files; absent of a store that another program keeps. */
  sizes?(): Promise<StoreSizes>
  close(): Promise<void>
}

/** Sizes of the files of an embedded store, in bytes. */
export interface StoreSizes {
  readonly database: number
  /** What was written and is not yet in the database file. */
  readonly writeAheadLog: number
}

export interface ReadOptions {
  /** As of the last revision up to this one; without it, of the newest. */
  readonly pin?: number | undefined
  /** Once it is given, the database stops working on this call. */
  readonly signal?: AbortSignal | undefined
}

/** How to log in where the store asks for it. */
export interface StoreLogin {
  readonly user?: string
  readonly password?: string
}

/** One question, as of the pinned revision or, with `knownAt`, of the last revision up to that instant (RFC 3339) where that is older. */
export interface PinnedQuery<K extends QueryKind = QueryKind> {
  readonly question: QueryOf<K>
  readonly knownAt?: string
  /** As the statements were made: ids that were merged stay apart, and nothing is decided. */
  readonly uncurated?: boolean
}

export interface Reading<K extends QueryKind> {
  /** The revision that was pinned or, without a pin, the newest one. */
  readonly revision: Revision
  readonly answers: readonly StoreQueries[K]['answer'][]
  /**
   * Who states what the answers hold: each edition that a statement in them cites, once, with its source, as known then
   * (the latest of them, where one call asks as of several), sorted by edition. Saves a second call.
   */
  readonly citedEditions: readonly CitedEdition[]
}

export type QueryKind = keyof StoreQueries
export type QueryOf<K extends QueryKind> = { [Kind in K]: { readonly kind: Kind } & StoreQueries[Kind]['ask'] }[K]
export type AnswerTo<K extends QueryKind> = StoreQueries[K]['answer']

/** Every question that a store answers. Lists are sorted by id in code-unit order; `undefined` is: not there as of that revision. */
export interface StoreQueries {
  /** An entity with its current statements, or only those with the given properties. Undefined if there is no such statement. */
  entity: { ask: { readonly id: string; readonly properties?: readonly string[] }; answer: EntityRecord | undefined }
  /** Ids of the entities of a type that have a current statement. */
  entities: { ask: { readonly type: string } & Page; answer: readonly string[] }
  /** Standing statements with this property whose value is that entity, whatever type their subject has. */
  incomingStatements: { ask: { readonly id: string; readonly property: string }; answer: readonly Statement[] }
  /** Standing links of an entity, without what they say beside it: for walking where it may have very many. Sorted by the other end's id, then the statement's. */
  links: { ask: LinkSelection; answer: readonly LinkEnd[] }
  /** Standing statements with this property whose value is that code. */
  statementsByCode: { ask: { readonly property: string; readonly code: string }; answer: readonly Statement[] }
  /**
   * Standing statements of a name or a code whose search keys (see names/search-keys) are as asked for. Where there are
   * more than `limit`, so many of them; which ones is the engine's affair.
   */
  statementsBySearchKeys: {
    ask: { readonly keys: KeyExpression; readonly limit: number }
    answer: readonly Statement[]
  }
  /**
   * Ids of entities whose rows have search keys as asked for: of names, of what belongs to the entity, of the words of its
   * statements; up to `limit` of them. `types`: only entities of these types. Undefined if the rows are not those of the
   * revision, or of another layout than `layout`.
   */
  entitiesBySearchKeys: {
    ask: {
      readonly keys: KeyExpression
      readonly types?: readonly string[]
      readonly layout: string
      readonly limit: number
    }
    answer: readonly string[] | undefined
  }
  /** Everything ever said of an entity, the retracted statements too. */
  history: { ask: { readonly id: string }; answer: readonly Statement[] }
  /** A statement that was recorded by then, retracted or not. */
  statement: { ask: { readonly id: string }; answer: Statement | undefined }
  /** Standing statements that pass the filter. */
  statements: { ask: StatementSelection & Page; answer: readonly Statement[] }
  conflict: { ask: { readonly id: string }; answer: Conflict | undefined }
  /** Standing conflicts that pass the filter. */
  conflicts: { ask: ConflictSelection & Page; answer: readonly Conflict[] }
  source: { ask: { readonly id: string }; answer: Source | undefined }
  sources: { ask: Page; answer: readonly Source[] }
  /** An edition without its text; the text, which may be long, is a question of its own. */
  edition: { ask: { readonly id: string }; answer: Edition | undefined }
  /** An edition's text, where the store holds it. */
  editionText: { ask: { readonly id: string }; answer: string | undefined }
  /**
   * The first `limit` changes after `after`, or the first changes of all. Changes are sorted by revision, then by kind, then
   * by id. Undefined if there is no change at `after`, because another store gave that place. The cost depends on the
   * number of changes, not on the size of the store, so that a copy can ask often.
   */
  changes: {
    /** `madeAfter`: only changes of later revisions than this one; used in place of `after`. */
    ask: { readonly after?: ChangePlace; readonly madeAfter?: number; readonly limit: number }
    answer: readonly Change[] | undefined
  }
  /** What curators did after a revision, in its order. */
  deeds: { ask: { readonly after?: number }; answer: readonly RecordedAction[] }
  /** How many changes there are in all. */
  changeCount: { ask: object; answer: number }
  /** The number of the revision that the ask is as of: with `knownAt` of the last one up to that instant, 0 if there was none. */
  lastRevision: { ask: object; answer: number }
}

/** The first `limit` with an id after `after`; reversed: the last `limit` with an id before `after`, in falling order. */
export interface Page {
  readonly after?: string
  readonly limit: number
  readonly reversed?: boolean
}

export interface LinkSelection {
  readonly id: string
  readonly property: string
  /** Of the links that others make to the entity, else of those that it makes itself. */
  readonly isInward: boolean
  readonly minConfidence?: number | undefined
  /** Only what sorts after it. */
  readonly after?: LinkEnd | undefined
  readonly limit: number
}

/** A link as seen from one end. */
export interface LinkEnd {
  /** The entity at the other end. */
  readonly entity: string
  readonly statement: string
}

/** Each key that is given must hold; a list: any of its members. */
export interface StatementSelection {
  readonly subjects?: readonly string[]
  readonly properties?: readonly string[]
  readonly editions?: readonly string[]
  readonly sources?: readonly string[]
  readonly languages?: readonly string[]
  readonly ranks?: readonly Rank[]
  readonly minConfidence?: number
}

export interface ConflictSelection {
  readonly subjects?: readonly string[]
  readonly properties?: readonly string[]
  readonly kinds?: readonly ConflictKind[]
  readonly statuses?: readonly ConflictStatus[]
}

/**
 * Changes a store. A change is staged in batches that no reader sees, and then published in one step as a revision.
 * One change is staged at a time. Every call may be made again with the same arguments after a crash and does the
 * same once: nothing staged twice is held twice.
 */
export interface StoreWriter {
  /** Creates what the store needs (tables, constraints, indexes). Harmless where all is there. */
  prepare(): Promise<void>
  /**
   * Takes the staging place for `datasets`. Where an earlier import of exactly these datasets was interrupted, takes that
   * one up again (`resumed`). Throws IMPORT_UNFINISHED where another set was left unfinished, IMPORT_RUNNING where the
   * holder is alive. `holder` names the process (`host:pid`), `isAlive` tells of a holder whether it still runs.
   */
  begin(datasets: readonly string[], holder: string, isAlive: (holder: string) => boolean): Promise<StagedImport>
  /** What the datasets attest as of the staged revision (staged changes counted in), of these subjects. */
  vouched(staged: StagedImport, dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]>
  /** Subjects of the statements that the dataset attests as of the staged revision, sorted, page by page. */
  attestedSubjects(staged: StagedImport | undefined, dataset: string, page: Page): Promise<readonly string[]>
  /** As `Store.read` as of the staged revision: what is there plus what is staged. */
  readStaged<K extends QueryKind>(
    staged: StagedImport,
    asks: readonly PinnedQuery<K>[],
  ): Promise<readonly AnswerTo<K>[]>
  /** Adds a batch, whole or not at all. */
  stage(staged: StagedImport, batch: Batch): Promise<void>
  /**
   * Makes all that was staged a revision at `at` (or 1 ms after the last one, where the clock went back), with the curation action
   * where somebody did it by hand, and frees the place. Where nothing was staged, gives the newest revision and makes none.
   * An engine that can publishes the rows with the revision. `rowsOf` may be ignored, and the rows may still be as of the revision before.
   */
  publish(staged: StagedImport, at: string, deed?: CurationAction, rowsOf?: RowsOf): Promise<Revision>
  /**
   * Makes a curation action a revision of its own, with the batch that it comes to: in one step, whole or not at all. `seen` is the
   * revision that it was planned on. Throws REVISION_STALE where another one was published since, IMPORT_RUNNING and
   * IMPORT_UNFINISHED where the staging place is taken. `rowsOf` as for `publish`.
   */
  apply(
    batch: Batch,
    deed: CurationAction,
    seen: number,
    at: string,
    isAlive: (holder: string) => boolean,
    rowsOf?: RowsOf,
  ): Promise<Revision>
  /**
   * Gives up an import that failed: drops what it staged and frees the import lock or, with `keep`, leaves what it staged
   * for the same import to go on with, from any process. When the store cannot be written now, the next write through
   * this store does it.
   */
  release(staged: StagedImport, keep: boolean): Promise<void>
  /** Who has the import lock; undefined when it is free. */
  importState(isAlive: (holder: string) => boolean): Promise<ImportState | undefined>
  /**
   * Drops what an unfinished import staged. Gives its datasets, or undefined when there is none. Throws IMPORT_RUNNING when
   * the holder is alive, unless `force` is given.
   */
  abandon(isAlive: (holder: string) => boolean, force?: boolean): Promise<readonly string[] | undefined>
}

/** Resolves the rows of the newest revision of `inside`, which no other reader sees yet. Undefined if the rows are to follow later. */
export type RowsOf = (inside: Store) => Promise<RowChange | undefined>

/** An import that has begun and not ended. */
export interface ImportState {
  readonly datasets: readonly string[]
  /** The process, `host:pid`; empty when the import was given up. */
  readonly owner: string
  /** False: it was interrupted, and can be finished or undone. */
  readonly isRunning: boolean
}

export interface StagedImport {
  /** The revision that publishing will make. */
  readonly revision: number
  readonly resumed: boolean
}

/** A dataset's word for a statement. */
export interface Attestation {
  readonly statement: string
  readonly subject: string
  readonly dataset: string
  readonly rank: Rank
  readonly confidence: number
}

/**
 * What one step of an import adds and ends. A statement is current while a dataset attests it. Its rank and confidence
 * are those of the attestation recorded last; within one revision, of the dataset that sorts last. An attestation with
 * another rank or confidence replaces the dataset's earlier attestation.
 */
export interface Batch {
  readonly sources?: readonly Source[]
  readonly editions?: readonly (Edition & { readonly text?: string })[]
  readonly entities?: readonly { readonly id: string; readonly type: string }[]
  /** New content; an id that is there already is left as it is. `supersedes` as in Statement. */
  readonly statements?: readonly NewStatement[]
  readonly vouches?: readonly Attestation[]
  /** Vouches that end. A statement for which none is left is retracted (or, if it was never published, dropped). */
  readonly withdrawals?: readonly { readonly statement: string; readonly dataset: string }[]
  readonly conflictsOpened?: readonly ConflictContent[]
  /** Ids of conflicts that end. */
  readonly conflictsClosed?: readonly string[]
}

export interface NewStatement extends StatementContent {
  readonly id: string
  readonly supersedes?: string
}
