/** A path of the server that the page came from, which may be served below another path (SUANLI_BASE_PATH). */
export function at(path: string): string {
  const basePath = document.querySelector<HTMLMetaElement>('meta[name="suanli-base-path"]')?.content ?? ''
  return `${basePath}${path}`
}
