import type { CheckedDataset } from '../datasets/check-dataset.js'
import { checkDatasets } from '../datasets/check-datasets.js'
import { findUndescribed, publishedBase } from '../datasets/import-base.js'
import type { Store } from '../store/store.js'
import { type CommonOptions, Refused, type Session } from './command.js'
import { problemsText } from './report.js'

/** Checks datasets against the store as well. Tells all problems; refuses where one is an error, unless what is sound is to go on. */
export async function checkForImport(
  folders: readonly string[],
  store: Store,
  { ontology }: Session,
  options: CommonOptions & { readonly keepGoing?: boolean },
): Promise<readonly CheckedDataset[]> {
  const base = await publishedBase(store)
  const { datasets, problems } = await checkDatasets(folders, ontology, ids => findUndescribed(base, ids))
  const hasErrors = problems.some(({ severity }) => severity === 'ERROR')
  const isRefused = hasErrors && !options.keepGoing
  if (options.json && isRefused) console.log(JSON.stringify({ applied: false, problems }))
  else if (problems.length > 0) console.error(problemsText(problems))
  if (isRefused) throw new Refused()
  return datasets
}
