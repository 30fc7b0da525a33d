import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import type { Edition, Source } from '../model/source.js'
import { type CitedEdition, type CitedEditions, sourceIdOf } from '../resolution/cited-edition.js'
import type { ImportBase } from './import-base.js'

/** Editions of the compared statements: those of the run, and those of the graph, which are read when they are needed. */
export class CitationIndex {
  readonly #known = new Map<string, CitedEdition | undefined>()

  constructor(
    datasets: readonly CheckedDataset[],
    readonly base: ImportBase,
  ) {
    for (const { editions, sources } of datasets)
      for (const edition of editions) {
        const source = sources.find(({ id }) => id === edition.source)
        if (source) this.#known.set(edition.id, { edition, source })
      }
  }

  readonly find: CitedEditions = edition => this.#known.get(edition)

  async load(editions: readonly string[]): Promise<void> {
    const unknown = [...new Set(editions)].filter(id => !this.#known.has(id))
    if (unknown.length === 0) return
    const found = await this.base.ask<'edition' | 'source'>(
      unknown.flatMap(id => [
        { question: { kind: 'edition', id } as const },
        { question: { kind: 'source', id: sourceIdOf(id) } as const },
      ]),
    )
    for (const [i, id] of unknown.entries()) {
      const [edition, source] = [found[2 * i] as Edition | undefined, found[2 * i + 1] as Source | undefined]
      this.#known.set(id, edition && source && { edition, source })
    }
  }
}
