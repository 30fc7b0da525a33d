import { SuanliError } from '../../model/error.js'

/** Which web pages may use an endpoint. */
export interface OriginRule {
  /** Whether only this machine can reach the server. */
  readonly isLocal: boolean
  /** Origins beside those of this machine: https://chat.example. */
  readonly allowed: readonly string[]
}

/**
 * Throws ORIGIN_REFUSED where a request comes from a page that may not send it, as the Model Context Protocol demands
 * against DNS rebinding: a page whose name is turned into the address of this machine sends its own origin and host.
 * Programs that are no browsers send no origin.
 */
export function checkOrigin(
  { origin, host }: { readonly origin?: string | undefined; readonly host?: string | undefined },
  { isLocal, allowed }: OriginRule,
): void {
  if (isLocal && host !== undefined && !isLoopback(`http://${host}`))
    throw new SuanliError('ORIGIN_REFUSED', { seen: `host ${host.slice(0, 200)}` })
  if (origin === undefined || allowed.includes(origin) || (isLocal && isLoopback(origin))) return
  throw new SuanliError('ORIGIN_REFUSED', { seen: `origin ${origin.slice(0, 200)}` })
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(new URL(address).hostname)
}
