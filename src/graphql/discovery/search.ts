import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { maxNames, type SearchResult, search } from '../../search/search.js'
import type { SearchHit } from '../../search/search-hit.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type Connection, connectionTypes, pageArguments } from '../connections/connection.js'
import type { SortKey } from '../connections/cursor.js'
import { type ListOf, type PageArguments, type PageRequest, pageOf, toPageRequest } from '../connections/page.js'
import type { ViewInput } from '../request/context.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from '../views/view-input.js'

interface SearchArguments extends Pick<PageArguments, 'first' | 'after'> {
  readonly query: string
  readonly types?: readonly string[] | null
  readonly view?: ViewInput | null
}

/** A row of the result. */
interface SearchEdge {
  readonly node: EntityView
  readonly score: number
  readonly match: SearchHit['match']
}

type SearchConnection = Connection<SearchEdge> & {
  readonly facets: readonly { readonly type: string; readonly count: number }[]
}

const maxQueryLength = 256

/** Finding by name. */
export function searchQueries(ontology: Ontology): Readonly<Record<string, FieldDeclaration>> {
  return {
    search: field<undefined, SearchArguments>(
      'SearchConnection!',
      'Ranked, across all types, by names, codes and ids: Chinese in any part and in both scripts, pinyin with or without tones, initials, English. Slips of the pen are allowed for where nothing matches as written. All names that the view sees count, those that lost in a conflict too.',
      async (_, { query, types, view, ...page }, context) => {
        const request = toPageRequest(page, list)
        checkQuery(query)
        return await searchConnection(context.at(view), query, toTypes(types ?? [], ontology), request)
      },
      {
        query: argument(
          'String!',
          `唐建国, 建国, tang jianguo, tjg, Zhao Jianguo, 110000. Up to ${maxQueryLength} characters.`,
        ),
        types: argument('[EntityType!]', 'Types of the entities to find: [OFFICIAL, REGION]. Default: all.'),
        first: argument('Int', 'Number of items, 0 to 100.', 20),
        after: pageArguments.after ?? argument('String', 'Only what follows this cursor.'),
        ...viewArgument,
      },
    ),
  }
}

export const searchTypes: readonly TypeDeclaration[] = [
  ...connectionTypes(
    'Search',
    'Entity',
    {
      description: 'An entity that was found, and by what.',
      fields: {
        score: field('Float!', 'Score of the match, 0 to 1; the list is in its order. Comparable within one answer.'),
        match: field('Match!', 'The name, code or id that it was found by.'),
      },
    },
    {
      facets: field(
        '[TypeCount!]!',
        'Number of matches of each type, on all pages and regardless of `types`, the most first.',
      ),
    },
  ),
  {
    kind: 'object',
    name: 'Match',
    description: 'Name, code or id by which an entity was found.',
    fields: {
      text: field(
        'String!',
        'Name, code or id that matched: 唐建国. For a match by sound or initials, the Chinese name.',
      ),
      language: field('LanguageTag!', 'The language of the name: zh-Hans. Of a code or an id zxx, none.'),
      reason: field('MatchReason!', 'Kind of the match.'),
      highlights: field('[Highlight!]!', 'The parts of the text that match, in order.'),
    },
  },
  {
    kind: 'enum',
    name: 'MatchReason',
    description: 'Kind of a match, the best first.',
    values: {
      EXACT: 'Equal to the query, apart from case, width, accents, script (國, 国) and spaces.',
      PREFIX: 'Begins with the query: 北京 of 北京市.',
      WORDS: 'Has all words, in part or in another order: 建国 in 唐建国.',
      PINYIN: 'Sounds like the query in pinyin (tang jianguo), or is the usual foreign name of a place (Peking).',
      INITIALS: 'The words or the syllables begin so: tjg.',
      FUZZY: 'Close to the query: a typing error (Zhao Jiangou), or other characters of the same sound.',
    },
  },
  {
    kind: 'object',
    name: 'Highlight',
    description: 'A part of a text.',
    fields: {
      start: field('Int!', 'Start of the part, in UTF-16 code units, as JavaScript counts.'),
      end: field('Int!', 'End of the part, exclusive.'),
    },
  },
  {
    kind: 'object',
    name: 'TypeCount',
    description: 'Number of matches of one type.',
    fields: {
      type: field('EntityType!', 'Entity type.'),
      count: field('Int!', `Number of matches, exact up to ${maxNames}.`),
    },
  },
]

async function searchConnection(
  reader: ViewReader,
  query: string,
  types: readonly EntityType[],
  request: PageRequest,
): Promise<SearchConnection> {
  const asked = `search ${JSON.stringify([query, types.map(({ name }) => name)])}`
  const { hits, facets } = await reader.derive(asked, () => search(reader, query, types), bytesOfHits)
  const readPage = async () => {
    const { edges, pageInfo } = pageOf(hits, request, list)
    const nodes = await Promise.all(edges.map(({ id }) => reader.getEntity(id)))
    return {
      edges: edges.map(({ cursor, match }, i) => ({ cursor, match, score: match.score, node: nodes[i] as EntityView })),
      pageInfo,
    }
  }
  let page: ReturnType<typeof readPage> | undefined
  return {
    page: () => (page ??= readPage()),
    totalCount: () => hits.length,
    facets: facets.map(({ type, count }) => ({ type: type.enumName, count })),
  }
}

function bytesOfHits({ hits }: SearchResult): number {
  return 1_000 + 400 * hits.length
}

/** In the order of the hits: rises where the score falls. */
function placeOf({ id, match }: SearchHit): SortKey {
  return [(1 - match.score).toFixed(6), String(id.length).padStart(9, '0'), id]
}

const list: ListOf<SearchHit> = { name: 'search', keyOf: placeOf, keyParts: 3 }

function checkQuery(query: string): void {
  if (query.trim() === '')
    throw new SuanliError('BAD_USER_INPUT', {
      problem: '`query` is empty: give a name, a part of one, or an id.',
      problemZh: '`query` 为空：请给出名称、名称的一部分或 id。',
    })
  if (query.length > maxQueryLength)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`query\` has ${query.length} characters: give up to ${maxQueryLength}.`,
      problemZh: `\`query\` 有 ${query.length} 个字符：最多 ${maxQueryLength} 个。`,
    })
}

function toTypes(names: readonly string[], ontology: Ontology): readonly EntityType[] {
  return ontology.types.filter(({ enumName }) => names.includes(enumName))
}
