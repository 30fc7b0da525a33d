import type { CitedEdition } from '../model/source.js'

export type { CitedEdition } from '../model/source.js'

/**
 * Looks up who states something: the edition with that id (`shobserver-768612#zh-Hans`), with its source. Resolution
 * is handed this and reads no store. Absent where the edition is not known; then its id alone speaks for it.
 */
export type CitedEditions = (editionId: string) => CitedEdition | undefined

/** The source of an edition, from the edition's id: `<source>#<language>`. */
export function sourceIdOf(editionId: string): string {
  const hash = editionId.lastIndexOf('#')
  return hash < 0 ? editionId : editionId.slice(0, hash)
}
