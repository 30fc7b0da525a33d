import type { Statement } from '../../model/statement.js'
import { keysOfCode, keysOfName, wholeKey } from '../../names/search-keys.js'
import { isVisible } from '../../resolution/is-visible.js'
import type { ViewReader } from '../../views/view-reader.js'
import { findNamed, maxNames } from '../find-named.js'
import { nameKeys, nameKeysWithTypos } from '../name-keys.js'
import type { SearchHit } from '../search-hit.js'
import type { Span } from './split-query.js'
import { type KnownTerm, queriesOf, type Term } from './term.js'

/** The spans that are a whole name or code of some entity, apart from the sort of division or company: 北京 of 北京市. */
export async function findWholeNames(reader: ViewReader, spans: readonly Span[]): Promise<ReadonlySet<Span>> {
  const spansByKey = new Map<string, Span[]>()
  for (const span of spans)
    for (const each of spellingsOf(span)) {
      const key = wholeKey(each)
      spansByKey.set(key, [...(spansByKey.get(key) ?? []), span])
    }
  const keys = [...spansByKey.keys()].slice(0, maxSpanKeys)
  const asked = Array.from({ length: Math.ceil(keys.length / keysAtOnce) }, (_, i) =>
    keys.slice(i * keysAtOnce, (i + 1) * keysAtOnce),
  )
  const answers = await Promise.all(
    asked.map(some =>
      reader.ask<'statementsBySearchKeys'>({ kind: 'statementsBySearchKeys', keys: { any: some }, limit: maxNames }),
    ),
  )
  const seen = answers.flat().filter(each => isVisible(reader.view, each, reader.citedEditions(each.edition)))
  return new Set(seen.flatMap(statement => keysOf(statement).flatMap(key => spansByKey.get(key) ?? [])))
}

function spellingsOf({ compact, isHan, first, end }: Span): readonly string[] {
  return isHan && end - first <= longestWithout ? [compact, ...endings.map(ending => compact + ending)] : [compact]
}

function keysOf({ value }: Statement): readonly string[] {
  if (value.kind === 'text') return keysOfName(value.text)
  return value.kind === 'code' ? keysOfCode(value.code) : []
}

/** What people leave out at the end of a short name. */
const endings = '市 省 县 区 盟 地区 自治区 自治州 公司 集团 有限公司 股份有限公司'.split(' ')
const longestWithout = 5
/** Of a very long query the spans at its beginning are looked up. */
const maxSpanKeys = 1_200
const keysAtOnce = 300

/** The terms with the entities that go by each; by names with edits only of those terms that no name has as it is written. */
export async function knowTerms(
  reader: ViewReader,
  terms: readonly Term[],
  mayHaveTypos: boolean,
): Promise<readonly KnownTerm[]> {
  return await Promise.all(terms.map(term => knowTerm(reader, term, mayHaveTypos)))
}

async function knowTerm(reader: ViewReader, term: Term, mayHaveTypos: boolean): Promise<KnownTerm> {
  const named = await hitsOf(reader, term, false)
  if (!mayHaveTypos || term.types.length > 0 || [...named.values()].some(isSure))
    return { ...term, named, withTypos: false }
  const like = await hitsOf(reader, term, true)
  return { ...term, named: new Map([...like, ...named]), withTypos: true }
}

/** Letters that happen to be initials, or a sound in the middle of a name, may as well be a typing error. */
function isSure({ match: { reason, score } }: SearchHit): boolean {
  return reason !== 'INITIALS' && score >= surely
}

const surely = 0.6

/** Names that are the whole term come first, and of all others the best fifty are followed. */
const maxNamesOfTerm = 300
/** A word for a type is in very many names and identifies none of them. */
const maxNamesOfType = 60

async function hitsOf(reader: ViewReader, term: Term, withTypos: boolean): Promise<ReadonlyMap<string, SearchHit>> {
  const found = await Promise.all(
    queriesOf(term).map(query => {
      const keys = withTypos ? nameKeysWithTypos(query) : nameKeys(query)
      return findNamed(reader, query, keys, [], withTypos, term.types.length > 0 ? maxNamesOfType : maxNamesOfTerm)
    }),
  )
  const best = new Map<string, SearchHit>()
  for (const hit of found.flat()) if (hit.match.score > (best.get(hit.id)?.match.score ?? 0)) best.set(hit.id, hit)
  return best
}
