import type { Statement } from '../model/statement.js'
import type { KeyExpression } from '../names/key-expression.js'
import { typeKey } from '../names/search-keys.js'
import type { EntityType } from '../ontology/ontology.js'
import { isVisible } from '../resolution/is-visible.js'
import type { ViewReader } from '../views/view-reader.js'
import { matchEntityNames } from './match-entity-names.js'
import { matchId } from './match-id.js'
import { matchReasons } from './match-name.js'
import { keysAsWritten, keysOfWhole, keysOfWord, keysWithTypos } from './plan-search.js'
import type { SearchHit } from './search-hit.js'
import { parseSearchQuery, type SearchQuery } from './search-query.js'

export interface SearchResult {
  /** Of the types asked for, the best first, equal ones by the shorter id: short ones are given to what is known best. */
  readonly hits: readonly SearchHit[]
  /** How many were found of each type, asked for or not: the most first, then in the order of the ontology. */
  readonly facets: readonly { readonly type: EntityType; readonly count: number }[]
}

/**
 * How many names are looked at for each way of asking: those that are the query in whole, those that have its words.
 * Up to here counts are exact.
 */
export const maxNames = 1_000

/**
 * The entities that the view describes and that go by the text: by a name that the view sees (one that lost in a
 * conflict too), a code or an id. Slips of the pen are allowed for only where nothing matches as it is written.
 */
export async function search(reader: ViewReader, text: string, types: readonly EntityType[]): Promise<SearchResult> {
  const query = parseSearchQuery(text)
  if (!query) return { hits: [], facets: [] }
  const [byId, named] = await Promise.all([
    matchId(reader, text),
    findNamed(reader, query, asWritten(query), types, false),
  ])
  const hits = best([...byId, ...named])
  const inTypes = (hit: SearchHit) => types.length === 0 || types.includes(hit.type)
  const isFound = hits.some(
    hit => inTypes(hit) && matchReasons.indexOf(hit.match.reason) < matchReasons.indexOf('INITIALS'),
  )
  const withTypos = isFound ? [] : await findNamed(reader, query, keysWithTypos(query), types, true)
  const all = best([...hits, ...withTypos])
  return { hits: all.filter(inTypes).sort(byScore), facets: facetsOf(all, reader.ontology.types) }
}

function asWritten(query: SearchQuery): readonly KeyExpression[] {
  const each = query.isMixed && query.words.length <= maxSeparate ? query.words.map(keysOfWord) : []
  return [keysOfWhole(query), keysAsWritten(query), ...each]
}

const maxSeparate = 6

async function findNamed(
  reader: ViewReader,
  query: SearchQuery,
  asked: readonly KeyExpression[],
  types: readonly EntityType[],
  withTypos: boolean,
): Promise<readonly SearchHit[]> {
  // Names of other types must not take the place of those that are asked for.
  const ofTypes = asked.map(keys => ({ all: [{ any: types.map(({ prefix }) => typeKey(`${prefix}/`)) }, keys] }))
  const answers = await Promise.all(
    [...(types.length > 0 ? ofTypes : []), ...asked].map(keys =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys, limit: maxNames }),
    ),
  )
  const bySubject = new Map<string, Map<string, Statement>>()
  for (const statement of answers.flat()) {
    if (!isVisible(reader.view, statement, reader.citedEditions(statement.edition))) continue
    const its = bySubject.get(statement.subject) ?? new Map<string, Statement>()
    bySubject.set(statement.subject, its.set(statement.id, statement))
  }
  return [...bySubject].flatMap(([id, statements]) => {
    const type = reader.ontology.findTypeOfId(id)
    const match = type && matchEntityNames(query, [...statements.values()], withTypos)
    return match ? [{ id, type, match: { ...match, score: rounded(match.score) } }] : []
  })
}

/** As cursors hold it, so that a place in the list is the same before and after. */
function rounded(score: number): number {
  return Math.round(score * 1e6) / 1e6
}

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
