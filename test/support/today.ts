import { civilDay } from '../../src/values/civil-day.js'

/** The present day as the program has it where nothing else is set: that of its time zone, which is not that of UTC. */
export function today(): string {
  return civilDay(new Date())
}
