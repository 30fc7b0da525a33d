import { type Problem, type ProblemCode, problemText } from '../model/problem.js'

/** Where something stands in a file, for a person: lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** A text, and where it stands. */
export interface Placed<Content = string> {
  readonly content: Content
  readonly place: Place
}

/** Gathers what is wrong with the data of one run, so that all of it is reported at once. */
export class ProblemList {
  readonly #problems: Problem[] = []

  error(code: ProblemCode, place: Place, fields: Readonly<Record<string, string | number>> = {}, hint?: string): void {
    this.#add('ERROR', code, place, fields, hint)
  }

  warning(
    code: ProblemCode,
    place: Place,
    fields: Readonly<Record<string, string | number>> = {},
    hint?: string,
  ): void {
    this.#add('WARNING', code, place, fields, hint)
  }

  get errorCount(): number {
    return this.#problems.filter(({ severity }) => severity === 'ERROR').length
  }

  /** By file, line and column. */
  get sorted(): readonly Problem[] {
    return this.#problems.toSorted(
      (a, b) =>
        compare(a.file, b.file) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        (a.column ?? 0) - (b.column ?? 0) ||
        compare(a.code, b.code),
    )
  }

  #add(
    severity: Problem['severity'],
    code: ProblemCode,
    { file, line, column }: Place,
    fields: Readonly<Record<string, string | number>>,
    hint: string | undefined,
  ): void {
    this.#problems.push({
      severity,
      file,
      ...(line !== undefined && { line }),
      ...(column !== undefined && { column }),
      code,
      message: problemText(code, fields),
      ...(hint !== undefined && { hint }),
    })
  }
}

/** `did you mean "capacity"?`, or nothing where no word is near. */
export function didYouMean(word: string | undefined): string | undefined {
  return word === undefined ? undefined : `did you mean "${word}"?`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
