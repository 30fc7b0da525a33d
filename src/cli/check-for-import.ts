import type { CheckedDataset } from '../datasets/check-dataset.js'
import { checkDatasets } from '../datasets/check-datasets.js'
import { findUndescribed, publishedBase } from '../datasets/import-base.js'
import type { Problem } from '../model/problem.js'
import type { Store } from '../store/store.js'
import { type CommonOptions, Refused, type Session } from './command.js'
import { problemsText } from './report.js'

export interface CheckedForImport {
  readonly datasets: readonly CheckedDataset[]
  /** Warnings and, where one goes on without what has errors, those. */
  readonly problems: readonly Problem[]
}

/** Checks datasets, their references against the store as well. Tells all problems; refuses where one is an error, unless what is sound is to go on and can. */
export async function checkForImport(
  folders: readonly string[],
  store: Store,
  { ontology }: Session,
  options: CommonOptions & { readonly keepGoing?: boolean },
): Promise<CheckedForImport> {
  const base = await publishedBase(store)
  const { datasets, problems, canGoOn } = await checkDatasets(folders, ontology, (ids, run) =>
    findUndescribed(base, ids, run),
  )
  const hasErrors = problems.some(({ severity }) => severity === 'ERROR')
  const isRefused = hasErrors && !(options.keepGoing && canGoOn)
  if (options.json && isRefused) console.log(JSON.stringify({ applied: false, problems }))
  if (!options.json && problems.length > 0) console.error(problemsText(problems))
  if (!options.json && isRefused)
    console.error(
      options.keepGoing
        ? 'nothing was applied: what a file says that cannot be read is not known'
        : 'nothing was applied',
    )
  if (isRefused) throw new Refused()
  return { datasets, problems }
}
