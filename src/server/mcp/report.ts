import type { CitedStatement } from './evidence.js'
import type { StructuredAnswer } from './structured-answer.js'
import type { Words } from './words.js'

/** A line with what it rests on. */
interface Line {
  readonly text: string
  readonly cited: readonly CitedStatement[]
}

/**
 * A short text in which every fact has the number of its sources, which follow with quote and address. It stays within a
 * number of characters: what does not fit is left out from the end, and said to be.
 */
export class Report {
  readonly #lines: Line[] = []
  readonly #notes: string[] = []
  readonly #entities: { readonly id: string; readonly label: string; readonly type?: string }[] = []
  #total: number | undefined
  #next: string | undefined

  constructor(
    readonly words: Words,
    readonly maxCharacters: number,
  ) {}

  /** A line, with the statements that say so. */
  readonly say = (text: string, ...cited: readonly CitedStatement[]): this => {
    this.#lines.push({ text, cited })
    return this
  }

  /** The total of a list, of which the answer may have a part. */
  total(count: number): this {
    this.#total = count
    return this
  }

  /** An entity that the answer names. */
  entity({
    id,
    label,
    type,
  }: {
    readonly id: string
    readonly label: string
    readonly type?: string | undefined
  }): this {
    this.#entities.push({ id, label, ...(type !== undefined && { type }) })
    return this
  }

  /** The cursor that goes on. */
  next(cursor: string): this {
    this.#next = cursor
    return this
  }

  /** The answer for programs: what `print` gives as text. */
  structured(): StructuredAnswer {
    const cited = new Sources(this.words)
    const facts = this.#lines.map(({ text, cited: statements }) => {
      const { marks } = cited.cite(statements)
      cited.keep()
      return { text: text.trim().replace(/^- /, ''), sources: [...marks] }
    })
    return {
      ...(this.#total !== undefined && { total: this.#total }),
      ...(this.#entities.length > 0 && { entities: this.#entities }),
      ...(this.#next !== undefined && { next: this.#next }),
      facts,
      sources: cited.list(),
    }
  }

  /** The last lines of every report: how much there is, how to get more. */
  note(text: string): this {
    this.#notes.push(text)
    return this
  }

  print(): string {
    const cited = new Sources(this.words)
    const shown: string[] = []
    let left = this.maxCharacters - reserved - this.#notes.join('\n').length
    for (const [place, { text, cited: statements }] of this.#lines.entries()) {
      const { marks, added } = cited.cite(statements)
      const line = cut(marks.length === 0 ? text : `${text} [${marks.join('][')}]`, longestLine)
      left -= line.length + 1 + added
      if (left < 0 && shown.length > 0) {
        this.#notes.unshift(this.words.leftOut(this.#lines.length - place))
        break
      }
      cited.keep()
      shown.push(line)
    }
    const parts = [
      shown.length === 0 ? this.words.nothing : shown.join('\n'),
      ...(cited.isEmpty ? [] : [`${this.words.sources}:\n${cited.print()}`]),
      ...(this.#notes.length === 0 ? [] : [this.#notes.join('\n')]),
    ]
    return parts.join('\n\n')
  }
}

interface CitedEdition {
  readonly heading: string
  readonly source: { readonly title: string; readonly url?: string }
  readonly quotes: Map<string, number>
}

/** The sources of a report: edition by edition with its address, and below each the quotes, which are numbered. */
class Sources {
  /** Of each edition, the numbers of its quotes. */
  readonly #editions = new Map<string, CitedEdition>()
  #asked: readonly CitedStatement[] = []
  #count = 0

  constructor(readonly words: Words) {}

  get isEmpty(): boolean {
    return this.#count === 0
  }

  /** The numbers by which these would be cited, and how many characters that would add. Nothing is added before `keep`. */
  cite(statements: readonly CitedStatement[]): { readonly marks: readonly number[]; readonly added: number } {
    this.#asked = statements
    const marks = new Set<number>()
    const fresh = new Map<string, number>()
    let added = 0
    for (const statement of statements) {
      const known = this.#editions.get(statement.edition.id)
      const quote = this.#quoteOf(statement)
      const key = `${statement.edition.id} ${quote}`
      const number = known?.quotes.get(quote) ?? fresh.get(key) ?? this.#count + fresh.size + 1
      marks.add(number)
      if (known?.quotes.has(quote) || fresh.has(key)) continue
      const isNewEdition = !known && ![...fresh.keys()].some(other => other.startsWith(`${statement.edition.id} `))
      added += quote.length + 8 + (isNewEdition ? this.#headingOf(statement).length + 1 : 0)
      fresh.set(key, number)
    }
    return { marks: [...marks], added }
  }

  /** Adds what was cited last. */
  keep(): void {
    for (const statement of this.#asked) {
      const { id } = statement.edition
      const { title, url } = statement.edition.source
      const its = this.#editions.get(id) ?? {
        heading: this.#headingOf(statement),
        source: { title, ...(url !== null && { url }) },
        quotes: new Map(),
      }
      this.#editions.set(id, its)
      const quote = this.#quoteOf(statement)
      if (its.quotes.has(quote)) continue
      this.#count += 1
      its.quotes.set(quote, this.#count)
    }
  }

  list(): StructuredAnswer['sources'] {
    return [...this.#editions.entries()]
      .flatMap(([edition, { source, quotes }]) =>
        [...quotes].map(([quote, number]) => ({ number, quote, edition, ...source })),
      )
      .sort((a, b) => a.number - b.number)
  }

  print(): string {
    return [...this.#editions.values()]
      .flatMap(({ heading, quotes }) => [heading, ...[...quotes].map(([quote, number]) => ` [${number}] ${quote}`)])
      .join('\n')
  }

  #headingOf({ edition }: CitedStatement): string {
    const { title, publisher, published, url } = edition.source
    const work = [edition.id, publisher, cut(title, longestTitle), published].filter(part => part != null)
    return `${work.join(', ')}, ${url ?? this.words.noUrl}`
  }

  #quoteOf({ quote, value }: CitedStatement): string {
    if (!quote) return this.words.noQuote
    const { exact, fragment } = quote
    // A cell that holds an id of this graph is not a word of the source: the answer has the label, without quotation marks.
    if (value.__typename === 'EntityValue' && /^[a-z]+\/\S+$/.test(exact) && fragment)
      return `${value.entity.label} ${fragment}`
    return [exact && `“${cut(exact, longestQuote)}”`, fragment].filter(Boolean).join(' ')
  }
}

function cut(text: string, length: number): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > length ? `${line.slice(0, length)}…` : line
}

const longestLine = 1_000
const longestQuote = 160
const longestTitle = 80
/** For the heading of the sources and what is said of what is left out. */
const reserved = 150
