import { isDeepStrictEqual } from 'node:util'
import { distance } from 'fastest-levenshtein'
import type { Problem } from '../../model/problem.js'
import { meant } from '../../ontology/closest-match.js'
import type { Ontology } from '../../ontology/ontology.js'
import type { DatasetDraft } from '../files/draft.js'
import { readDataset } from '../files/read-dataset.js'
import { type CheckedDataset, checkDataset, type Described } from './check-dataset.js'
import { type CheckedEdition, type CheckedSource, type CheckedSources, checkSources } from './check-sources.js'
import { didYouMean, type Place, ProblemList, placeText } from './problem-list.js'

/** All datasets of one run, checked, and all that is wrong with them, by file, line and column. */
export interface CheckedRun {
  /** What has no error. */
  readonly datasets: readonly CheckedDataset[]
  readonly problems: readonly Problem[]
  /** Whether what has errors can be left out: a file that cannot be read cannot, since its content is unknown. */
  readonly canGoOn: boolean
  /** To be called when the datasets are no longer needed. */
  close(): void
}

/**
 * Tells which of the entities the graph has no description of, other than by these datasets, whose former word for
 * them an import replaces.
 */
export type FindUndescribed = (ids: readonly string[], datasets: readonly string[]) => Promise<readonly string[]>

/**
 * Checks datasets together: they may refer to each other’s entities and cite each other’s editions, in whatever order
 * they are named. `findUndescribed` is asked for the entities that none of them describes; without it no entity has
 * looked for them, which is a warning. Reports at most one dangling reference for each entity. `tell` is called again and
 * again how many statements were checked.
 */
export async function checkDatasets(
  folders: readonly string[],
  ontology: Ontology,
  findUndescribed?: FindUndescribed,
  tell: (checked: number) => void = () => {},
): Promise<CheckedRun> {
  const problems = new ProblemList()
  const drafts = await readDrafts(folders, problems)
  const sources = new Map<DatasetDraft, CheckedSources>()
  for (const draft of drafts) sources.set(draft, await checkSources(draft, problems))
  reportSourcesThatDiffer([...sources.values()], problems)

  const editions = new Map<string, CheckedEdition>()
  for (const checked of sources.values())
    for (const edition of checked.editions) editions.set(edition.edition.id, edition)
  const setting = {
    ontology,
    problems,
    findEdition: (id: string) => editions.get(id),
    editionIds: () => [...editions.keys()],
  }
  const described: Described[] = []
  for (const [draft, checked] of sources) {
    const before = described.reduce((sum, { dataset: { statements } }) => sum + statements.size, 0)
    described.push(await checkDataset(draft, checked, setting, count => tell(before + count)))
  }

  const datasets = described.map(({ dataset }) => dataset)
  const ids = datasets.map(({ id }) => id)
  await reportDangling(described, problems, findUndescribed && (unknown => findUndescribed(unknown, ids)))
  const isSound = problems.errorCount === 0 || !problems.canGoOn || !findUndescribed
  if (!isSound) await leaveOutDangling(datasets, unknown => findUndescribed(unknown, ids))
  return {
    datasets,
    problems: problems.sorted,
    canGoOn: problems.canGoOn,
    close: () => {
      for (const { statements } of datasets) statements.close()
    },
  }
}

async function readDrafts(folders: readonly string[], problems: ProblemList): Promise<readonly DatasetDraft[]> {
  const drafts = new Map<string, DatasetDraft>()
  for (const folder of folders) {
    const draft = await readDataset(folder, problems)
    if (!draft) continue
    const first = drafts.get(draft.id.content)
    if (first)
      problems.fatal('ID_DUPLICATE', draft.id.place, { id: draft.id.content, first: placeText(first.id.place) })
    else drafts.set(draft.id.content, draft)
  }
  return [...drafts.values()]
}

/** One work may be cited by several datasets, which then must describe it, and each of its texts, alike. */
function reportSourcesThatDiffer(all: readonly CheckedSources[], problems: ProblemList): void {
  const sources = new Map<string, CheckedSource>()
  const editions = new Map<string, CheckedEdition>()
  for (const checked of all) {
    for (const one of checked.sources) {
      const first = sources.get(one.source.id)
      if (!first) sources.set(one.source.id, one)
      else if (!isDeepStrictEqual(first.source, one.source))
        problems.fatal('SOURCE_DIFFERS', one.place, { id: one.source.id, first: placeText(first.place) })
    }
    for (const one of checked.editions) {
      const first = editions.get(one.edition.id)
      if (!first) editions.set(one.edition.id, one)
      else if (!isDeepStrictEqual(first.edition, one.edition))
        problems.fatal('SOURCE_DIFFERS', one.place, { id: one.edition.id, first: placeText(first.place) })
    }
  }
}

type FindUnknown = (ids: readonly string[]) => Promise<readonly string[]>

async function reportDangling(
  run: readonly Described[],
  problems: ProblemList,
  findUnknown: FindUnknown | undefined,
): Promise<void> {
  const places = new Map<string, Place>()
  for (const { referred } of run)
    for (const [id, place] of referred)
      if (!places.has(id) && !run.some(({ described }) => described.has(id))) places.set(id, place)
  const unknown = findUnknown ? await findUnknown([...places.keys()]) : places.keys()
  for (const id of unknown) {
    const place = places.get(id)
    const near = place && meantId(id, run)
    if (place && findUnknown)
      problems.error('REFERENCE_DANGLING', place, { id }, didYouMean(near) ?? 'describe it, at least by a name')
    else if (place) problems.warning('REFERENCE_UNCHECKED', place, { id }, didYouMean(near))
  }
}

/** The entity of the run that a misspelt link most likely means: of the same type, and only a letter or two apart. */
function meantId(id: string, run: readonly Described[]): string | undefined {
  const prefix = id.slice(0, id.indexOf('/') + 1)
  const slugs = run.flatMap(({ described }) => [...described].filter(other => other.startsWith(prefix)))
  if (slugs.length > maxCompared) return undefined
  const slug = id.slice(prefix.length)
  const near = meant(
    slug,
    slugs.map(other => other.slice(prefix.length)),
  )
  const isNear = near !== undefined && distance(near, slug) <= Math.min(2, Math.floor(slug.length / 4))
  return isNear ? `${prefix}${near}` : undefined
}

/** A comparison with each of many ids, for each link, would take longer than the check. */
const maxCompared = 10_000

/** Leaves out links to what nothing that is left describes; that may leave others dangling, until none does. */
async function leaveOutDangling(datasets: readonly CheckedDataset[], findUnknown: FindUnknown): Promise<void> {
  const isMissing = new Map<string, boolean>()
  for (;;) {
    const [described, referred] = [new Set<string>(), new Set<string>()]
    for (const { statements } of datasets)
      for (const { describes, refersTo } of statements) {
        described.add(describes)
        if (refersTo !== undefined) referred.add(refersTo)
      }
    const unasked = [...referred].filter(id => !described.has(id) && !isMissing.has(id))
    for (const id of unasked) isMissing.set(id, false)
    for (const id of await findUnknown(unasked)) isMissing.set(id, true)
    const missing = new Set([...isMissing].flatMap(([id, isSo]) => (isSo ? [id] : [])))
    for (const { statements } of datasets) statements.leaveOut(missing)
    if (![...referred].some(id => missing.has(id))) return
  }
}
