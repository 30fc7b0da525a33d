/**
 * A request’s target as the routes know it. A target may be a whole URL (RFC 9112, 3.2.2). A proxy may have removed the
 * base path already, and probes reach the server without one, so paths without it are routed as they are.
 */
export function withoutBasePath(target: string, basePath: string): string {
  const path = target.replace(/^https?:\/\/[^/?]*/i, '')
  const rest = basePath !== '' && path.startsWith(basePath) ? path.slice(basePath.length) : path
  if (rest.startsWith('/')) return rest
  return rest === '' || rest.startsWith('?') ? `/${rest}` : path
}

/** Whether each escape in the path of a URL is one of a character. */
export function isWellFormed(url: string): boolean {
  try {
    decodeURIComponent(pathOf(url))
    return true
  } catch {
    return false
  }
}

/** The same URL, in whose path no percent sign begins an escape. */
export function withoutEscapes(url: string): string {
  const path = pathOf(url)
  return path.replaceAll('%', '%25') + url.slice(path.length)
}

/** The path of a URL, without its parameters. */
export function pathOf(url: string): string {
  return url.split('?')[0] ?? ''
}
