import type { CitedEdition } from '../model/source.js'

export type { CitedEdition } from '../model/source.js'

/**
 * Looks an edition up by id (`shobserver-768612#zh-Hans`), with its source. Resolution receives this function and reads
 * no store. Returns undefined for an unknown edition; then only the id is used.
 */
export type CitedEditions = (editionId: string) => CitedEdition | undefined

/** The originals of a translation: the edition that it translates, the original of that edition, and so on, the nearest first. */
export function originalsOf(edition: string, citedEditions: CitedEditions): ReadonlySet<string> {
  const found = new Set<string>()
  let next = citedEditions(edition)?.edition.translationOf
  while (next !== undefined && next !== edition && !found.has(next)) {
    found.add(next)
    next = citedEditions(next)?.edition.translationOf
  }
  return found
}

/** The source of an edition, from the edition's id: `<source>#<language>`. */
export function sourceIdOf(editionId: string): string {
  const hash = editionId.lastIndexOf('#')
  return hash < 0 ? editionId : editionId.slice(0, hash)
}
