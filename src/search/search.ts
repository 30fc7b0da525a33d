import type { EntityType } from '../ontology/ontology.js'
import type { ViewReader } from '../views/view-reader.js'
import { compactOf, equivalentsOf } from './facts/equivalents.js'
import { type FactSearchOptions, findByFacts, termsOf } from './facts/find-by-facts.js'
import { findNamed } from './find-named.js'
import { matchId } from './match-id.js'
import { matchReasons } from './match-name.js'
import { nameKeys, nameKeysWithTypos } from './name-keys.js'
import type { SearchHit } from './search-hit.js'
import { parseSearchQuery } from './search-query.js'

export interface SearchResult {
  /** Of the types asked for, the best first, equal ones by the shorter id: short ones are given to what is known best. */
  readonly hits: readonly SearchHit[]
  /** How many were found of each type, asked for or not: the most first, then in the order of the ontology. */
  readonly facets: readonly { readonly type: EntityType; readonly count: number }[]
  /** The words that were left out, because with them nothing was found. */
  readonly ignoredWords: readonly string[]
  /** The rows of the revision are not written yet: once they are, more may be found. */
  readonly isProvisional: boolean
}

/**
 * Finds the entities that the view describes and that go by the text: by a name that the view sees (one that lost in a
 * conflict too), a code or an id; and those of which the parts of the text match several facts. Typing errors are
 * allowed for, and words left out, only if nothing matches as written.
 */
export async function search(reader: ViewReader, text: string, types: readonly EntityType[]): Promise<SearchResult> {
  const query = parseSearchQuery(text)
  if (!query) return { hits: [], facets: [], ignoredWords: [], isProvisional: false }
  const [byId, byName] = await Promise.all([
    matchId(reader, text),
    findNamed(reader, query, nameKeys(query), types, false),
  ])
  const inTypes = (hit: SearchHit) => types.length === 0 || types.includes(hit.type)
  const isFound = (hits: readonly SearchHit[]) =>
    hits.some(hit => inTypes(hit) && matchReasons.indexOf(hit.match.reason) < matchReasons.indexOf('INITIALS'))
  const named = [...byId, ...byName]
  // NDRC begins one name, and is another one abbreviated.
  const isAlsoCalled = equivalentsOf(compactOf(text)).length > 0
  const terms = named.some(isWhole) && !isAlsoCalled ? [] : await termsOf(reader, text)
  const found = [...named]
  let ignoredWords: readonly string[] = []
  let isProvisional = false
  const addFacts = async (options: FactSearchOptions) => {
    const facts = await findByFacts(reader, terms, options)
    ignoredWords = facts.ignoredWords
    isProvisional ||= facts.isProvisional
    found.push(...facts.hits)
    return facts.hits.some(inTypes)
  }
  const isMeant = isFound(named)
  const hasFacts =
    terms.length > (isMeant && !isAlsoCalled ? 1 : 0) && (await addFacts({ withTypos: false, mayLeaveOut: false }))
  if (!isMeant && !hasFacts) {
    const withTypos = await findNamed(reader, query, nameKeysWithTypos(query), types, true)
    found.push(...withTypos)
    const mayLeaveOut = !withTypos.some(inTypes)
    if (terms.length > (mayLeaveOut ? 0 : 1)) await addFacts({ withTypos: true, mayLeaveOut })
  }
  const all = best(found)
  return {
    ...{ hits: all.filter(inTypes).sort(byScore), facets: facetsOf(all, reader.ontology.types) },
    ...{ ignoredWords, isProvisional },
  }
}

/** The query is the name, or the beginning of one, or sounds like one: what else its words may mean is of no interest. */
function isWhole({ match: { reason, score } }: SearchHit): boolean {
  return reason === 'EXACT' || reason === 'PREFIX' || (reason === 'PINYIN' && score >= wholeSound)
}

const wholeSound = 0.75

/** Each entity once, by its best match. */
function best(hits: readonly SearchHit[]): readonly SearchHit[] {
  const kept = new Map<string, SearchHit>()
  for (const hit of hits) if (hit.match.score > (kept.get(hit.id)?.match.score ?? 0)) kept.set(hit.id, hit)
  return [...kept.values()]
}

function byScore(a: SearchHit, b: SearchHit): number {
  return b.match.score - a.match.score || a.id.length - b.id.length || (a.id < b.id ? -1 : 1)
}

function facetsOf(hits: readonly SearchHit[], types: readonly EntityType[]): SearchResult['facets'] {
  return types
    .map(type => ({ type, count: hits.filter(hit => hit.type === type).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
}
