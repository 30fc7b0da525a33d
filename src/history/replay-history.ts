import { ProblemList } from '../datasets/check/problem-list.js'
import type { Importer } from '../imports/apply-import.js'
import { SuanliError } from '../model/error.js'
import type { Revision } from '../model/revision.js'
import type { StagedImport, Store } from '../store/store.js'
import { batchOf, type HistoryItem, type RevisionItem } from './history-item.js'
import { readJsonLines } from './json-lines.js'

/** The result of replaying a history, or the result that a replay would have. */
export interface HistoryPlan {
  /** Number of revisions of the history that the store lacks. */
  readonly revisionsAdded: number
  readonly statementsAdded: number
}

export interface CheckedHistory extends HistoryPlan {
  readonly file: string
  /** The number of its last revision. */
  readonly revisions: number
}

/**
 * Reads a whole history, reports its problems, and compares it with the store. Throws HISTORY_DIFFERS unless one is
 * the beginning of the other.
 */
export async function checkHistory(
  file: string,
  store: Store | undefined,
  problems: ProblemList,
): Promise<CheckedHistory> {
  const newest = store ? (await store.read([])).revision.number : 0
  let [last, revisionsAdded, statementsAdded] = [0, 0, 0]
  for await (const item of readJsonLines(file, problems)) {
    if (item.type === 'revision') {
      last = item.number
      if (last > newest) revisionsAdded++
      else if (store) await demandSame(store, item)
    }
    if (item.type === 'statement' && last > newest) statementsAdded++
  }
  return { file, revisions: last, revisionsAdded, statementsAdded }
}

/** As `replayHistory`, for a checked history. Throws HISTORY_CHANGED if the file has changed since the check. */
export async function applyHistory(
  { file }: CheckedHistory,
  store: Store,
  importer: Importer,
  progress?: (statements: number) => void,
): Promise<HistoryPlan & { readonly revision: Revision }> {
  const problems = new ProblemList()
  async function* items() {
    yield* readJsonLines(file, problems)
    if (problems.errorCount > 0) throw new SuanliError('HISTORY_CHANGED', { file })
  }
  return await replayHistory(items(), file, store, importer, progress)
}

/**
 * Applies the revisions of a history that the store lacks, each with its instant, author and reason. After an
 * interruption the next run continues. `name` names an interrupted run. Throws HISTORY_DIFFERS and the errors of the store.
 */
export async function replayHistory(
  items: AsyncIterable<HistoryItem>,
  name: string,
  store: Store,
  importer: Importer,
  progress?: (statements: number) => void,
): Promise<HistoryPlan & { readonly revision: Revision }> {
  let newest = (await store.read([])).revision
  let [revisionsAdded, statementsAdded] = [0, 0]
  let maker: RevisionMaker | undefined
  try {
    for await (const item of items) {
      if (item.type === 'revision') {
        newest = (await maker?.publish()) ?? newest
        maker = undefined
        if (item.number <= newest.number) await demandSame(store, item)
        else {
          maker = await RevisionMaker.begin(item, name, store, importer, newest)
          revisionsAdded++
        }
      } else if (maker) {
        if (item.type === 'statement') progress?.(++statementsAdded)
        await maker.add(item)
      }
    }
    return { revisionsAdded, statementsAdded, revision: (await maker?.publish()) ?? newest }
  } catch (failure) {
    await maker?.release()
    throw failure
  }
}

const itemsAtOnce = 1_000

/** Applies one revision of the history. */
class RevisionMaker {
  readonly #items: HistoryItem[] = []

  private constructor(
    readonly item: RevisionItem,
    readonly store: Store,
    readonly importer: Importer,
    readonly newest: Revision,
    /** Absent if a curation action makes the revision in one step. */
    readonly staged: StagedImport | undefined,
  ) {}

  static async begin(item: RevisionItem, name: string, store: Store, importer: Importer, newest: Revision) {
    const isCurationAction = item.deed !== undefined && item.deed.kind !== 'IMPORT'
    const { holder, isAlive } = importer
    const staged = isCurationAction ? undefined : await store.writer.begin([name], holder, isAlive)
    return new RevisionMaker(item, store, importer, newest, staged)
  }

  async add(item: HistoryItem): Promise<void> {
    this.#items.push(item)
    if (this.staged && this.#items.length >= itemsAtOnce)
      await this.store.writer.stage(this.staged, batchOf(this.#items.splice(0)))
  }

  /** Keeps the staged changes, so that the same history can continue. */
  async release(): Promise<void> {
    if (this.staged) await this.store.writer.release(this.staged, true).catch(() => {})
  }

  async publish(): Promise<Revision> {
    const { item, staged, newest } = this
    const { writer } = this.store
    const { at, deed } = item
    const batch = batchOf(this.#items.splice(0))
    let made: Revision
    if (staged) {
      await writer.stage(staged, batch)
      made = await writer.publish(staged, at, deed)
    } else if (deed) made = await writer.apply(batch, deed, newest.number, at, this.importer.isAlive)
    else throw new Error('A revision that is not staged belongs to a curation action.')
    demandInstant(made, item)
    return made
  }
}

async function demandSame(store: Store, item: RevisionItem): Promise<void> {
  demandInstant((await store.read([], { pin: item.number })).revision, item)
}

/** No two changes of one store have one instant, so those of the same number and instant are the same change. */
function demandInstant({ number, at }: Revision, item: RevisionItem): void {
  if (number !== item.number || at !== item.at)
    throw new SuanliError('HISTORY_DIFFERS', { number: item.number, seen: at, expected: item.at })
}
