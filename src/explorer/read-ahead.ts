import { addressOf, basePath, partsOf } from './address/address.js'
import { readSoon } from './client/use-data.js'
import { EntityPageDocument, HomeDocument } from './generated/graphql.js'
import { sharedBy } from './words/words.js'

/** Asks for what the first page shows before React makes the page: the two pages that links lead to most. */
export function readAhead(): void {
  const path = location.pathname.slice(basePath.length)
  const shared = sharedBy(addressOf(path, new URLSearchParams(location.search), () => {}))
  const [page, type, slug] = partsOf(path) ?? []
  if (page === 'entity' && type && slug) readSoon(EntityPageDocument, { ...shared, id: `${type}/${slug}` })
  else if (path === '/') readSoon(HomeDocument, shared)
}
