import { addressOf, basePath } from './address/address.js'
import { readSoon } from './client/use-data.js'
import { EntityPageDocument, HomeDocument } from './generated/graphql.js'
import { sharedBy } from './words/words.js'

/** Asks for what the first page shows before React makes the page: the two pages that links lead to most. */
export function readAhead(): void {
  const path = location.pathname.slice(basePath.length)
  const shared = sharedBy(addressOf(path, new URLSearchParams(location.search), () => {}))
  const [, type, slug] = /^\/entity\/([^/]+)\/([^/]+)$/.exec(path) ?? []
  if (type !== undefined && slug !== undefined)
    readSoon(EntityPageDocument, { ...shared, id: `${decoded(type)}/${decoded(slug)}` })
  else if (path === '/') readSoon(HomeDocument, shared)
}

/** A part of a path as the page will read it: what is no encoding is left as it is. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
