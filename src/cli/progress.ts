import { SingleBar } from 'cli-progress'
import type { CheckedDataset } from '../datasets/check/check-dataset.js'
import type { Problem } from '../model/problem.js'
import { isInteractive } from './is-interactive.js'

/** Progress of an import in three phases: check, import, and the rows of a change that is not small. */
export interface Progress {
  /** Number of statements checked so far; their total is unknown. */
  readonly check: (done: number) => void
  readonly problem: (problem: Problem) => void
  /** Called before the import begins. */
  readonly begin: (datasets: readonly CheckedDataset[]) => void
  readonly step: (step: { readonly done: number }) => void
  /** Number of entities whose rows of current values have been made; their total is unknown. */
  readonly rows: (done: number) => void
  /** Called at the end of a phase. */
  readonly end: () => void
}

/** A bar with rate and remaining time on standard error, for a person at a terminal; nothing without a terminal. */
export function showProgress(): Progress {
  return isInteractive() ? new Bars() : silent
}

/**
 * For a program: lines of JSON on standard error, `{"type": "progress", ...}` at the beginning, at the end and once a
 * second of each phase, `{"type": "problem", ...}` for each problem.
 */
export function printProgress(): Progress {
  return new Lines()
}

const nothing = () => {}
const silent: Progress = {
  check: nothing,
  problem: nothing,
  begin: nothing,
  step: nothing,
  rows: nothing,
  end: nothing,
}

class Bars implements Progress {
  #bar: SingleBar | undefined
  #began = 0
  #isOfRows = false

  readonly check = (done: number) => {
    if (!this.#bar) this.#start('checking | {value} statements | {rate} a second', Number.POSITIVE_INFINITY)
    this.#update(done)
  }

  readonly problem = () => {}

  readonly begin = (datasets: readonly CheckedDataset[]) => {
    const format = '{bar} {percentage}% | {value}/{total} statements | {rate} a second | {eta_formatted} left'
    this.#start(format, sizeOf(datasets))
  }

  readonly step = ({ done }: { readonly done: number }) => this.#update(done)

  readonly rows = (done: number) => {
    if (!this.#isOfRows) this.#start('writing rows | {value} entities | {rate} a second', Number.POSITIVE_INFINITY)
    this.#isOfRows = true
    this.#update(done)
  }

  readonly end = () => {
    this.#bar?.stop()
    this.#bar = undefined
    this.#isOfRows = false
  }

  #start(format: string, total: number): void {
    this.end()
    this.#bar = new SingleBar({ format, clearOnComplete: true, hideCursor: true })
    this.#began = performance.now()
    this.#bar.start(total, 0, { rate: 0 })
  }

  #update(done: number): void {
    this.#bar?.update(done, { rate: rateOf(done, this.#began) })
  }
}

class Lines implements Progress {
  #phase: Phase | undefined
  #done = 0
  #told = { done: -1, at: 0 }

  readonly check = (done: number) => {
    if (!this.#phase) this.#start({ name: 'check', began: performance.now() })
    this.step({ done })
  }

  readonly problem = (problem: Problem) => print({ type: 'problem', ...problem })

  readonly begin = (datasets: readonly CheckedDataset[]) =>
    this.#start({ name: 'import', total: sizeOf(datasets), began: performance.now() })

  readonly step = ({ done }: { readonly done: number }) => {
    this.#done = done
    if (performance.now() - this.#told.at >= msBetweenLines) this.#tell()
  }

  readonly rows = (done: number) => {
    if (this.#phase?.name !== 'rows') this.#start({ name: 'rows', began: performance.now() })
    this.step({ done })
  }

  readonly end = () => {
    this.#tell()
    this.#phase = undefined
  }

  #start(phase: Phase): void {
    this.end()
    this.#phase = phase
    this.#done = 0
    this.#told.done = -1
    this.#tell()
  }

  #tell(): void {
    if (!this.#phase || this.#done === this.#told.done) return
    const { name, total, began } = this.#phase
    const rate = rateOf(this.#done, began)
    const secondsLeft =
      total !== undefined && rate > 0 ? Math.max(0, Math.round((total - this.#done) / rate)) : undefined
    this.#told = { done: this.#done, at: performance.now() }
    print({ type: 'progress', phase: name, done: this.#done, total, rate, secondsLeft })
  }
}

interface Phase {
  readonly name: 'check' | 'import' | 'rows'
  readonly total?: number
  readonly began: number
}

const msBetweenLines = 1_000

/** Leaves undefined members out. */
function print(event: object): void {
  console.error(JSON.stringify(event))
}

function sizeOf(datasets: readonly CheckedDataset[]): number {
  return datasets.reduce((sum, { statements }) => sum + statements.size, 0)
}

/** Statements or entities a second since the start. */
function rateOf(done: number, began: number): number {
  return Math.round(done / Math.max(0.001, (performance.now() - began) / 1000))
}

/** Progress of an export, whose total is unknown: a count with its rate, on a terminal. */
export function showCount(isWanted: boolean): { readonly step: (done: number) => void; readonly end: () => void } {
  if (!isWanted || !isInteractive()) return { step: () => {}, end: () => {} }
  const began = performance.now()
  let shown = 0
  return {
    step: done => {
      const now = performance.now()
      if (now - shown < 200) return
      shown = now
      const rate = Math.round(done / ((now - began) / 1000))
      process.stderr.write(`\r\u001b[K${done} done | ${rate} a second`)
    },
    end: () => void process.stderr.write('\r\u001b[K'),
  }
}
