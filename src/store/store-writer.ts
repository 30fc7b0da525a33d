import type { CurationAction } from '../model/curation-action.js'
import type { Revision } from '../model/revision.js'
import type { ChangeEngine } from './change-engine.js'
import { instant } from './group-queries.js'
import { ImportLocks, type IsAlive, type LockEngine, type LockedImport } from './import-lock.js'
import type {
  AnswerTo,
  Attestation,
  Batch,
  ImportState,
  Page,
  PinnedQuery,
  QueryKind,
  RowsOf,
  StagedImport,
  StoreWriter,
} from './store.js'
import type { StoreReader } from './store-reader.js'

/** The writing half of an engine. */
export interface WriteEngine extends LockEngine, Pick<ChangeEngine<Batch>, 'stage'> {
  prepare(): Promise<void>
  publish(...given: [...Parameters<ChangeEngine<Batch>['publish']>, rowsOf: RowsOf | undefined]): Promise<Revision>
  apply(...given: [...Parameters<ChangeEngine<Batch>['apply']>, rowsOf: RowsOf | undefined]): Promise<Revision>
}

/** The writer of every engine: decides which process may import, and reads the staged revision. */
export class EngineWriter implements StoreWriter {
  readonly #locks: ImportLocks

  /** `reader` can read the staged revision. */
  constructor(
    readonly engine: WriteEngine,
    readonly reader: Pick<StoreReader, 'read' | 'vouched' | 'attestedSubjects'>,
  ) {
    this.#locks = new ImportLocks(engine)
  }

  prepare(): Promise<void> {
    return this.engine.prepare()
  }

  async begin(datasets: readonly string[], holder: string, isAlive: IsAlive): Promise<StagedImport> {
    await this.prepare()
    return await this.#locks.begin(datasets, holder, isAlive)
  }

  vouched(staged: StagedImport, dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]> {
    return this.reader.vouched(staged.revision, dataset, subjects)
  }

  attestedSubjects(staged: StagedImport | undefined, dataset: string, page: Page): Promise<readonly string[]> {
    return this.reader.attestedSubjects(staged?.revision, dataset, page)
  }

  async readStaged<K extends QueryKind>(
    staged: StagedImport,
    asks: readonly PinnedQuery<K>[],
  ): Promise<readonly AnswerTo<K>[]> {
    return (await this.reader.read(asks, { staged: staged.revision })).answers
  }

  stage({ revision, token }: LockedImport, batch: Batch): Promise<void> {
    return this.engine.stage(revision, token, batch)
  }

  async publish(
    { revision, token }: LockedImport,
    at: string,
    deed?: CurationAction,
    rowsOf?: RowsOf,
  ): Promise<Revision> {
    return await this.engine.publish(revision, token, instant(at), deed, rowsOf)
  }

  async apply(
    batch: Batch,
    deed: CurationAction,
    seen: number,
    at: string,
    isAlive: (holder: string) => boolean,
    rowsOf?: RowsOf,
  ): Promise<Revision> {
    await this.prepare()
    await this.#locks.demandFree(isAlive)
    return await this.engine.apply(batch, deed, seen, instant(at), rowsOf)
  }

  release(staged: LockedImport, keep: boolean): Promise<void> {
    return this.#locks.release(staged, keep)
  }

  importState(isAlive: IsAlive): Promise<ImportState | undefined> {
    return this.#locks.state(isAlive)
  }

  abandon(isAlive: IsAlive, force = false): Promise<readonly string[] | undefined> {
    return this.#locks.abandon(isAlive, force)
  }
}
