import type { ConflictContent } from '../model/conflict.js'
import type { Revision } from '../model/revision.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import type { CheckedDataset } from './check-dataset.js'
import { type ImportBase, publishedBase, stagedBase } from './import-base.js'
import { type ImportCounts, type ImportStep, planImport } from './plan-import.js'

/** What an import changes, or would. */
export interface ImportPlan extends ImportCounts {
  readonly newConflicts: readonly ConflictContent[]
}

/** Who imports, and by which clock. */
export interface Importer {
  readonly now: () => Date
  /** The process: `host:pid`. */
  readonly holder: string
  readonly isAlive: (holder: string) => boolean
}

/** What importing would change; nothing is written. */
export async function planDatasets(
  datasets: readonly CheckedDataset[],
  store: Store,
  ontology: Ontology,
  progress?: (step: ImportStep) => void,
): Promise<ImportPlan> {
  return await carryOut(datasets, await publishedBase(store), ontology, async step => progress?.(step))
}

/**
 * Imports datasets in one revision: stages step by step what readers do not see, then publishes it. Run again after an
 * interruption it goes on from what is staged. Throws IMPORT_RUNNING, IMPORT_UNFINISHED, and what the store throws.
 */
export async function applyDatasets(
  datasets: readonly CheckedDataset[],
  store: Store,
  ontology: Ontology,
  { now, holder, isAlive }: Importer,
  progress?: (step: ImportStep) => void,
): Promise<ImportPlan & { readonly revision: Revision }> {
  const { writer } = store
  const staged = await writer.begin(datasets.map(({ id }) => id).sort(), holder, isAlive)
  const plan = await carryOut(datasets, stagedBase(store, staged), ontology, async step => {
    if (Object.values(step.batch).some(part => part.length > 0)) await writer.stage(staged, step.batch)
    progress?.(step)
  })
  return { ...plan, revision: await writer.publish(staged, now().toISOString()) }
}

async function carryOut(
  datasets: readonly CheckedDataset[],
  base: ImportBase,
  ontology: Ontology,
  deal: (step: ImportStep) => Promise<void>,
): Promise<ImportPlan> {
  const plan = {
    entitiesAdded: 0,
    statementsAdded: 0,
    statementsRetracted: 0,
    unchanged: 0,
    newConflicts: [] as ConflictContent[],
  }
  for await (const step of planImport(datasets, base, ontology)) {
    plan.entitiesAdded += step.counts.entitiesAdded
    plan.statementsAdded += step.counts.statementsAdded
    plan.statementsRetracted += step.counts.statementsRetracted
    plan.unchanged += step.counts.unchanged
    plan.newConflicts.push(...step.newConflicts)
    await deal(step)
  }
  return plan
}
