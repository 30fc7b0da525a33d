import type { NameKind } from '../ontology/common-properties.js'
import type { StatedName } from '../store/rows/resolved-rows.js'
import type { FoundWord } from './find-word.js'
import { findWords, matchName, type NameMatch, toMatch, weakest } from './match-name.js'
import type { SearchQuery } from './search-query.js'
import { SearchedName } from './searched-name.js'
import { weightOfTones } from './tone-agreement.js'

/** What an entity was found by. */
export interface EntityMatch extends NameMatch {
  readonly text: string
  /** BCP 47; `zxx`, no language, of a code or an id. */
  readonly language: string
  /** The statement that holds the name or code; absent if the entity was found by its id or by several facts. */
  readonly statement?: Pick<StatedName, 'id' | 'property'>
}

/** The best of the entity's names and codes as an answer to the query, or several that have all of its words among them. */
export function matchEntityNames(
  query: SearchQuery,
  statements: readonly StatedName[],
  withTypos: boolean,
): EntityMatch | undefined {
  const names = statements.flatMap(statement => {
    const written = writtenIn(statement)
    return written ? [{ statement, ...written, name: new SearchedName(written.text) }] : []
  })
  const weight = weightOfTones(
    query,
    names.map(({ name }) => name),
  )
  const match = matchOneName(query, names, withTypos) ?? matchTogether(query, names, withTypos)
  if (!match) return undefined
  const { id, property } = match.statement
  return { ...match, score: match.score * weight, statement: { id, property } }
}

function matchOneName(query: SearchQuery, names: readonly Named[], withTypos: boolean): NamedMatch | undefined {
  const matches = names.flatMap(({ statement, text, language, name }) => {
    const match = matchName(query, name, withTypos)
    return match ? [{ ...match, score: match.score * kindWeight(statement), text, language, statement }] : []
  })
  return matches.reduce<NamedMatch | undefined>((a, b) => (a && !isBetter(b, a) ? a : b), undefined)
}

type NamedMatch = EntityMatch & { readonly statement: StatedName }

interface Named {
  readonly statement: StatedName
  readonly text: string
  readonly language: string
  readonly name: SearchedName
}

/** One word in its Chinese name, another one in its English one: what is shown is the name that has most. */
function matchTogether(query: SearchQuery, names: readonly Named[], withTypos: boolean): NamedMatch | undefined {
  if (!query.isMixed) return undefined
  const found = names.map(each => ({ ...each, words: findWords(query.words, each.name, withTypos) }))
  const best = query.words.map((_, i) =>
    found.reduce<FoundWord | undefined>(
      (a, { words }) => ((words[i]?.weight ?? 0) > (a?.weight ?? 0) ? words[i] : a),
      undefined,
    ),
  )
  if (best.some(each => each === undefined)) return undefined
  const matches = found.flatMap(({ words, name, text, language, statement }) => {
    const own = words.filter(each => each !== undefined)
    if (own.length === 0) return []
    return [{ ...toMatch(own, name, (0.9 * own.length) / query.words.length), text, language, statement }]
  })
  const shown = matches.reduce((a, b) => (isBetter(b, a) ? b : a))
  return { ...shown, reason: weakest(best.flatMap(each => each?.way ?? [])) }
}

function writtenIn({ value }: StatedName): { text: string; language: string } | undefined {
  if (value.kind === 'text') return { text: value.text, language: value.language }
  return value.kind === 'code' ? { text: value.code, language: 'zxx' } : undefined
}

/** The order does not depend on that of the names. */
function isBetter(a: EntityMatch, b: EntityMatch): boolean {
  return (
    a.score > b.score || (a.score === b.score && (a.text < b.text || (a.text === b.text && a.language < b.language)))
  )
}

/** Of two equal matches, the one by the current name of the entity. */
function kindWeight({ qualifiers }: StatedName): number {
  return kindWeights[(qualifiers.kind ?? 'OFFICIAL') as NameKind] ?? 1
}

const kindWeights: Readonly<Record<NameKind, number>> = {
  OFFICIAL: 1,
  SHORT: 0.998,
  ALIAS: 0.996,
  TRANSLITERATION: 0.994,
  FORMER: 0.99,
}
