import { type FoundWord, findWord } from './find-word.js'
import { type Highlight, highlightsOf } from './highlight.js'
import type { SearchQuery, SearchWord } from './search-query.js'
import type { SearchedName } from './searched-name.js'

export const matchReasons = ['EXACT', 'PREFIX', 'WORDS', 'PINYIN', 'INITIALS', 'FUZZY'] as const
export type MatchReason = (typeof matchReasons)[number]

/** Why a name is an answer, and how good a one. */
export interface NameMatch {
  readonly reason: MatchReason
  /** 0 to 1, more is better. */
  readonly score: number
  readonly highlights: readonly Highlight[]
}

/** The best reason for which the name is an answer to the query; slips of the pen only where they are allowed for. */
export function matchName(query: SearchQuery, name: SearchedName, withSlips: boolean): NameMatch | undefined {
  const whole = matchWhole(query, name)
  if (whole) return whole
  const phrasings = [query.words, ...(query.joined ? [[query.joined]] : [])]
  const matches = phrasings.flatMap(words => {
    const found = findWords(words, name, withSlips)
    return found.every(each => each !== undefined) ? [toMatch(found, name)] : []
  })
  return matches.reduce<NameMatch | undefined>(
    (best, match) => (best && best.score >= match.score ? best : match),
    undefined,
  )
}

/** How each word stands in the name; undefined where it does not. */
export function findWords(
  words: readonly SearchWord[],
  name: SearchedName,
  withSlips: boolean,
): readonly (FoundWord | undefined)[] {
  return words.map(word => findWord(word, name, withSlips))
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
function matchWhole({ compact }: SearchQuery, name: SearchedName): NameMatch | undefined {
  if (!name.compact.startsWith(compact)) return undefined
  const length = [...compact].length
  const places = Array.from({ length }, (_, place) => place)
  const highlights = highlightsOf(name.letters, places)
  if (name.compact === compact) return { reason: 'EXACT', score: 1, highlights }
  return { reason: 'PREFIX', score: 0.82 * coverage(length, name), highlights }
}

/** A name of which more was asked for is a better answer than a long one in which the words happen to stand. */
function coverage(letters: number, name: SearchedName): number {
  return 0.7 + (0.3 * letters) / name.letters.length
}
