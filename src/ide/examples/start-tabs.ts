import { startCandidates, startExample } from './catalogue.js'
import type { Example } from './example.js'
import { lookUp } from './look-up.js'

/** With the first steps, four tabs. */
const others = 3
const patienceMs = 1_500

/** The tabs of somebody who opens the IDE for the first time: the first steps, and examples that have answers here. */
export async function startTabs(): Promise<readonly Example[]> {
  const signal = AbortSignal.timeout(patienceMs)
  const chosen: Example[] = []
  try {
    for (const candidate of startCandidates) {
      if (chosen.length === others) break
      if ((await lookUp(candidate, {}, signal)) !== false) chosen.push(candidate)
    }
  } catch {
    // The server is slow or gone: the page does not wait for it.
    return [startExample, ...startCandidates.slice(0, others)]
  }
  return [startExample, ...chosen]
}

/** Whether GraphiQL has kept tabs of an earlier visit. */
export function hasKeptTabs(): boolean {
  try {
    return localStorage.getItem('graphiql:tabState') !== null
  } catch {
    return false
  }
}
