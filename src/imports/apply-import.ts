import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import type { ConflictContent } from '../model/conflict.js'
import { markUndone } from '../model/import-owner.js'
import type { Revision } from '../model/revision.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import { publishedBase, stagedBase } from './import-base.js'
import { addCounts, type ImportCounts, type ImportStep, noCounts, planImport } from './plan-import.js'

/** The changes of an import for readers. */
export interface ImportPlan extends ImportCounts {
  readonly newConflicts: readonly ConflictContent[]
}

/** The importer and the clock. */
export interface Importer {
  readonly now: () => Date
  /** The process: `host:pid`. */
  readonly holder: string
  readonly isAlive: (holder: string) => boolean
  /** The person and the reason, if the import is recorded as a person's action. */
  readonly byHand?: { readonly by: string; readonly reason: string }
  /**
   * Treatment of a failed import: `keep` (the default) keeps the staged changes, so that the same import can continue;
   * `undo` drops them, for an import that cannot be run again.
   */
  readonly onFailure?: 'keep' | 'undo'
}

/** The changes that an import would make. Nothing is written. */
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
 * Imports datasets in one revision: stages the changes step by step, unseen by readers, then publishes them. After an
 * interruption the next run continues from the staged changes, even if the datasets changed in between. Throws
 * IMPORT_RUNNING, IMPORT_UNFINISHED, and the errors of the store.
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
  const owner = onFailure === 'undo' ? markUndone(holder) : holder
  const place = await writer.begin(ids, owner, isAlive)
  // A step is planned while the step before it is staged.
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
    // A step must not be staged after the lock has been released.
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
