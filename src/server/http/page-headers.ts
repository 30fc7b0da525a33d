/**
 * What a page of ours is sent with: it may load what the policy says and nothing else, no other site shows it in a frame,
 * and it tells no other site where the reader came from.
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
