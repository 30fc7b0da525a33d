import { type Problem, type ProblemCode, problemText } from '../../model/problem.js'

/** A place in a file, as a person counts: lines and columns count from 1, columns in characters. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** Of a table: the number of the row, as `row=7` cites it, if it is not the line. */
  readonly row?: number
}

/** A text and its place. */
export interface Placed<Content = string> {
  readonly content: Content
  readonly place: Place
}

/** The same place with another text; it is still worked out only when it is asked for. */
export function withContent(text: Placed, content: string): Placed {
  return {
    content,
    get place(): Place {
      return text.place
    },
  }
}

type Fields = Readonly<Record<string, string | number>>

/** Gathers what is wrong with the data of one run, each thing once, so that all of it is reported together. */
export class ProblemList {
  readonly #problems = new Map<string, Problem>()
  /** How often each file has each message. */
  readonly #counts = new Map<string, number>()
  #errorCount = 0
  #canGoOn = true

  error(code: ProblemCode, place: Place, fields: Fields = {}, hint?: string): void {
    this.#errorCount++
    this.#add('ERROR', code, place, fields, hint)
  }

  warning(code: ProblemCode, place: Place, fields: Fields = {}, hint?: string): void {
    this.#add('WARNING', code, place, fields, hint)
  }

  /** An error of a file or a dataset as a whole: its content is unknown, so the run cannot continue without it. */
  fatal(code: ProblemCode, place: Place, fields: Fields = {}, hint?: string): void {
    this.#canGoOn = false
    this.error(code, place, fields, hint)
  }

  /** How often an error was reported; one that was reported before counts again. */
  get errorCount(): number {
    return this.#errorCount
  }

  /** Whether what has errors can be left out and the rest be used. */
  get canGoOn(): boolean {
    return this.#canGoOn
  }

  /** By file, line and column. */
  get sorted(): readonly Problem[] {
    const counted = [...this.#problems.values()].map(problem => {
      const count = this.#counts.get(sortOf(problem)) ?? 0
      return count > keptOfSort ? { ...problem, count } : problem
    })
    return counted.sort(
      (a, b) =>
        compare(a.file, b.file) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        compare(a.code, b.code) ||
        compare(a.message, b.message),
    )
  }

  /** A mistake in the mapping of a table recurs in each row; the list has it once. */
  #add(severity: Problem['severity'], code: ProblemCode, place: Place, fields: Fields, hint: string | undefined): void {
    const { file, line, column, row } = place
    const message = problemText(code, fields)
    const key = JSON.stringify([file, line, column, code, message])
    if (this.#problems.has(key)) return
    const problem: Problem = {
      severity,
      file,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      ...(row !== undefined && { row }),
      code,
      message,
      ...(hint !== undefined && { hint }),
    }
    const count = (this.#counts.get(sortOf(problem)) ?? 0) + 1
    this.#counts.set(sortOf(problem), count)
    if (count <= keptOfSort) this.#problems.set(key, problem)
  }
}

/** A column that is wrong throughout has one problem a row; so many places of it are kept. */
const keptOfSort = 1000

/** What is the same for a reader, wherever it is in a file. */
function sortOf({ file, code, message }: Problem): string {
  return `${code} ${file} ${message}`
}

/** `did you mean "capacity"?`, or nothing where no word is near. */
export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean "${word}"?`
}

/** `more.yaml:12`. */
export function placeText({ file, line }: Place): string {
  return line === undefined ? file : `${file}:${line}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
