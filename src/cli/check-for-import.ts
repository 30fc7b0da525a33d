import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import { checkDatasets } from '../datasets/check/check-datasets.js'
import { findUndescribed, publishedBase } from '../imports/import-base.js'
import type { Problem } from '../model/problem.js'
import type { Store } from '../store/store.js'
import { type CommonOptions, Refused, type Session } from './command.js'
import type { Progress } from './progress.js'
import { problemsText } from './report.js'

export interface CheckedForImport {
  readonly datasets: readonly CheckedDataset[]
  /** Warnings, and errors if the import continues without the wrong entries. */
  readonly problems: readonly Problem[]
}

interface CheckOptions extends CommonOptions {
  readonly keepGoing?: boolean
}

/**
 * Checks datasets, with their references to entities of the store, and passes them to the caller. Prints all problems.
 * Refuses if there is an error, unless the caller continues with the sound entries.
 */
export async function checkForImport<Result>(
  folders: readonly string[],
  store: Store,
  { ontology }: Session,
  options: CheckOptions,
  progress: Progress | undefined,
  use: (checked: CheckedForImport) => Promise<Result>,
): Promise<Result> {
  const base = await publishedBase(store)
  const run = await checkDatasets(folders, ontology, (ids, ours) => findUndescribed(base, ids, ours), progress?.check)
  try {
    progress?.end()
    tell(run.problems, run.canGoOn, options, progress)
    return await use(run)
  } finally {
    run.close()
  }
}

function tell(
  problems: readonly Problem[],
  canGoOn: boolean,
  { json, keepGoing }: CheckOptions,
  progress: Progress | undefined,
): void {
  const hasErrors = problems.some(({ severity }) => severity === 'ERROR')
  const isRefused = hasErrors && !(keepGoing && canGoOn)
  for (const problem of problems) progress?.problem(problem)
  if (json && isRefused) console.log(JSON.stringify({ applied: false, problems }))
  if (!json && problems.length > 0) console.error(problemsText(problems))
  if (!json && isRefused)
    console.error(
      keepGoing ? 'nothing was applied: what a file says that cannot be read is not known' : 'nothing was applied',
    )
  if (isRefused) throw new Refused()
}
