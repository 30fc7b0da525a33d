import type { IncomingMessage } from 'node:http'
import type { Principal } from '../../graphql/request/principal.js'
import { type Authenticate, type AuthenticationSettings, prepareAuthentication } from './authenticate.js'
import { type ClientKey, createClientKey } from './client-key.js'
import { type Allowance, createRateLimit, type RateLimit, requestCost } from './limit-rate.js'

/** Settings of admission: authentication, allowance, trusted proxies. */
export interface Gate {
  readonly authenticate: Authenticate
  readonly clientKey: ClientKey
  readonly rateLimit: RateLimit
  /** The proxies whose forwarding headers are believed. */
  readonly trustedProxies: readonly string[]
}

/** The settings of the same names say what each is. */
export interface GateSettings extends AuthenticationSettings {
  readonly host: string
  readonly rateCostPerMinute?: number | undefined
  readonly trustedProxies: readonly string[]
}

/** Throws the errors of `prepareAuthentication`. */
export async function openGate(settings: GateSettings): Promise<Gate> {
  const { host, rateCostPerMinute, trustedProxies } = settings
  return {
    authenticate: await prepareAuthentication(settings),
    clientKey: createClientKey(trustedProxies),
    trustedProxies,
    rateLimit: createRateLimit(rateCostPerMinute ?? (isLocal(host) ? 0 : openCostPerMinute)),
  }
}

/** Whether only this machine can reach a server at the address. */
export function isLocal(host: string): boolean {
  return /^(127\.|::1$|localhost$)/.test(host)
}

/** Ten operations of the highest allowed cost, or some hundred pages with evidence. */
const openCostPerMinute = 1_000_000

/**
 * Admits a request: its principal, and the allowance of its client. Throws the errors of `authenticate`, and
 * RATE_LIMITED if no allowance is left. Each wrong token costs. `authorization`: the value, if it did not come in the
 * header.
 */
export async function authenticateAndThrottle(
  request: IncomingMessage,
  { authenticate, clientKey, rateLimit }: Gate,
  authorization = request.headers.authorization,
): Promise<{ readonly principal: Principal; readonly allowance: Allowance }> {
  let principal: Principal
  try {
    principal = await authenticate(authorization)
  } catch (refusal) {
    await rateLimit(clientKey(request)).spend(requestCost.always + requestCost.refused)
    throw refusal
  }
  const allowance = rateLimit(clientKey(request, principal))
  await allowance.spend(requestCost.always)
  return { principal, allowance }
}
