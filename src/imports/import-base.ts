import type { AnswerTo, Attestation, Page, PinnedQuery, QueryKind, StagedImport, Store } from '../store/store.js'

/** The state that an import is planned on: a revision of the store, or a revision with the staged changes. */
export interface ImportBase {
  ask<K extends QueryKind>(asks: readonly PinnedQuery<K>[]): Promise<readonly AnswerTo<K>[]>
  vouched(dataset: string, subjects: readonly string[]): Promise<readonly Attestation[]>
  attestedSubjects(dataset: string, page: Page): Promise<readonly string[]>
}

/** The newest revision of the store. */
export async function publishedBase(store: Store): Promise<ImportBase> {
  const { revision } = await store.read([])
  const published: StagedImport = { revision: revision.number, resumed: false }
  return {
    ask: async asks => (await store.read(asks, { pin: revision.number })).answers,
    vouched: (dataset, subjects) => store.writer.vouched(published, dataset, subjects),
    attestedSubjects: (dataset, page) => store.writer.attestedSubjects(published, dataset, page),
  }
}

/** The newest revision with the changes that the import has staged, those of an interrupted run included. */
export function stagedBase(store: Store, staged: StagedImport): ImportBase {
  return {
    ask: asks => store.writer.readStaged(staged, asks),
    vouched: (dataset, subjects) => store.writer.vouched(staged, dataset, subjects),
    attestedSubjects: (dataset, page) => store.writer.attestedSubjects(staged, dataset, page),
  }
}

/**
 * The entities that no other dataset describes. An import of the datasets replaces the former statements of these
 * entities.
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
