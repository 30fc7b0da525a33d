import { type Highlight, highlightsOf } from '../highlight.js'
import type { SearchQuery, SearchWord } from '../search-query.js'
import type { SearchedName } from '../searched-name.js'

/** Where all words of a query are in a text, as they are written and whole; `share`: how much of the text they are, 0.7 to 1. */
export function findWholeWords(
  { words }: SearchQuery,
  text: SearchedName,
): { readonly reason: 'WORDS'; readonly highlights: readonly Highlight[]; readonly share: number } | undefined {
  const places: number[] = []
  for (const word of words) {
    const start = startOf(word, text)
    if (start === undefined) return undefined
    for (let i = 0; i < word.letters.length; i++) places.push(start + i)
  }
  const distinct = [...new Set(places)].sort((a, b) => a - b)
  const share = 0.7 + (0.3 * distinct.length) / text.letters.length
  return { reason: 'WORDS', highlights: highlightsOf(text.letters, distinct), share }
}

function startOf({ isHan, letters }: SearchWord, text: SearchedName): number | undefined {
  // One character is in nearly every text.
  if (isHan && letters.length < 2) return undefined
  for (let start = 0; start + letters.length <= text.letters.length; start++) {
    const end = start + letters.length
    if (!isHan && !(text.startsWord[start] && (text.startsWord[end] ?? true))) continue
    if (letters.every((letter, i) => text.letters[start + i]?.folded === letter)) return start
  }
  return undefined
}
