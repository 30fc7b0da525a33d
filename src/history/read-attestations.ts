import type { Statement } from '../model/statement.js'
import type { Store } from '../store/store.js'
import type { Word } from './history-item.js'

/** The attestations of statements as of a revision, by the statement's id and the dataset. */
export async function readAttestations(
  { writer }: Store,
  revision: number,
  statements: readonly Statement[],
): Promise<(id: string) => readonly Word[]> {
  const words = new Map<string, Word[]>()
  const subjectsByDataset = new Map<string, Set<string>>()
  for (const { id, subject, datasets, rank, confidence } of statements) {
    const [dataset] = datasets
    // The rank and confidence of a statement with one attestation are those of the attestation; others are read.
    words.set(id, datasets.length === 1 && dataset !== undefined ? [{ dataset, rank, confidence }] : [])
    if (datasets.length > 1)
      for (const each of datasets) subjectsByDataset.set(each, (subjectsByDataset.get(each) ?? new Set()).add(subject))
  }
  const several = new Set(statements.filter(({ datasets }) => datasets.length > 1).map(({ id }) => id))
  for (const [dataset, subjects] of subjectsByDataset)
    for (const vouch of await writer.vouched({ revision, resumed: false }, dataset, [...subjects]))
      if (several.has(vouch.statement))
        words.get(vouch.statement)?.push({ dataset, rank: vouch.rank, confidence: vouch.confidence })
  return id => (words.get(id) ?? []).toSorted((a, b) => (a.dataset < b.dataset ? -1 : 1))
}
