import type { CurationActionOf } from '../datasets/files/read-curation.js'
import type { Store } from '../store/store.js'
import { type CommonOptions, Refused, type Session } from './command.js'
import { thisImporter } from './importer.js'
import { problemsText } from './report.js'

/** The arguments of an import: folders of datasets, and files of curation actions, as an export writes them. */
export interface ImportPaths {
  readonly folders: readonly string[]
  readonly curations: readonly string[]
}

export function sortPaths(paths: readonly string[]): ImportPaths {
  const isCuration = (path: string) => /\.ya?ml$/i.test(path)
  return { folders: paths.filter(path => !isCuration(path)), curations: paths.filter(isCuration) }
}

/** The curation actions in the files. Prints all their problems, and refuses if there are any. */
export async function readCurations(
  files: readonly string[],
  options: CommonOptions,
): Promise<readonly CurationActionOf[]> {
  if (files.length === 0) return []
  const [{ readCuration }, { ProblemList }] = await Promise.all([
    import('../datasets/files/read-curation.js'),
    import('../datasets/check/problem-list.js'),
  ])
  const problems = new ProblemList()
  const deeds: CurationActionOf[] = []
  for (const file of files) deeds.push(...(await readCuration(file, problems)))
  if (problems.errorCount === 0) return deeds
  if (options.json) console.log(JSON.stringify({ applied: false, ok: false, problems: problems.sorted }))
  else console.error(`${problemsText(problems.sorted)}\nnothing was applied`)
  throw new Refused()
}

/** Applies the curation actions that are not in force yet. Returns their number. */
export async function curate(deeds: readonly CurationActionOf[], store: Store, { ontology }: Session): Promise<number> {
  if (deeds.length === 0) return 0
  const { replayActions } = await import('../curation/replay-actions.js')
  const { now, isAlive } = thisImporter()
  return await replayActions({ store, ontology, now, isAlive }, deeds)
}
