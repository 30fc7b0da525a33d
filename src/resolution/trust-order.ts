import type { Statement } from '../model/statement.js'
import type { Trust } from '../model/trust.js'
import { languageMatches } from '../values/language-tag.js'
import { type CitedEdition, sourceIdOf } from './cited-edition.js'

/**
 * The index of the edition's language in the requested order, or the length of the list if the language is not in it.
 * The language of the edition counts, not the language of the words: Chinese words in an English edition are stated by
 * the English edition.
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

/** The index of the statement's source in the requested order, or the length of the list if the source is not in it. */
export function placeAmongSources({ sources }: Trust, statement: Statement): number {
  if (sources.length === 0) return 0
  const place = sources.indexOf(sourceIdOf(statement.edition))
  return place < 0 ? sources.length : place
}
