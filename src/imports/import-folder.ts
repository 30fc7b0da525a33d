import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { checkDatasets } from '../datasets/check/check-datasets.js'
import { SuanliError } from '../model/error.js'
import type { Problem } from '../model/problem.js'
import { Turns } from '../model/turns.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'
import { applyDatasets, type Importer, type ImportPlan, planDatasets } from './apply-import.js'
import { findUndescribed, publishedBase } from './import-base.js'
import { noCounts } from './plan-import.js'

/** The result of an import or its plan, and the problems of the dataset. With an error among them nothing is applied. */
export interface AllowedImport extends ImportPlan {
  readonly applied: boolean
  readonly problems: readonly Problem[]
}

/** A dataset's folder, and its name in reports. */
export interface AllowedFolder {
  readonly path: string
  readonly name: string
}

/** Progress of an import. */
export interface ImportProgress {
  /** Number of statements of the dataset that have been processed. */
  readonly done: number
  readonly total: number
}

/** The store that a dataset is imported into, and the importer. */
export interface ImportSetting {
  readonly store: Store
  readonly ontology: Ontology
  readonly importer: Importer
}

/**
 * Imports the dataset in a folder, or plans the import. Imports of one process wait for each other. Throws the errors
 * of `applyImport`.
 */
export async function importAllowed(
  { store, ontology, importer }: ImportSetting,
  { path: folder, name }: AllowedFolder,
  dryRun: boolean,
  progress: (progress: ImportProgress) => void = () => {},
): Promise<AllowedImport> {
  return await inTurn(store, async () => {
    const base = await publishedBase(store)
    const checked = await checkDatasets([folder], ontology, (ids, run) => findUndescribed(base, ids, run))
    try {
      const problems = checked.problems.map(problem => ({
        ...problem,
        file: join(name, relative(folder, problem.file)),
      }))
      if (problems.some(({ severity }) => severity === 'ERROR'))
        return { ...noCounts, newConflicts: [], applied: false, problems }
      const total = checked.datasets.reduce((sum, { statements }) => sum + statements.size, 0)
      progress({ done: 0, total })
      const onStep = ({ done }: { readonly done: number }) => progress({ done, total })
      if (dryRun)
        return { ...(await planDatasets(checked.datasets, store, ontology, onStep)), applied: false, problems }
      return { ...(await applyDatasets(checked.datasets, store, ontology, importer, onStep)), applied: true, problems }
    } finally {
      checked.close()
    }
  })
}

/**
 * The real folder of a dataset below the allowed folder. Throws DATASETS_CLOSED if no folder is allowed, and NOT_FOUND.
 * A path that leads out of the allowed folder, by `..` or by a link, gives the same error as a missing folder.
 */
export async function findAllowed(root: string | undefined, name: string): Promise<AllowedFolder> {
  if (root === undefined) throw new SuanliError('DATASETS_CLOSED')
  const none = new SuanliError('NOT_FOUND', { what: 'dataset', id: name.slice(0, 200) })
  if (isAbsolute(name) || name.includes('\0')) throw none
  try {
    const [allowed, folder] = await Promise.all([realpath(root), realpath(join(root, name))])
    const isBelow = folder.startsWith(allowed + sep)
    if (isBelow && (await stat(folder)).isDirectory()) return { path: folder, name }
  } catch {
    // Told below.
  }
  throw none
}

const turns = new Turns()
const running = new WeakSet<Store>()

/** Whether the owner of an import lock still works. For this process `own` says so; for others `isAlive` does. */
export function livenessIn(store: Store, own: string, isAlive: (owner: string) => boolean): (owner: string) => boolean {
  return owner => (owner === own ? running.has(store) : isAlive(owner))
}

/** A store has one import lock, and a process could take the lock from itself. */
function inTurn<Result>(store: Store, work: () => Promise<Result>): Promise<Result> {
  return turns.take(store, async () => {
    running.add(store)
    try {
      return await work()
    } finally {
      running.delete(store)
    }
  })
}
