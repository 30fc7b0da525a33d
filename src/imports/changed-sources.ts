import { isDeepStrictEqual } from 'node:util'
import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import type { Edition, Source } from '../model/source.js'
import type { ImportBase } from './import-base.js'

type NewEdition = CheckedDataset['editions'][number]

export interface ChangedSources {
  readonly sources: readonly Source[]
  readonly editions: readonly NewEdition[]
  /** Editions with another `translationOf` than before, by id. */
  readonly retold: ReadonlySet<string>
}

/**
 * The sources and editions of datasets that are new to a store or that changed. An edition whose text comes later is
 * changed too. An edition that comes without its text keeps the text in the store.
 */
export async function findChangedSources(
  datasets: readonly CheckedDataset[],
  base: ImportBase,
): Promise<ChangedSources> {
  const sources = uniqueById(datasets.flatMap(dataset => dataset.sources))
  const editions = uniqueById(datasets.flatMap(dataset => dataset.editions))
  const [knownSources, knownEditions] = await Promise.all([
    base.ask<'source'>(sources.map(({ id }) => ({ question: { kind: 'source', id } }))),
    base.ask<'edition'>(editions.map(({ id }) => ({ question: { kind: 'edition', id } }))),
  ])
  const pairs = editions.map((edition, i) => ({ edition, known: knownEditions[i] }))
  return {
    sources: sources.filter((source, i) => !isSame(source, knownSources[i])),
    editions: (await Promise.all(pairs.map(({ edition, known }) => changeOf(edition, known, base)))).flat(),
    retold: new Set(
      pairs
        .filter(({ edition, known }) => known && known.translationOf !== edition.translationOf)
        .map(({ edition }) => edition.id),
    ),
  }
}

/** The edition to store; undefined if the store has the same edition. */
async function changeOf(
  edition: NewEdition,
  known: Edition | undefined,
  base: ImportBase,
): Promise<readonly NewEdition[]> {
  if (!known) return [edition]
  const { text, ...described } = edition
  const isKnown = isSame(described, known)
  if (isKnown && text === undefined) return []
  if (known.sha256 !== edition.sha256) return [edition]
  const [stored] = await base.ask<'editionText'>([{ question: { kind: 'editionText', id: edition.id } }])
  if (isKnown && stored !== undefined) return []
  return [text === undefined && stored !== undefined ? { ...edition, text: stored } : edition]
}

/** Whether the stored value is equal. Compared as JSON, as stores keep it, without undefined members. */
function isSame(described: object, known: object | undefined): boolean {
  const plain = (record: object): unknown => JSON.parse(JSON.stringify(record))
  return known !== undefined && isDeepStrictEqual(plain(described), plain(known))
}

function uniqueById<Member extends { readonly id: string }>(members: readonly Member[]): readonly Member[] {
  return [...new Map(members.map(member => [member.id, member])).values()]
}
