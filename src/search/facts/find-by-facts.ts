import { Reach } from '../../views/facts/reach.js'
import type { ViewReader } from '../../views/view-reader.js'
import { roundedScore } from '../find-named.js'
import type { FactMatch, SearchHit } from '../search-hit.js'
import { candidatesByLinks } from './candidates.js'
import { findWholeNames, knowTerms } from './know-terms.js'
import { matchFacts } from './match-facts.js'
import { splitQuery } from './split-query.js'
import type { KnownTerm, Term } from './term.js'

/** What was found by facts, and the words of the query that were left out because they match nothing of it. */
export interface FoundByFacts {
  readonly hits: readonly SearchHit[]
  readonly ignoredWords: readonly string[]
}

export interface FactSearchOptions {
  /** Terms that no name has as written may be names with typing errors. */
  readonly withTypos: boolean
  /** Terms may be left out where no entity has them all. */
  readonly mayLeaveOut: boolean
}

export const foundNothing: FoundByFacts = { hits: [], ignoredWords: [] }

/** The terms of a query; none of what is an id. */
export async function termsOf(reader: ViewReader, text: string): Promise<readonly Term[]> {
  if (isWholeId.test(text.trim())) return []
  return await splitQuery(text, reader.ontology, spans => findWholeNames(reader, spans))
}

const isWholeId = /^[a-z]+\/\S+$/i

/**
 * Entities of which each term matches some fact: a name or code, the type, an entity that they link to or that is above
 * it, a title, the words of a source.
 */
export async function findByFacts(
  reader: ViewReader,
  terms: readonly Term[],
  { withTypos, mayLeaveOut }: FactSearchOptions,
): Promise<FoundByFacts> {
  const known = await knowTerms(reader, terms.slice(0, maxTerms), withTypos)
  const find = candidatesByLinks(reader)
  const reach = new Reach(reader)
  const look = async (kept: readonly KnownTerm[]) => await evaluate(reader, await find(kept), kept, reach, terms.length)
  if (terms.length <= maxTerms) {
    const hits = await look(known)
    if (hits.length > 0) return { hits, ignoredWords: [] }
  }
  if (!mayLeaveOut) return foundNothing
  const useful = known.filter(isUseful)
  for (const kept of waysToLeaveOut(useful)) {
    const hits = await look(kept)
    if (hits.length === 0) continue
    return {
      hits,
      ignoredWords: terms.filter(term => !kept.some(each => each.text === term.text)).map(({ text }) => text),
    }
  }
  return foundNothing
}

/** As many terms are looked for; more are left out. */
const maxTerms = 8

function isUseful({ named, types }: KnownTerm): boolean {
  return named.size > 0 || types.length > 0
}

/** Which terms to keep, those first that say most together. One must be a name: a type or a part of a name says too little. */
function* waysToLeaveOut(terms: readonly KnownTerm[]): Iterable<readonly KnownTerm[]> {
  const ways = Array.from({ length: 2 ** terms.length - 1 }, (_, i) => terms.filter((_, at) => (i + 1) & (1 << at)))
  const said = (kept: readonly KnownTerm[]) => kept.reduce((sum, term) => sum + importance(term), 0)
  yield* ways
    .filter(kept => kept.some(isNameOfOne))
    .sort((a, b) => said(b) - said(a))
    .slice(0, maxWays)
}

const maxWays = 40

function isNameOfOne({ types, named }: KnownTerm): boolean {
  return types.length === 0 && [...named.values()].some(({ match }) => match.score >= wholeName)
}

const wholeName = 0.75

/** A place may be left out before a name of somebody, and a type before both. */
function importance({ types, named }: KnownTerm): number {
  if (types.length > 0) return 0.5
  const [best] = [...named.values()].toSorted((a, b) => b.match.score - a.match.score)
  return best?.type.name === 'Region' ? 1 : 1.2
}

async function evaluate(
  reader: ViewReader,
  ids: readonly string[],
  terms: readonly KnownTerm[],
  reach: Reach,
  asked: number,
): Promise<readonly SearchHit[]> {
  const entities = await reader.findEntities(ids)
  const matched = await Promise.all(entities.map(entity => matchFacts(entity, terms, reach)))
  return entities.flatMap(({ id, type }, i) => {
    const facts = (matched[i] ?? []).filter(each => each !== undefined)
    if (facts.length < terms.length) return []
    return [toHit(id, type, facts, asked)]
  })
}

function toHit(id: string, type: SearchHit['type'], facts: readonly FactMatch[], asked: number): SearchHit {
  const mean = facts.reduce((sum, { weight }) => sum + weight, 0) / asked
  // What it is called tells more of it than what it belongs to.
  const isName = ({ property, linked, qualifier }: FactMatch) => property !== undefined && !linked && !qualifier
  const shown = facts.find(fact => isName(fact) && !fact.isQuote) ?? facts.find(({ property }) => property) ?? facts[0]
  if (!shown) throw new Error(`No fact of ${id} was found.`)
  const { text, language, highlights } = shown
  const score = roundedScore(factScore * mean)
  return { id, type, match: { reason: 'FACTS', score, text, language, highlights }, facts: joinSame(facts) }
}

/** A name that is the whole query is the better answer. */
const factScore = 0.8

/** Words of the query that match one text of one fact stand together: chief and economist in one title. */
function joinSame(facts: readonly FactMatch[]): readonly FactMatch[] {
  const joined = new Map<string, FactMatch>()
  for (const fact of facts) {
    const { property, linked, statement, text } = fact
    const key = JSON.stringify([property?.id, linked?.id, statement, text])
    const known = joined.get(key)
    joined.set(
      key,
      known ? { ...known, words: [...known.words, ...fact.words], highlights: joinHighlights(known, fact) } : fact,
    )
  }
  return [...joined.values()]
}

function joinHighlights(a: FactMatch, b: FactMatch): FactMatch['highlights'] {
  const sorted = [...a.highlights, ...b.highlights].sort((x, y) => x.start - y.start || x.end - y.end)
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of sorted) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
