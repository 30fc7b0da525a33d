import { RateLimiterMemory } from 'rate-limiter-flexible'
import { SuanliError } from '../../model/error.js'

/** The remaining allowance of a client in its minute. */
export interface Allowance {
  /** Deducts a cost. Throws RATE_LIMITED and deducts nothing if less is left. */
  spend(cost: number): Promise<void>
  /** The headers that tell a client its remaining allowance (draft-ietf-httpapi-ratelimit-headers). */
  headers(): Readonly<Record<string, string>>
}

/** The allowance of each client by its key. A minute begins with the first deduction. */
export type RateLimit = (client: string) => Allowance

/** Counts in this process. `costPerMinute` in the unit of predicted costs; 0: unlimited. */
export function createRateLimit(costPerMinute: number): RateLimit {
  if (costPerMinute === 0) return () => unlimited
  const limiter = new RateLimiterMemory({ points: costPerMinute, duration: windowS })
  return client => {
    let left: { readonly points: number; readonly seconds: number } | undefined
    return {
      async spend(cost) {
        // A cost above the allowance of a minute takes the whole minute.
        const points = Math.min(cost, Math.max(1, costPerMinute - requestCost.always))
        const spent = await limiter.get(client)
        if (spent && spent.remainingPoints < points) {
          left = { points: spent.remainingPoints, seconds: inSeconds(spent.msBeforeNext) }
          throw new SuanliError('RATE_LIMITED', { max: costPerMinute, seconds: left.seconds })
        }
        const { remainingPoints, msBeforeNext } = await limiter.consume(client, points)
        left = { points: remainingPoints, seconds: inSeconds(msBeforeNext) }
      },
      headers(): Readonly<Record<string, string>> {
        if (!left) return {}
        const rest = `"cost";r=${Math.max(0, left.points)};t=${left.seconds}`
        return { 'ratelimit-policy': `"cost";q=${costPerMinute};w=${windowS}`, ratelimit: rest }
      },
    }
  }
}

/**
 * The cost of every request besides its operation, and the further cost of a refused request, since the server reads
 * wrong documents too.
 */
export const requestCost = { always: 10, refused: 90, export: 10_000 } as const

const windowS = 60
const unlimited: Allowance = { spend: () => Promise.resolve(), headers: () => ({}) }

function inSeconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000))
}
