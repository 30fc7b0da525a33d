import type { Statement } from '../model/statement.js'
import type { Trust } from '../model/trust.js'
import { languageMatches } from '../values/language-tag.js'
import { type CitedEdition, sourceIdOf } from './cited-edition.js'

/**
 * Where the language of the statement's edition stands in the order asked for; the length of the list where it does
 * not stand there. The edition's language counts, not that of the words: what an English edition left in Chinese is
 * the word of the English edition.
 */
export function placeAmongLanguages(
  { languages }: Trust,
  statement: Statement,
  citedEdition: CitedEdition | undefined,
): number {
  if (languages.length === 0) return 0
  const language = citedEdition?.edition.language ?? statement.language
  const place = languages.findIndex(range => languageMatches(range, language))
  return place < 0 ? languages.length : place
}

/** Where the statement's source stands in the order asked for; the length of the list where it does not stand there. */
export function placeAmongSources({ sources }: Trust, statement: Statement): number {
  if (sources.length === 0) return 0
  const place = sources.indexOf(sourceIdOf(statement.edition))
  return place < 0 ? sources.length : place
}
