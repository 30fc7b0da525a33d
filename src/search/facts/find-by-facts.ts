import { Reach } from '../../views/facts/reach.js'
import type { ViewReader } from '../../views/view-reader.js'
import { roundedScore } from '../find-named.js'
import type { MatchReason } from '../match-name.js'
import type { FactMatch, SearchHit } from '../search-hit.js'
import { type Candidates, candidatesFor } from './candidates.js'
import { findWholeNames, knowTerms } from './know-terms.js'
import { matchFacts } from './match-facts.js'
import { maxCandidates } from './row-candidates.js'
import { splitQuery } from './split-query.js'
import type { KnownTerm, Term } from './term.js'

/** What was found by facts, and the words of the query that were left out because they match nothing of it. */
export interface FoundByFacts {
  readonly hits: readonly SearchHit[]
  readonly ignoredWords: readonly string[]
  /** Once the rows of the revision are written, more may be found. */
  readonly isProvisional: boolean
}

export interface FactSearchOptions {
  /** Terms that no name has as written may be names with typing errors. */
  readonly withTypos: boolean
  /** Terms may be left out where no entity has them all. */
  readonly mayLeaveOut: boolean
}

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
  const candidates = candidatesFor(reader)
  const given = await knowTerms(reader, terms.slice(0, maxTerms), withTypos)
  const known = (await Promise.all(given.map(term => inParts(reader, term, candidates, withTypos)))).flat()
  const asked = known.length + Math.max(0, terms.length - maxTerms)
  const toFound = (hits: readonly SearchHit[], ignoredWords: readonly string[]): FoundByFacts => {
    return { hits, ignoredWords, isProvisional: candidates.isProvisional }
  }
  const reach = new Reach(reader)
  const look = async (kept: readonly KnownTerm[]) =>
    await evaluate(reader, await candidates.find(kept), kept, reach, asked)
  if (asked === known.length) {
    const hits = await look(known)
    if (hits.length > 0) return toFound(hits, [])
  }
  if (!mayLeaveOut) return toFound([], [])
  const isKnown = await Promise.all(known.map(term => candidates.isKnown(term)))
  const useful = known.filter((_, i) => isKnown[i])
  const found = await findSome(reader, useful, candidates, reach, asked)
  const left = [...known.filter(term => !found.kept.includes(term)), ...terms.slice(maxTerms)]
  return toFound(found.hits, found.hits.length === 0 ? [] : left.map(({ text }) => text))
}

/** As many terms are looked for; more are left out. */
const maxTerms = 8

/** A run of characters that nothing goes by falls into its parts, if two of them mean something. */
async function inParts(
  reader: ViewReader,
  term: KnownTerm,
  candidates: Candidates,
  withTypos: boolean,
): Promise<readonly KnownTerm[]> {
  const parts = term.parts.filter(({ query }) => [...query.compact].length > 1)
  if (parts.length < 2 || (await candidates.isKnown(term))) return [term]
  const known = await knowTerms(reader, parts, withTypos)
  const isKnown = await Promise.all(known.map(part => candidates.isKnown(part)))
  return isKnown.filter(Boolean).length > 1 ? known : [term]
}

/** Entities that match some of the terms: the same terms all of them, those that say most together. */
async function findSome(
  reader: ViewReader,
  terms: readonly KnownTerm[],
  candidates: Candidates,
  reach: Reach,
  asked: number,
): Promise<{ readonly hits: readonly SearchHit[]; readonly kept: readonly KnownTerm[] }> {
  const ids = await Promise.all(waysToLeaveOut(terms).map(kept => candidates.find(kept)))
  const entities = await reader.findEntities([...new Set(ids.flat())].slice(0, maxCandidates))
  const matched = await Promise.all(
    entities.map(async entity => {
      const facts = await matchFacts(entity, terms, reach)
      return { entity, facts, kept: terms.filter((_, i) => facts[i]) }
    }),
  )
  const telling = matched.filter(
    ({ facts, kept }) => kept.some(isNoType) && facts.some(fact => fact && isTelling(fact)),
  )
  const best = telling.reduce<readonly KnownTerm[]>((a, { kept }) => (said(kept) > said(a) ? kept : a), [])
  const hits = telling
    .filter(({ kept }) => kept.length === best.length && kept.every(term => best.includes(term)))
    .map(({ entity, facts }) =>
      toHit(
        entity.id,
        entity.type,
        facts.filter(fact => fact !== undefined),
        asked,
      ),
    )
  return { hits, kept: best }
}

/** All terms but one, each two, and each one, those first that say most together. */
function waysToLeaveOut(terms: readonly KnownTerm[]): readonly (readonly KnownTerm[])[] {
  const allButOne = terms.map(left => terms.filter(term => term !== left))
  const pairs = terms.flatMap((one, i) => terms.slice(i + 1).map(other => [one, other]))
  return [...(terms.length > 3 ? allButOne : []), ...pairs, ...terms.map(term => [term])]
    .filter(kept => kept.some(isNoType))
    .sort((a, b) => said(b) - said(a))
}

/** Words for a type alone are no answer to a query that has more words. */
function isNoType({ types }: KnownTerm): boolean {
  return types.length === 0
}

function said(terms: readonly KnownTerm[]): number {
  return terms.reduce((sum, term) => sum + importance(term), 0)
}

/** A place may be left out before a name of somebody, and a type before both. */
function importance({ types, named }: KnownTerm): number {
  if (types.length > 0) return 0.5
  const [best] = [...named.values()].toSorted((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
  return best?.type.name === 'Region' ? 1 : 1.2
}

/** With words left out, a type, a sound or a quote alone is no reason to show an entity. */
function isTelling({ property, isQuote, reason }: FactMatch): boolean {
  return property !== undefined && !isQuote && literal.has(reason)
}

const literal: ReadonlySet<MatchReason> = new Set<MatchReason>(['EXACT', 'PREFIX', 'WORDS'])

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
