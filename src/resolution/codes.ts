/**
 * Whether two codes belong to one system, in which an entity has one code: 110000 and 120000, or two addresses of
 * Wikidata; not 110000 and CN-BJ, nor an address of Wikidata and one of ROR.
 */
export function areOfOneSystem(a: string, b: string): boolean {
  return systemOf(a) === systemOf(b)
}

/**
 * Whether two codes of one system are equal. Addresses are equal with or without `www.`, a final slash or encryption, and
 * with different paths to the same last part, such as wikidata.org/wiki/Q956 and /entity/Q956.
 */
export function areSameCode(a: string, b: string): boolean {
  const [urlA, urlB] = [parseAddress(a), parseAddress(b)]
  if (!urlA || !urlB) return normalCode(a) === normalCode(b)
  return hostOf(urlA) === hostOf(urlB) && lastPart(urlA) === lastPart(urlB) && urlA.search === urlB.search
}

/** Key that all spellings of a code share. The key of an address has the whole path, so that pages of one site differ. */
export function codeKey(code: string): string {
  const url = parseAddress(code)
  return url ? `${hostOf(url)}${pathOf(url)}${url.search}${url.hash}` : normalCode(code)
}

/** The host of an address; the shape of another code: six digits, two letters. */
function systemOf(code: string): string {
  const url = parseAddress(code)
  return url ? hostOf(url) : normalCode(code).replace(/\d/g, '9').replace(/[A-Z]/g, 'A')
}

function parseAddress(code: string): URL | undefined {
  return /^https?:\/\//i.test(code) && URL.canParse(code) ? new URL(code) : undefined
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^www\./, '')
}

function pathOf({ pathname }: URL): string {
  return pathname.replace(/\/+$/, '')
}

function lastPart(url: URL): string {
  return `${pathOf(url).split('/').at(-1)}${url.hash}`
}

function normalCode(code: string): string {
  return code.normalize('NFKC').trim().toUpperCase()
}
