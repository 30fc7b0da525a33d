import type { EntityDraft } from '../files/draft.js'
import type { Row } from '../tables/row.js'
import { matchQuote, toQuotable } from './match-quote.js'
import type { Placed, ProblemList } from './problem-list.js'

/** Whether a row, or one of its cells, has the words of a quote. */
export function isInRow(quote: string, row: Row): boolean {
  return [row.text, ...row.cells].some(text => matchQuote(toQuotable(text), quote) !== undefined)
}

/**
 * Quotes that entries of a dataset cite by a row of a table (`row: 7`). The text of a table is not kept, so the quotes are
 * held against the rows while the table is read.
 */
export class CitedRows {
  /** By edition and row: the quotes that no row has had yet. */
  readonly #quotes = new Map<string, Map<number, Placed[]>>()
  /** By edition: the first row below the header of the tables that were read. */
  readonly #read = new Map<string, number>()

  constructor(entities: readonly EntityDraft[]) {
    for (const entity of entities)
      for (const { edition = entity.edition, fragment, quote } of entity.statements) {
        const row = Number(/^row=(\d+)$/.exec(fragment ?? '')?.[1])
        if (edition === undefined || quote === undefined || !Number.isInteger(row)) continue
        const rows = this.#quotes.get(edition.content) ?? new Map<number, Placed[]>()
        this.#quotes.set(edition.content, rows.set(row, [...(rows.get(row) ?? []), quote]))
      }
  }

  /** Holds the quotes that cite the row against it. */
  see(edition: string, row: Row): void {
    this.#read.set(edition, Math.min(row.number, this.#read.get(edition) ?? row.number))
    const rows = this.#quotes.get(edition)
    const quotes = rows?.get(row.number)
    if (quotes)
      rows?.set(
        row.number,
        quotes.filter(({ content }) => !isInRow(content, row)),
      )
  }

  /** Reports the quotes that stand in no row with their number. The header and what is above it are not read as rows. */
  report(problems: ProblemList): void {
    for (const [edition, first] of this.#read)
      for (const [row, quotes] of this.#quotes.get(edition) ?? [])
        for (const { content, place } of row < first ? [] : quotes)
          problems.fatal(
            'QUOTE_NOT_FOUND',
            place,
            { quote: content.slice(0, 100), edition },
            `row ${row} of the table does not have these words; rows count from 1, the header included`,
          )
  }
}
