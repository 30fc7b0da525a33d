import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parse } from 'yaml'

/** A query, and what should come first: ids of which the order does not matter, or none where there is no such thing. */
export interface Judged {
  /** How it is asked: pinyin, initials. */
  readonly way: string
  readonly query: string
  readonly ids: readonly string[]
  /** The words that are to be left out. */
  readonly ignored?: readonly string[]
}

/** How good a search is by judged queries, 0 to 1; where nothing was wanted, nothing found is 1. */
export interface SearchQuality {
  readonly count: number
  /** How much of what was wanted is among the first ten. */
  readonly recall: number
  /** The mean of 1 / place of the first one that was wanted. */
  readonly mrr: number
  /** Where something else stands before what was wanted; with the first ten that were found. */
  readonly missed: readonly (Judged & { readonly top: readonly string[] })[]
}

export async function readJudged(): Promise<readonly Judged[]> {
  const ways = parse(await readFile(resolve('test/judged/search.yaml'), 'utf8')) as Record<
    string,
    Record<string, string | string[]>
  >
  return Object.entries(ways).flatMap(([way, queries]) =>
    Object.entries(queries).map(([query, ids]) => ({ way, query, ids: [ids].flat() })),
  )
}

/** Queries that name several facts; `held out`: those that the search was not tuned by. */
export async function readJudgedFacts(): Promise<Readonly<Record<'tuning' | 'held out', readonly Judged[]>>> {
  type Wanted = readonly string[] | { readonly ids: readonly string[]; readonly ignored: readonly string[] }
  const parts = parse(await readFile(resolve('test/judged/facts.yaml'), 'utf8')) as Record<
    string,
    Record<string, Record<string, Wanted>>
  >
  const read = (part: string): readonly Judged[] =>
    Object.entries(parts[part] ?? {}).flatMap(([way, queries]) =>
      Object.entries(queries).map(([query, wanted]) => ({
        ...{ way, query, ignored: [] },
        ...('ids' in wanted ? wanted : { ids: wanted as readonly string[] }),
      })),
    )
  return { tuning: read('tuning'), 'held out': read('held out') }
}

/** `found`: the ids that each judged query gave, the best first. */
export function measureSearch(judged: readonly Judged[], found: readonly (readonly string[])[]): SearchQuality {
  const rows = judged.map((each, i) => ({ ...each, top: (found[i] ?? []).slice(0, 10) }))
  const mean = (of: (row: (typeof rows)[number]) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
  return {
    count: rows.length,
    recall: mean(({ ids, top }) => (ids.length === 0 ? Number(top.length === 0) : shareOf(ids, top))),
    mrr: mean(({ ids, top }) => {
      if (ids.length === 0) return Number(top.length === 0)
      const place = top.findIndex(id => ids.includes(id))
      return place < 0 ? 0 : 1 / (place + 1)
    }),
    missed: rows.filter(({ ids, top }) =>
      ids.length === 0 ? top.length > 0 : shareOf(ids, top.slice(0, ids.length)) < 1,
    ),
  }
}

function shareOf(wanted: readonly string[], given: readonly string[]): number {
  // Of more than ten, ten are all that a page has.
  return wanted.filter(id => given.includes(id)).length / Math.min(10, wanted.length)
}
