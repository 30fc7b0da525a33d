import type { Statement } from '../model/statement.js'
import type { KeyExpression } from '../names/key-expression.js'
import { typeKey } from '../names/search-keys.js'
import type { EntityType } from '../ontology/ontology.js'
import { isVisible } from '../resolution/is-visible.js'
import type { ViewReader } from '../views/view-reader.js'
import { matchEntityNames } from './match-entity-names.js'
import type { SearchHit } from './search-hit.js'
import type { SearchQuery } from './search-query.js'

/**
 * The number of names that search compares for each way of asking: names that are the whole query, names that have its
 * words. Counts are exact up to this number.
 */
export const maxNames = 1_000

/** The entities that have a name or code, visible in the view, for the query. `asked`: the keys by which to look names up. */
export async function findNamed(
  reader: ViewReader,
  query: SearchQuery,
  asked: readonly KeyExpression[],
  types: readonly EntityType[],
  withTypos: boolean,
  limit = maxNames,
): Promise<readonly SearchHit[]> {
  // Names of other types must not take the place of those that are asked for.
  const ofTypes = asked.map(keys => ({ all: [{ any: types.map(({ prefix }) => typeKey(`${prefix}/`)) }, keys] }))
  const answers = await Promise.all(
    [...(types.length > 0 ? ofTypes : []), ...asked].map(keys =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys, limit }),
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
    return match ? [{ id, type, match: { ...match, score: roundedScore(match.score) } }] : []
  })
}

/** As cursors hold it, so that a place in the list is the same before and after. */
export function roundedScore(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
