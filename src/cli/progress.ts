import { SingleBar } from 'cli-progress'
import { isInteractive } from '../config.js'
import type { ImportStep } from '../datasets/plan-import.js'

/** How far an import has come: a bar with rate and remaining time on a terminal, nothing elsewhere. */
export interface Progress {
  readonly step: (step: ImportStep) => void
  readonly end: () => void
}

export function showProgress(total: number, isWanted: boolean): Progress {
  if (!isWanted || !isInteractive()) return { step: () => {}, end: () => {} }
  const bar = new SingleBar({
    format: '{bar} {percentage}% | {value}/{total} statements | {rate} a second | {eta_formatted} left',
    clearOnComplete: true,
    hideCursor: true,
  })
  const began = performance.now()
  const rateOf = (done: number) => Math.round(done / ((performance.now() - began) / 1000))
  bar.start(total, 0, { rate: 0 })
  return { step: ({ done }) => bar.update(done, { rate: rateOf(done) }), end: () => bar.stop() }
}
