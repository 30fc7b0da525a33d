import { type FoundWord, findWord } from './find-word.js'
import { type Highlight, highlightsOf } from './highlight.js'
import type { SearchQuery, SearchWord } from './search-query.js'
import type { SearchedName } from './searched-name.js'

export const matchReasons = ['EXACT', 'PREFIX', 'WORDS', 'PINYIN', 'INITIALS', 'FUZZY', 'FACTS'] as const
export type MatchReason = (typeof matchReasons)[number]

/** Why a name is an answer, and how good a one. */
export interface NameMatch {
  readonly reason: MatchReason
  /** 0 to 1, more is better. */
  readonly score: number
  readonly highlights: readonly Highlight[]
}

/** The best reason for which the name is an answer to the query; edits of the pen only where they are allowed for. */
export function matchName(query: SearchQuery, name: SearchedName, withTypos: boolean): NameMatch | undefined {
  const whole = matchWhole(query, name)
  if (whole) return whole
  const phrasings = [query.words, ...(query.joined ? [[query.joined]] : [])]
  const matches = phrasings.flatMap(words => {
    const found = findWords(words, name, withTypos)
    const there = found.filter(each => each !== undefined)
    const isEnough =
      there.length === words.length || (withTypos && mayLackOne(words) && there.length === words.length - 1)
    if (!isEnough) return []
    const match = toMatch(there, name, there.length / words.length)
    return [there.length === words.length ? match : { ...match, reason: 'FUZZY' as const }]
  })
  return matches.reduce<NameMatch | undefined>(
    (best, match) => (best && best.score >= match.score ? best : match),
    undefined,
  )
}

/** Of three words and more, and not very many, one may not be there: others have other words for it. */
export function mayLackOne(words: readonly SearchWord[]): boolean {
  return words.length > 2 && words.length < 7
}

/** The match of each word in the name, no two at one place; undefined if a word has no match. */
export function findWords(
  words: readonly SearchWord[],
  name: SearchedName,
  withTypos: boolean,
): readonly (FoundWord | undefined)[] {
  const taken = new Set<number>()
  const found = new Map<SearchWord, FoundWord>()
  // The longest first: jing in Jing-Jin, then jin.
  for (const word of words.toSorted((a, b) => b.letters.length - a.letters.length)) {
    const its = findWord(word, name, withTypos, taken)
    if (!its) continue
    found.set(word, its)
    for (const place of its.places) taken.add(place)
  }
  return words.map(word => found.get(word))
}

/** What words found in one name come to; `weight` lessens it where they are not the whole answer. */
export function toMatch(found: readonly FoundWord[], name: SearchedName, weight = 1): NameMatch {
  const places = [...new Set(found.flatMap(each => each.places))].sort((a, b) => a - b)
  const mean = found.reduce((sum, each) => sum + each.weight, 0) / found.length
  return {
    reason: weakest(found.map(({ way }) => way)),
    score: weight * mean * coverage(places.length, name),
    highlights: highlightsOf(name.letters, places),
  }
}

export function weakest(reasons: readonly MatchReason[]): MatchReason {
  return matchReasons.findLast(reason => reasons.includes(reason)) ?? 'WORDS'
}

/** The query is the name, or how it begins, whatever divides the letters of either. */
function matchWhole({ compact, wordStarts }: SearchQuery, name: SearchedName): NameMatch | undefined {
  if (!name.compact.startsWith(compact)) return undefined
  const length = [...compact].length
  const places = Array.from({ length }, (_, place) => place)
  const highlights = highlightsOf(name.letters, places)
  if (name.compact === compact) {
    // us-east-1 is not us-east1.
    const isDividedAlike = wordStarts.length === name.startsWord.filter(Boolean).length
    return { reason: 'EXACT', score: isDividedAlike ? 1 : 0.9995, highlights }
  }
  // A whole word is more than how one begins: Zhao of Zhao Jianguo, of Zhaoqing.
  const weight = name.startsWord[length] ? 0.84 : name.isHanAt(length) ? 0.82 : 0.76
  return { reason: 'PREFIX', score: weight * coverage(length, name), highlights }
}

/** A name of which more was asked for is a better answer than a long one in which the words happen to stand. */
function coverage(letters: number, name: SearchedName): number {
  return 0.7 + (0.3 * letters) / name.letters.length
}
