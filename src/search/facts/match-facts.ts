import type { Property } from '../../ontology/ontology.js'
import { searchedProperties } from '../../store/rows/resolved-rows.js'
import type { Reach, Reached } from '../../views/facts/reach.js'
import { type StatedText, statedTexts } from '../../views/facts/stated-texts.js'
import type { EntityView } from '../../views/view-reader.js'
import { type EntityMatch, matchEntityNames } from '../match-entity-names.js'
import { matchName } from '../match-name.js'
import type { FactMatch } from '../search-hit.js'
import type { SearchQuery } from '../search-query.js'
import { SearchedName } from '../searched-name.js'
import { findWholeWords } from './find-whole-words.js'
import { type KnownTerm, queriesOf } from './term.js'

/** What of the entity each term matches, undefined for a term that matches nothing of it. */
export async function matchFacts(
  entity: EntityView,
  terms: readonly KnownTerm[],
  reach: Reach,
): Promise<readonly (FactMatch | undefined)[]> {
  const reached = await reach.of(entity)
  let texts: readonly TextToSearch[] | undefined
  return terms.map(term => {
    const best = heaviest([...matchOwnNames(entity, term), ...matchType(entity, term), ...matchLinks(reached, term)])
    if (best && best.weight > weights.title) return best
    texts ??= statedTexts(entity.type, entity.seen(), searchedProperties).map(stated => ({
      stated,
      searched: new SearchedName(stated.text),
    }))
    return heaviest([...(best ? [best] : []), ...matchTexts(texts, term)])
  })
}

/** How much a match says of the entity. A name or link has the score of the name as well. */
const weights = { type: 0.9, namedType: 0.97, link: 0.95, eachStep: 0.94, title: 0.85, value: 0.7, quote: 0.35 }

function* matchOwnNames(entity: EntityView, term: KnownTerm): Iterable<FactMatch> {
  for (const query of queriesOf(term))
    for (const propertyId of searchedProperties) {
      const property = entity.type.findProperty(propertyId)
      const match = property && matchEntityNames(query, entity.seen(property.id), term.withTypos)
      if (match)
        yield { ...factOf(term, property, match, weightOfName(entity, term, match)), statement: match.statement?.id }
    }
}

/** Of all compute centres, the one that is also called a supercomputing centre is meant by these words. */
function weightOfName({ type }: EntityView, { types }: KnownTerm, { score }: EntityMatch): number {
  return types.includes(type) ? Math.max(score, weights.namedType) : score
}

function* matchType({ type }: EntityView, term: KnownTerm): Iterable<FactMatch> {
  if (!term.types.includes(type)) return
  const [first] = term.query.words
  const [text, language] = first?.isHan ? [type.label['zh-Hans'], 'zh-Hans'] : [type.label.en, 'en']
  const match = { text, language, highlights: [], reason: 'WORDS' as const, score: weights.type }
  yield factOf(term, undefined, match, weights.type)
}

function* matchLinks(reached: readonly Reached[], term: KnownTerm): Iterable<FactMatch> {
  for (const { id, property, statement, steps } of reached) {
    const hit = term.named.get(id)
    if (!hit || hit.match.score < (hit.match.reason === 'FUZZY' ? leastLike : leastNamed)) continue
    const weight = weights.link * hit.match.score * weights.eachStep ** (steps - 1)
    yield { ...factOf(term, property, hit.match, weight), linked: { id, steps }, statement: statement.id }
  }
}

/** A word somewhere in a name is no way to name an entity that others link to. */
const leastNamed = 0.4
const leastLike = 0.15

interface TextToSearch {
  readonly stated: StatedText
  readonly searched: SearchedName
}

function* matchTexts(texts: readonly TextToSearch[], term: KnownTerm): Iterable<FactMatch> {
  for (const query of queriesOf(term))
    for (const { stated, searched } of texts) {
      const { property, qualifier, statement, isQuote, text, language } = stated
      const match = matchText(query, stated, searched, term.withTypos)
      if (!match) continue
      const kind = isQuote ? weights.quote : qualifier ? weights.title : weights.value
      yield {
        ...factOf(term, property, { ...match, text, language }, kind * match.share),
        ...{ qualifier, statement: statement.id, isQuote },
      }
    }
}

/** A title is searched as a name is: by sound, with typing errors; a word of a longer title says less than the title. */
function matchText(query: SearchQuery, { qualifier }: StatedText, searched: SearchedName, withTypos: boolean) {
  const whole = findWholeWords(query, searched)
  const match = qualifier ? matchName(query, searched, withTypos) : undefined
  return match ? { ...match, ...whole, share: match.score } : whole
}

function factOf(
  { text: words }: KnownTerm,
  property: Property | undefined,
  { text, language, highlights, reason }: Pick<EntityMatch, 'text' | 'language' | 'highlights' | 'reason'>,
  weight: number,
): FactMatch {
  return {
    ...{ words: [words], property, qualifier: undefined, linked: undefined, statement: undefined, isQuote: false },
    ...{ text, language, highlights, reason, weight },
  }
}

/** The first of equal ones. */
function heaviest(matches: readonly FactMatch[]): FactMatch | undefined {
  return matches.reduce<FactMatch | undefined>(
    (best, each) => (best && best.weight >= each.weight ? best : each),
    undefined,
  )
}
