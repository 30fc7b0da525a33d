import type { FastifyInstance } from 'fastify'
import type { Principal } from '../../graphql/request/principal.js'
import { authenticateAndThrottle, type Gate } from '../auth/admission.js'
import { type Allowance, requestCost } from '../auth/limit-rate.js'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal
    allowance: Allowance
  }
}

/**
 * Admits requests to the routes of a scope: the principal is known before a body is read, every answer states the
 * remaining allowance, and a refusal costs more than an answer.
 */
export function admitRequests(scope: FastifyInstance, gate: Gate): void {
  scope.addHook('onRequest', async request => {
    const { principal, allowance } = await authenticateAndThrottle(request.raw, gate)
    request.principal = principal
    request.allowance = allowance
    request.note.principal = principal.kind
  })
  scope.addHook('onSend', async ({ allowance }, reply, payload) => {
    if (!allowance) return payload
    // A client without the allowance for it is refused at its next request.
    if (reply.statusCode >= 400) await allowance.spend(requestCost.refused).catch(() => {})
    reply.headers(allowance.headers())
    return payload
  })
}
