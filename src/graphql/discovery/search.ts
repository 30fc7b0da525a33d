import type { GraphQLResolveInfo } from 'graphql'
import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { maxNames } from '../../search/find-named.js'
import { type SearchResult, search } from '../../search/search.js'
import type { FactMatch, SearchHit } from '../../search/search-hit.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type Connection, connectionTypes, pageArguments } from '../connections/connection.js'
import type { SortKey } from '../connections/cursor.js'
import { type ListOf, type PageArguments, type PageRequest, pageOf, toPageRequest } from '../connections/page.js'
import { viewOf } from '../entities/value-source.js'
import type { ViewInput } from '../request/context.js'
import { findNodes } from '../rows/find-by-row.js'
import { argument, field, ofRevision, type Queries, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from '../views/view-input.js'
import { describeFact } from './describe-fact.js'

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
  readonly matches: readonly FactView[]
}

/** A fact by which an entity was found, in the view of the request. */
interface FactView {
  readonly fact: FactMatch
  readonly reader: ViewReader
}

type SearchConnection = Connection<SearchEdge> & {
  readonly facets: readonly { readonly type: string; readonly count: number }[]
  readonly ignoredWords: readonly string[]
}

const maxQueryLength = 256

/** Finding by name, and by what belongs to an entity. */
export function searchQueries(ontology: Ontology): Queries {
  return ofRevision({
    search: field<undefined, SearchArguments>(
      'SearchConnection!',
      'Entities of all types, the best first. A query may be a name, a code or an id: Chinese in any part and in both scripts, pinyin with or without tones, initials, English. A query of several words also finds entities by what belongs to them: type, operator, region and the regions above, office and title, words of quotes (`aws beijing`, `北京有哪些算力中心`). If nothing matches as written, typing errors are allowed; then words are left out (`ignoredWords`). All facts that the view sees count, those that lost in a conflict too.',
      async (_, { query, types, view, ...page }, context, info) => {
        const request = toPageRequest(page, list)
        checkQuery(query)
        return await searchConnection(context.at(view), query, toTypes(types ?? [], ontology), request, info)
      },
      {
        query: argument(
          'String!',
          `唐建国, 建国, tang jianguo, tjg, Zhao Jianguo, 110000, chief economist Beijing. Up to ${maxQueryLength} characters.`,
        ),
        types: argument('[EntityType!]', 'Types of the entities to find: [OFFICIAL, REGION]. Default: all.'),
        first: argument('Int', 'Number of items, 0 to 100.', 20),
        after: pageArguments.after ?? argument('String', 'Only what follows this cursor.'),
        ...viewArgument,
      },
    ),
  })
}

