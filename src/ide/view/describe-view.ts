import { words } from '../words/words.js'
import { partsOf, readView } from './view-fields.js'

/** A view in words, as short as a line of the status. */
export function describeView(text: string): string {
  if (text.trim() === '') return words.view.default
  const read = readView(text)
  if (!read) return words.view.notJson
  const { fields, hasMore } = read
  const { parts } = words.view
  const trusted = [...partsOf(fields.sources), ...partsOf(fields.languages).map(words.view.languageName)]
  const said = [
    fields.release && parts.release(fields.release),
    fields.validAt && parts.validAt(fields.validAt),
    fields.knownAt && parts.knownAt(fields.knownAt),
    trusted.length > 0 && (fields.isOnly ? parts.only(trusted) : parts.first(trusted)),
    fields.minConfidence && parts.minConfidence(fields.minConfidence),
    fields.language && parts.language(fields.language),
    hasMore && parts.other,
  ].filter(part => part !== '' && part !== false)
  return said.length > 0 ? said.join(' · ') : words.view.default
}
