/**
 * The headers of our pages: a page loads only what the policy allows, other sites cannot show it in a frame, and it sends
 * no referrer to other sites.
 */
export function pageHeaders(sources: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const policy = { 'default-src': "'none'", ...sources, 'base-uri': "'none'", 'frame-ancestors': "'none'" }
  return {
    'content-security-policy': Object.entries(policy)
      .map(([directive, allowed]) => `${directive} ${allowed}`)
      .join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
