import type { Problem } from '../model/problem.js'
import type { Ontology } from '../ontology/ontology.js'
import { type CheckedDataset, checkDataset } from './check-dataset.js'
import { type Place, ProblemList } from './problem-list.js'
import { readDataset } from './read-dataset.js'

/** All datasets of one run, checked, and all that is wrong with them, by file, line and column. */
export interface CheckedRun {
  readonly datasets: readonly CheckedDataset[]
  readonly problems: readonly Problem[]
}

/**
 * Checks datasets together: they may refer to each other’s entities and cite each other’s editions. `findUnknown`
 * tells which of the entities that none of them describes the graph does not have either; without it nobody has
 * looked, which is a warning. Reports at most one dangling reference for each entity.
 */
export async function checkDatasets(
  folders: readonly string[],
  ontology: Ontology,
  findUnknown?: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<CheckedRun> {
  const problems = new ProblemList()
  const datasets: CheckedDataset[] = []
  const editions = new Map<string, never>()
  const places = new Map<string, Place>()
  for (const folder of folders) {
    const draft = await readDataset(folder, problems)
    if (!draft) continue
    const first = places.get(draft.id.content)
    if (first) problems.error('ID_DUPLICATE', draft.id.place, { id: draft.id.content, first: first.file })
    places.set(draft.id.content, draft.id.place)
    const { inCheck, ...dataset } = await checkDataset(draft, ontology, editions, problems)
    for (const [id, edition] of inCheck) editions.set(id, edition as never)
    reportSourcesThatDiffer(dataset, datasets, draft.id.place, problems)
    datasets.push(dataset)
  }
  await reportDangling(datasets, problems, findUnknown)
  return { datasets, problems: problems.sorted }
}

/** One work may be cited by several datasets, which then must describe it alike. */
function reportSourcesThatDiffer(
  dataset: CheckedDataset,
  others: readonly CheckedDataset[],
  place: Place,
  problems: ProblemList,
): void {
  for (const source of dataset.sources)
    for (const other of others) {
      const same = other.sources.find(({ id }) => id === source.id)
      if (same && JSON.stringify(same) !== JSON.stringify(source))
        problems.error('SOURCE_DIFFERS', place, { id: source.id, first: other.id })
    }
}

async function reportDangling(
  datasets: readonly CheckedDataset[],
  problems: ProblemList,
  findUnknown?: (ids: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  const described = new Set(datasets.flatMap(({ statements }) => statements.map(({ statement }) => statement.subject)))
  const pointed = new Map(datasets.flatMap(({ references }) => [...references]).filter(([id]) => !described.has(id)))
  const unknown = findUnknown ? await findUnknown([...pointed.keys()]) : [...pointed.keys()]
  for (const id of unknown) {
    const place = pointed.get(id)
    if (!place) continue
    if (findUnknown) problems.error('REFERENCE_DANGLING', place, { id }, 'describe it, at least by a name')
    else problems.warning('REFERENCE_UNCHECKED', place, { id })
  }
}
