import type { CitedEdition } from '../model/source.js'

export type { CitedEdition } from '../model/source.js'

/**
 * Looks up who states something: the edition with that id (`shobserver-768612#zh-Hans`), with its source. Resolution
 * is handed this and reads no store. Absent where the edition is not known; then its id alone speaks for it.
 */
export type CitedEditions = (editionId: string) => CitedEdition | undefined

/** The edition that this one translates, the one that that one translates, and so on; the nearest first. */
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
