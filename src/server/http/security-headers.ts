/**
 * The headers of every answer. Reading is open: pages of any origin may ask, without credentials, since the server
 * uses no cookies. An answer is data: nothing in it runs, and no page shows it in a frame. Pages override these headers.
 */
export const securityHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'accept-ranges, content-range, etag, ratelimit, ratelimit-policy, retry-after, www-authenticate',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

/** The answer to a preflight request. Of the headers, `*` means all but `authorization` (Fetch, CORS protocol). */
export const preflight = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': '*, authorization',
  'access-control-max-age': '86400',
}