export const searchTypes: readonly TypeDeclaration[] = [
  ...connectionTypes(
    'Search',
    'Entity',
    {
      description: 'An entity that was found, and by what.',
      fields: {
        score: field('Float!', 'Score of the match, 0 to 1; the list is in its order. Comparable within one answer.'),
        match: field('Match!', 'The name, code or id that it was found by; of several facts, the first to show.'),
        matches: field('[FactMatch!]!', 'The facts that it was found by, with the words of the query that match each.'),
      },
    },
    {
      facets: field(
        '[TypeCount!]!',
        'Number of matches of each type, on all pages and regardless of `types`, the most first.',
      ),
      ignoredWords: field(
        '[String!]!',
        'Words of the query that were left out, because nothing matches all words; as written, in their order.',
      ),
    },
  ),
  {
    kind: 'object',
    name: 'FactMatch',
    description: 'Fact that some words of a query match: a name, the type, a linked entity, a title, a quote.',
    fields: {
      words: field<FactView>('[String!]!', 'The words of the query that match the fact.', ({ fact }) => fact.words),
      property: field<FactView>(
        'Property',
        'Property of the fact: operator; null if the words match the type or the id.',
        ({ fact }) => fact.property,
      ),
      qualifier: field<FactView>(
        'QualifierInfo',
        'Qualifier that holds the text: title; null if the value matches.',
        ({ fact }) => fact.qualifier,
      ),
      entity: field<FactView>(
        'Entity',
        'Linked entity that the words name: the operator, or a region above the region; null for other facts.',
        ({ fact, reader }) => fact.linked && reader.getEntity(fact.linked.id),
      ),
      isDirect: field<FactView>(
        'Boolean!',
        'Whether the fact is stated of the found entity itself; false for an entity above the linked one.',
        ({ fact }) => (fact.linked?.steps ?? 1) === 1,
      ),
      statement: field<FactView>(
        'Statement',
        'Statement of the fact; null if the words match the type or the id.',
        async ({ fact, reader }) => {
          const id = fact.statement
          const statement = id === undefined ? undefined : await reader.ask<'statement'>({ kind: 'statement', id })
          return statement && viewOf(statement, reader)
        },
      ),
      isQuote: field<FactView>(
        'Boolean!',
        'Whether the words are in the quote of the statement and not in its value.',
        ({ fact }) => fact.isQuote,
      ),
      text: field<FactView>('String!', 'Text that matches: 北京市, Chief Economist.', ({ fact }) => fact.text),
      language: field<FactView>(
        'LanguageTag!',
        'Language of the text; of a code or an id zxx, none.',
        ({ fact }) => fact.language,
      ),
      reason: field<FactView>('MatchReason!', 'Kind of the match of the text.', ({ fact }) => fact.reason),
      highlights: field<FactView>(
        '[Highlight!]!',
        'The parts of the text that match, in order.',
        ({ fact }) => fact.highlights,
      ),
      description: field<FactView, { language?: string | null }>(
        'String!',
        'The fact in words: `operator: Amazon Web Services (AWS)`, `所在地区（上级）：广东省`.',
        ({ fact, reader }, { language }) => describeFact(fact, reader, language ?? reader.view.language ?? 'en'),
        { language: argument('LanguageTag', 'zh-Hans or en. Default: the language of the view, else en.') },
      ),
    },
  },
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
      FACTS: 'Parts of the query match several facts of the entity; `matches` names the facts.',
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
  info: GraphQLResolveInfo,
): Promise<SearchConnection> {
  const asked = `search ${JSON.stringify([query, types.map(({ name }) => name)])}`
  let isNew = false
  const compute = () => {
    isNew = true
    return search(reader, query, types)
  }
  const kept = await reader.derive(asked, compute, bytesOfHits)
  const { hits, facets, ignoredWords } = kept.isProvisional && !isNew ? await search(reader, query, types) : kept
  const readPage = async () => {
    const { edges, pageInfo } = pageOf(hits, request, list)
    const nodes = await findNodes(
      reader,
      edges.map(({ id }) => id),
      info,
    )
    return {
      edges: edges.map(({ cursor, ...hit }, i) => ({
        ...{ cursor, match: hit.match, score: hit.match.score, node: nodes[i] as EntityView },
        matches: factsOf(hit, query).map(fact => ({ fact, reader })),
      })),
      pageInfo,
    }
  }
  let page: ReturnType<typeof readPage> | undefined
  return {
    page: () => (page ??= readPage()),
    totalCount: () => hits.length,
    facets: facets.map(({ type, count }) => ({ type: type.enumName, count })),
    ignoredWords,
  }
}

/** A name, code or id that is the whole query is one fact. */
function factsOf({ type, match, facts }: Omit<SearchHit, 'id'>, query: string): readonly FactMatch[] {
  if (facts) return facts
  const { statement, text, language, highlights, reason, score } = match
  const property = statement && type.findProperty(statement.property)
  return [
    {
      ...{ words: [query.trim()], property, qualifier: undefined, linked: undefined, statement: statement?.id },
      ...{ isQuote: false, text, language, highlights, reason, weight: score },
    },
  ]
}

function bytesOfHits({ hits }: SearchResult): number {
  return 1_000 + hits.reduce((sum, { facts }) => sum + 400 + 300 * (facts?.length ?? 0), 0)
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
      argument: 'query',
    })
  if (query.length > maxQueryLength)
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`query\` has ${query.length} characters: give up to ${maxQueryLength}.`,
      problemZh: `\`query\` 有 ${query.length} 个字符：最多 ${maxQueryLength} 个。`,
      argument: 'query',
      max: maxQueryLength,
    })
}

function toTypes(names: readonly string[], ontology: Ontology): readonly EntityType[] {
  return ontology.types.filter(({ enumName }) => names.includes(enumName))
}
