import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyaddr from 'proxy-addr'
import type { Principal } from '../../graphql/request/principal.js'

/** The key of a request's client. */
export type ClientKey = (request: IncomingMessage, principal?: Principal) => string

/**
 * The key of a client is the subject of its token, else its address. `X-Forwarded-For` counts as far as trusted proxies
 * wrote it. IPv6 addresses that share their first 64 bits are one client.
 */
export function createClientKey(trustedProxies: readonly string[]): ClientKey {
  const isTrusted = proxyaddr.compile([...trustedProxies])
  return (request, principal) => {
    if (principal && principal.kind !== 'anonymous') return `${principal.kind} ${principal.id}`
    return networkOf(proxyaddr(request, isTrusted)) ?? networkOf(request.socket.remoteAddress) ?? 'unknown'
  }
}

/** Undefined if the text is no address. Proxies also write `unknown`. */
function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return undefined
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}
