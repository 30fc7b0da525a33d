import type { KeyExpression } from '../../names/key-expression.js'
import { linkKey, textKeys, typeKey } from '../../names/search-keys.js'
import type { EntityType } from '../../ontology/ontology.js'
import { rowLayoutOf } from '../../ontology/row-layout.js'
import type { ViewReader } from '../../views/view-reader.js'
import { all, any, countKeys, keysAsWritten, keysOfWhole, keysWithTypos } from '../plan-search.js'
import { type KnownTerm, queriesOf } from './term.js'

/** At most so many entities are compared with a query fact by fact. */
export const maxCandidates = 500
/** Entities that a term names: of so many, the best, search finds what belongs to them. */
export const maxLinked = 50
/** Lucene takes 1,024 keys in one query. */
const maxKeys = 900

/** Finds candidates by the search keys of rows. Gives undefined if the rows are of another revision. */
export function candidatesByRows(reader: ViewReader) {
  const ask = (keys: KeyExpression, limit: number, types?: readonly EntityType[]) =>
    reader.ask<'entitiesBySearchKeys'>({
      ...{ kind: 'entitiesBySearchKeys', keys, limit, layout: rowLayoutOf(reader.ontology).version },
      ...(types && { types: types.map(({ name }) => name) }),
    })
  return {
    async find(terms: readonly KnownTerm[]): Promise<readonly string[] | undefined> {
      const typed = terms.filter(({ types }) => types.length > 0)
      const others = terms.filter(({ types }) => types.length === 0)
      const most = Math.floor(maxKeys / terms.length)
      const keys = others.map(term => keysOfTerm(term, most))
      // The key of a type is in very many rows: the type is looked up in the row itself.
      const ofTypes = typesOfAll(typed)
      const asked = [
        ...(typed.length > 0 && ofTypes.length > 0
          ? [ask(keys.length > 0 ? all(keys) : any(ofTypes.map(keyOfType)), maxCandidates, ofTypes)]
          : []),
        ...(keys.length > 0
          ? [ask(all([...keys, ...typed.map(term => keysOfTyped(term, ofTypes, most))]), maxCandidates)]
          : []),
      ]
      const answers = await Promise.all(asked)
      const found = answers.flatMap(ids => ids ?? [])
      return answers.includes(undefined) ? undefined : [...new Set(found)].sort()
    },
    /** Whether the words of the term are in a statement. */
    async hasWords(term: KnownTerm): Promise<boolean> {
      const keys = wordKeysOf(term)
      return keys.length > 0 && ((await ask(any(keys), 1)) ?? []).length > 0
    },
  }
}

/** The types that all terms for types have in common. */
export function typesOfAll(typed: readonly KnownTerm[]): readonly EntityType[] {
  const [first, ...others] = typed
  return (first?.types ?? []).filter(type => others.every(({ types }) => types.includes(type)))
}

function keyOfType({ prefix }: EntityType): string {
  return typeKey(`${prefix}/`)
}

/** Words for two types: one is the type of the entity, and the other one a part of a name. */
function keysOfTyped(term: KnownTerm, common: readonly EntityType[], most: number): KeyExpression {
  const keys = keysOfTerm(term, most)
  return common.length > 0 ? keys : any([...term.types.map(keyOfType), keys])
}

/** Rows that have the term among their names, link to what it names, or have its words. */
function keysOfTerm(term: KnownTerm, most: number): KeyExpression {
  const names = queriesOf(term).flatMap(query =>
    term.withTypos ? keysWithTypos(query) : [keysOfWhole(query), keysAsWritten(query)],
  )
  const linked = [...term.named.values()]
    .toSorted((a, b) => b.match.score - a.match.score || (a.id < b.id ? -1 : 1))
    .slice(0, Math.min(maxLinked, Math.floor(most / 2)))
    .map(({ id }) => linkKey(id))
  const kept: KeyExpression[] = [...linked, ...wordKeysOf(term)]
  let count = kept.reduce<number>((sum, each) => sum + countKeys(each), 0)
  for (const each of names) {
    count += countKeys(each)
    if (kept.length === 0 || count <= most) kept.push(each)
  }
  return any(kept)
}

function wordKeysOf(term: KnownTerm): readonly KeyExpression[] {
  return queriesOf(term).flatMap(({ words }) => {
    const keys = words.flatMap(({ isHan, letters, text }) => (isHan && letters.length < 2 ? [] : textKeys(text)))
    return keys.length === 0 ? [] : [all(keys)]
  })
}
