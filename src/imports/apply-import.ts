import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import type { ConflictContent } from '../model/conflict.js'
import type { Revision } from '../model/revision.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import { publishedBase, stagedBase } from './import-base.js'
import { addCounts, type ImportCounts, type ImportStep, noCounts, planImport } from './plan-import.js'

/** What an import changes for readers, or would. */
export interface ImportPlan extends ImportCounts {
  readonly newConflicts: readonly ConflictContent[]
}

/** Who imports, and by which clock. */
export interface Importer {
  readonly now: () => Date
  /** The process: `host:pid`. */
  readonly holder: string
  readonly isAlive: (holder: string) => boolean
  /** Who does it by hand, and why, where that is to be kept. */
  readonly byHand?: { readonly by: string; readonly reason: string }
  /**
   * What becomes of an import that fails: `keep`, unless it is given, leaves what it staged for the same import to go on with; `undo` drops it,
   * since nobody can run the same import again.
   */
  readonly onFailure?: 'keep' | 'undo'
}

/** What importing would change; nothing is written. */
export async function planDatasets(
  datasets: readonly CheckedDataset[],
  store: Store,
  ontology: Ontology,
  progress?: (step: ImportStep) => void,
): Promise<ImportPlan> {
  const published = await publishedBase(store)
  const steps = planImport(datasets, { staged: published, published }, ontology)
  return await applyImport(steps, async step => progress?.(step))
}

/**
 * Imports datasets in one revision: stages step by step what readers do not see, then publishes it. Run again after an
 * interruption it goes on from what is staged, even where the datasets were changed in between. Throws IMPORT_RUNNING,
 * IMPORT_UNFINISHED, and what the store throws.
 */
export async function applyDatasets(
  datasets: readonly CheckedDataset[],
  store: Store,
  ontology: Ontology,
  { now, holder, isAlive, byHand, onFailure }: Importer,
  progress?: (step: ImportStep) => void,
): Promise<ImportPlan & { readonly revision: Revision }> {
  const { writer } = store
  const ids = datasets.map(({ id }) => id).sort()
  const place = await writer.begin(ids, holder, isAlive)
  // One step is planned while the one before it is staged.
  let staging = Promise.resolve()
  const stage = async (step: ImportStep) => {
    if (Object.values(step.batch).some(part => part.length > 0)) await writer.stage(place, step.batch)
    progress?.(step)
  }
  const whenStaged = () => staging
  const deal = async (step: ImportStep) => {
    await staging
    staging = stage(step)
    // Reported when it is waited for.
    staging.catch(() => {})
  }
  try {
    const staged = stagedBase(store, place)
    const bases = { staged, published: place.resumed ? await publishedBase(store) : staged }
    const plan = await applyImport(planImport(datasets, bases, ontology, whenStaged), deal)
    await staging
    const deed = byHand && ({ kind: 'IMPORT', datasets: ids, ...byHand } as const)
    return { ...plan, revision: await writer.publish(place, now().toISOString(), deed) }
  } catch (failure) {
    // A step that is still being staged would else be staged into a lock that is free.
    await staging.catch(() => {})
    // If the store cannot be written now either, its next write frees the lock.
    await writer.release(place, onFailure !== 'undo').catch(() => {})
    throw failure
  }
}

async function applyImport(
  steps: AsyncIterable<ImportStep>,
  deal: (step: ImportStep) => Promise<void>,
): Promise<ImportPlan> {
  let counts = noCounts
  const newConflicts: ConflictContent[] = []
  for await (const step of steps) {
    counts = addCounts(counts, step.counts)
    newConflicts.push(...step.newConflicts)
    await deal(step)
  }
  return { ...counts, newConflicts }
}
