/**
 * Whether two codes are two of one system, of which a thing has one: 110000 and 120000, or two addresses at Wikidata;
 * not 110000 and CN-BJ, nor an address at Wikidata and one at ROR.
 */
export function areOfOneSystem(a: string, b: string): boolean {
  return systemOf(a) === systemOf(b)
}

/**
 * Whether two codes of one system say the same: an address with or without `www.`, a slash at its end, or encryption;
 * and by another path to the same last part, as wikidata.org/wiki/Q956 and /entity/Q956.
 */
export function areSameCode(a: string, b: string): boolean {
  const [urlA, urlB] = [parseAddress(a), parseAddress(b)]
  if (!urlA || !urlB) return normalCode(a) === normalCode(b)
  return hostOf(urlA) === hostOf(urlB) && lastPart(urlA) === lastPart(urlB) && urlA.search === urlB.search
}

/** What two spellings of one code have in common; of an address its whole path, so that unlike pages of one site are kept apart. */
export function codeKey(code: string): string {
  const url = parseAddress(code)
  return url ? `${hostOf(url)}${pathOf(url)}${url.search}${url.hash}` : normalCode(code)
}

/** Of an address its host; of another code its shape: six digits, two letters. */
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
