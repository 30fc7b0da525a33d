/*
 * Preloaded into a server of the drill: its clock is off by the milliseconds that the file DRILL_CLOCK holds. Timers and
 * performance.now() are those of the machine, as when somebody sets the clock of a machine.
 */
import { readFileSync } from 'node:fs'

const file = process.env.DRILL_CLOCK
const RealDate = Date
let offset = 0
let readAt = Number.NEGATIVE_INFINITY

function now() {
  if (file && performance.now() - readAt > 50) {
    readAt = performance.now()
    offset = Number(readFileSync(file, 'utf8')) || 0
  }
  return RealDate.now() + offset
}

globalThis.Date = class ShiftedDate extends RealDate {
  constructor(...given) {
    super(...(given.length === 0 ? [now()] : given))
  }

  static now() {
    return now()
  }
}
