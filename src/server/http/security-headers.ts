import type { ServerResponse } from 'node:http'

/**
 * What every answer says to a browser. Reading is open: a page of any origin may ask, without credentials, since none
 * are kept in cookies. An answer is data: nothing in it runs, and nobody frames it. Pages say otherwise for themselves.
 */
export function setSecurityHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}

const headers = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ratelimit, ratelimit-policy, retry-after, www-authenticate',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** The answer to a browser that asks before it asks. Of the headers, `*` stands for all but `authorization` (Fetch, CORS protocol). */
export const preflight = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '86400',
}
