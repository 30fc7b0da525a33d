import type { KeyExpression } from '../names/key-expression.js'
import { typeKey } from '../names/search-keys.js'
import type { EntityType } from '../ontology/ontology.js'
import { isVisible } from '../resolution/is-visible.js'
import { decodeName, type NamedRow, type StatedName } from '../store/rows/resolved-rows.js'
import type { ViewReader } from '../views/view-reader.js'
import { matchEntityNames } from './match-entity-names.js'
import type { NameKeys, RowKeys } from './name-keys.js'
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
  asked: NameKeys,
  types: readonly EntityType[],
  withTypos: boolean,
  limit = maxNames,
): Promise<readonly SearchHit[]> {
  const named =
    (await namesByRows(reader, asked, types, limit)) ?? (await namesByStatements(reader, asked, types, limit))
  return [...named].flatMap(([id, names]) => {
    const type = reader.ontology.findTypeOfId(id)
    const match = type && matchEntityNames(query, names, withTypos)
    return match ? [{ id, type, match: { ...match, score: roundedScore(match.score) } }] : []
  })
}

type NamesOfEntities = ReadonlyMap<string, readonly StatedName[]>

/** By the search keys of rows: one document for each entity, and its names beside it. Undefined if the rows are of another view. */
async function namesByRows(
  reader: ViewReader,
  { ofRows }: NameKeys,
  types: readonly EntityType[],
  limit: number,
): Promise<NamesOfEntities | undefined> {
  const ask = (ways: readonly KeyExpression[], types?: readonly string[]) =>
    reader.askRows<readonly (readonly NamedRow[])[]>({ kind: 'names', ways, types, limit })
  const found = await ask(ofRows.map(({ few }) => few))
  if (!found) return undefined
  // Where the telling keys alone find very many rows, the others narrow them down.
  const again = ofRows.filter(({ few, all }, i) => few !== all && (found[i]?.length ?? 0) >= limit)
  const narrowed = again.length > 0 ? await ask(again.map(({ all }) => all)) : []
  const kept = [...found.filter((_, i) => !again.includes(ofRows[i] as RowKeys)), ...(narrowed ?? [])]
  // Rows of other types must not take the place of those that are asked for.
  const isCut = types.length > 0 && kept.some(rows => rows.length >= limit)
  const ofTypes = isCut
    ? await ask(
        ofRows.map(({ all }) => all),
        types.map(({ name }) => name),
      )
    : []
  if (!narrowed || !ofTypes) return undefined
  return new Map([...ofTypes, ...kept].flat().map(({ id, names }) => [id, names.map(decodeName)]))
}

/** By the search keys of statements, of which each has one name. */
async function namesByStatements(
  reader: ViewReader,
  { ofStatements }: NameKeys,
  types: readonly EntityType[],
  limit: number,
): Promise<NamesOfEntities> {
  // Names of other types must not take the place of those that are asked for.
  const ofTypes = ofStatements.map(keys => ({ all: [{ any: types.map(({ prefix }) => typeKey(`${prefix}/`)) }, keys] }))
  const answers = await Promise.all(
    [...(types.length > 0 ? ofTypes : []), ...ofStatements].map(keys =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys, limit }),
    ),
  )
  const bySubject = new Map<string, Map<string, StatedName>>()
  for (const statement of answers.flat()) {
    if (!isVisible(reader.view, statement, reader.citedEditions(statement.edition))) continue
    const its = bySubject.get(statement.subject) ?? new Map<string, StatedName>()
    bySubject.set(statement.subject, its.set(statement.id, statement))
  }
  return new Map([...bySubject].map(([id, names]) => [id, [...names.values()]]))
}

/** As cursors hold it, so that a place in the list is the same before and after. */
export function roundedScore(score: number): number {
  return Math.round(score * 1e6) / 1e6
}
