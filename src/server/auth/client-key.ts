import type { IncomingMessage } from 'node:http'
import ipaddr from 'ipaddr.js'
import proxyaddr from 'proxy-addr'
import type { Principal } from '../../graphql/request/principal.js'

/** Names who sent a request. */
export type ClientKey = (request: IncomingMessage, principal?: Principal) => string

/**
 * Names clients by the subject of their token, else by their address. `X-Forwarded-For` is believed as far as the
 * proxies that are trusted wrote it. Addresses of IPv6 that share their first 64 bits are one client’s.
 */
export function createClientKey(trustedProxies: readonly string[]): ClientKey {
  const isTrusted = proxyaddr.compile([...trustedProxies])
  return (request, principal) => {
    if (principal && principal.kind !== 'anonymous') return `${principal.kind} ${principal.id}`
    return networkOf(proxyaddr(request, isTrusted)) ?? networkOf(request.socket.remoteAddress) ?? 'unknown'
  }
}

/** Undefined where it is no address: proxies write `unknown`, too. */
function networkOf(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return undefined
  const parsed = ipaddr.process(address)
  return parsed.kind() === 'ipv4' ? parsed.toString() : (parsed as ipaddr.IPv6).parts.slice(0, 4).join(':')
}
