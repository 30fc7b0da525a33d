import type { AnswerTo, Attestation, Page, PinnedQuery, QueryKind, StagedImport, Store } from '../store/store.js'

/** What an import is planned against: the store as of one revision, or as of what is staged already. */
export interface ImportBase {
  ask<K extends QueryKind>(asks: readonly PinnedQuery<K>[]): Promise<readonly AnswerTo<K>[]>
  vouched(dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]>
  attestedSubjects(dataset: string, page: Page): Promise<readonly string[]>
}

/** The store as its newest revision has it. */
export async function publishedBase(store: Store): Promise<ImportBase> {
  const { revision } = await store.read([])
  const published: StagedImport = { revision: revision.number, resumed: false }
  return {
    ask: async asks => (await store.read(asks, { pin: revision.number })).answers,
    vouched: (dataset, subjects) => store.writer.vouched(published, dataset, subjects),
    attestedSubjects: (dataset, page) => store.writer.attestedSubjects(published, dataset, page),
  }
}

/** The store with what an import has staged so far: what an interrupted run staged is there already. */
export function stagedBase(store: Store, staged: StagedImport): ImportBase {
  return {
    ask: asks => store.writer.readStaged(staged, asks),
    vouched: (dataset, subjects) => store.writer.vouched(staged, dataset, subjects),
    attestedSubjects: (dataset, page) => store.writer.attestedSubjects(staged, dataset, page),
  }
}

/**
 * Which of the entities are described by nobody but the datasets, if by them: an import of these gives up whatever
 * they said before.
 */
export async function findUndescribed(
  base: ImportBase,
  ids: readonly string[],
  datasets: readonly string[] = [],
): Promise<readonly string[]> {
  const unknown: string[] = []
  for (let from = 0; from < ids.length; from += chunk) {
    const part = ids.slice(from, from + chunk)
    const records = await base.ask<'entity'>(part.map(id => ({ question: { kind: 'entity', id } })))
    const isDescribed = (record: (typeof records)[number]) =>
      record?.statements.some(statement => statement.datasets.some(dataset => !datasets.includes(dataset))) ?? false
    unknown.push(...part.filter((_, i) => !isDescribed(records[i])))
  }
  return unknown
}

const chunk = 500
