import { type CandidateReason, type CandidateReasonCode, candidateReasons } from '../../candidates/compare-entities.js'
import { type Candidate, type CandidatePlace, findCandidates, usualMinScore } from '../../candidates/find-candidates.js'
import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { ViewReader } from '../../views/view-reader.js'
import { pageArguments } from '../connections/connection.js'
import { type CursorList, encodeCursor, type SortKey } from '../connections/cursor.js'
import { type PageArguments, type PageInfo, toPageRequest, withCursor } from '../connections/page.js'
import type { ViewInput } from '../request/context.js'
import { argument, field, ofRevision, type Queries, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from '../views/view-input.js'

interface CandidateArguments extends Pick<PageArguments, 'first' | 'after'> {
  readonly type: string
  readonly minScore: number
  readonly view?: ViewInput | null
}

interface CandidateView {
  readonly candidate: Candidate
  readonly reader: ViewReader
}

interface CandidatePage {
  readonly edges: readonly { readonly cursor: string; readonly node: CandidateView }[]
  readonly pageInfo: PageInfo
}

/** How many entities one page looks at: an answer of few rows, or none, says where to go on. */
const lookedAt = 1_000

/** Pairs that may be one. */
export function candidateQueries(ontology: Ontology): Queries {
  return ofRevision({
    candidates: field<undefined, CandidateArguments>(
      'CandidateConnection!',
      `Pairs of entities of one type that may be one, for a curator to look at: by names across scripts and languages, codes, and what they have in common. Nothing is merged by it. What a curator said are two, by a merge that was taken back or a conflict over their code that was decided or dismissed, is left out. In the order of ids; a page looks at up to ${lookedAt} entities, so it may have fewer rows than asked for, and none, while \`hasNextPage\` says that there is more to look at: go on with \`endCursor\`.`,
      async (_, { type, minScore, view, ...page }, context) => {
        if (!(minScore >= 0 && minScore <= 1))
          throw new SuanliError('BAD_USER_INPUT', {
            problem: `\`minScore: ${minScore}\` is out of range: give 0 to 1.`,
            problemZh: `\`minScore: ${minScore}\` 超出范围：请给出 0 到 1 之间的值。`,
            argument: 'minScore',
            min: 0,
            max: 1,
          })
        return await readPage(context.at(view), typeNamed(type, ontology), minScore, page)
      },
      {
        type: argument('EntityType!', 'Type of both entities: COMPANY. Entities of different types are never one.'),
        minScore: argument('Float', 'Least score of the pairs, 0 to 1.', usualMinScore),
        first: argument('Int', 'Number of items, 0 to 100.', 20),
        after: pageArguments.after ?? argument('String', 'Only what follows this cursor.'),
        ...viewArgument,
      },
    ),
  })
}

export const candidateTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'CandidateConnection',
    description:
      'A page of pairs, as Relay has it. How many there are in all is not told: that would compare all entities.',
    fields: {
      edges: field<CandidatePage>(
        '[CandidateEdge!]!',
        'Edges of the page, in the order of the list.',
        ({ edges }) => edges,
      ),
      nodes: field<CandidatePage>('[Candidate!]!', 'The pairs of the page.', ({ edges }) =>
        edges.map(({ node }) => node),
      ),
      pageInfo: field<CandidatePage>('PageInfo!', 'Position of the page in the list.', ({ pageInfo }) => pageInfo),
    },
  },
  {
    kind: 'object',
    name: 'CandidateEdge',
    description: 'Edge of the list.',
    fields: {
      cursor: field('String!', 'Position of the item in the list, for `after`.'),
      node: field('Candidate!', 'The pair.'),
    },
  },
  {
    kind: 'object',
    name: 'Candidate',
    description: 'Two entities that may be one, and why.',
    fields: {
      a: field<CandidateView>('Entity!', 'The one whose id comes first.', ({ candidate, reader }) =>
        reader.getEntity(candidate.a),
      ),
      b: field<CandidateView>('Entity!', 'The other one.', ({ candidate, reader }) => reader.getEntity(candidate.b)),
      score: field<CandidateView>(
        'Float!',
        'Likelihood that both are one entity, 0 to 1.',
        ({ candidate }) => candidate.score,
      ),
      reasons: field<CandidateView>(
        '[CandidateReason!]!',
        'Reasons for and then against the pair, the weightiest first.',
        ({ candidate }) => candidate.reasons,
      ),
    },
  },
  {
    kind: 'object',
    name: 'CandidateReason',
    description: 'Property that two entities share, or in which they differ.',
    fields: {
      code: field('CandidateReasonCode!', 'Code of the reason, which does not change.'),
      isFor: field<CandidateReason>(
        'Boolean!',
        'Whether it speaks for their being one.',
        ({ code }) => 'adds' in candidateReasons[code],
      ),
      detail: field('String!', 'Detail of the reason: `唐建国 / Tang Jianguo`, `parent region/hebei`.'),
      words: field<CandidateReason, { language?: string | null }>(
        'String!',
        'The same in words: `they sound alike: 唐建国 / Tang Jianguo`.',
        ({ code, detail }, { language }) => `${words[code][language?.startsWith('zh') ? 1 : 0]}: ${detail}`,
        { language: argument('LanguageTag', 'zh-Hans, or en, which is the default.') },
      ),
    },
  },
  {
    kind: 'enum',
    name: 'CandidateReasonCode',
    description: 'Reason for which two entities may be one, or may not.',
    values: {
      SAME_CODE: 'Same external identifier: Wikidata, ROR.',
      SAME_WEBSITE: 'Same code or website.',
      SAME_NAME: 'Same name, apart from case, width, accents and script.',
      SAME_WITHOUT_FORM:
        'But for the legal form, or the sort of division, they have one name: 有限公司, Co., Ltd., 市.',
      SAME_SOUND: 'A name in characters and one in letters sound alike.',
      USUAL_NAME: 'A place, and what it is usually called in letters: Peking.',
      SAME_WORDS: 'Same words in another order.',
      SLIP: 'Names that differ by a typing error.',
      ABBREVIATED: 'The one abbreviates the other: 国家发改委, AWS.',
      PART: 'The one name begins with the other.',
      SAME_LINK: 'Links to the same entity: an office in one bureau, one region.',
      NEAR: 'Same location.',
      OTHER_CODE: 'Different codes of one system.',
      OTHER_NUMBER: 'The names have other numbers in them: 一期, 二期; 2023, 2024.',
      NUMBER_ON_ONE_SIDE: 'One name has a number in it.',
      OTHER_CHARACTERS: 'Same sound, other characters: 泰州, 台州.',
      COMMON_NAME: 'Many have that name: Singapore, 张伟.',
      BRANCH: 'One is a branch of the other, or both are: 贵州分公司.',
      OTHER_LINK: 'Links to different entities where one thing has one: two regions, two parents, two offices.',
      OTHER_LEVEL: 'Divisions of two levels.',
      OTHER_DATE: 'Different dates where one thing has one.',
      FAR: 'Locations far from each other.',
      SAME_TABLE: 'One table lists both.',
    } satisfies Record<CandidateReasonCode, string>,
  },
]

const words: Readonly<Record<CandidateReasonCode, readonly [english: string, chinese: string]>> = {
  SAME_CODE: ['they have one address elsewhere', '外部标识相同'],
  SAME_WEBSITE: ['they have one code or website', '代码或网站相同'],
  SAME_NAME: ['they have one name', '名称相同'],
  SAME_WITHOUT_FORM: ['but for the form they have one name', '除组织形式外名称相同'],
  SAME_SOUND: ['they sound alike', '读音相同'],
  USUAL_NAME: ['it is usually called so', '通行名称'],
  SAME_WORDS: ['they have the same words', '用词相同而次序不同'],
  SLIP: ['they differ by a slip of the pen', '疑似笔误'],
  ABBREVIATED: ['the one abbreviates the other', '一为另一之简称'],
  PART: ['the one name begins with the other', '一名为另一名之开头'],
  SAME_LINK: ['they link to one entity', '关联同一实体'],
  NEAR: ['they stand in one place', '位置相近'],
  OTHER_CODE: ['they have two codes', '代码不同'],
  OTHER_NUMBER: ['the names have other numbers', '名称中的数字不同'],
  NUMBER_ON_ONE_SIDE: ['one name has a number', '仅一名含数字'],
  OTHER_CHARACTERS: ['they are written with other characters', '同音而字不同'],
  COMMON_NAME: ['many have that name', '重名者众'],
  BRANCH: ['one is a branch', '分支机构'],
  OTHER_LINK: ['they link to two entities', '关联不同实体'],
  OTHER_LEVEL: ['they are of two levels', '级别不同'],
  OTHER_DATE: ['they have two dates', '日期不同'],
  FAR: ['they stand far from each other', '相距甚远'],
  SAME_TABLE: ['one table lists both', '同一表中分列'],
}

async function readPage(
  reader: ViewReader,
  type: EntityType,
  minScore: number,
  page: Pick<PageArguments, 'first' | 'after'>,
): Promise<CandidatePage> {
  const list: CursorList = { name: `candidates ${type.enumName} ${minScore}`, keyParts: 2 }
  const request = toPageRequest(page, list)
  const after = request.after && placeOf(request.after)
  const { candidates, next } = await findCandidates(reader, type, minScore, {
    after,
    limit: request.limit,
    look: lookedAt,
  })
  const end = next ?? candidates.at(-1)?.place
  return {
    edges: candidates.map(candidate => withCursor({ node: { candidate, reader } }, list, () => keyOf(candidate.place))),
    pageInfo: {
      hasNextPage: next !== undefined,
      hasPreviousPage: after !== undefined,
      startCursor: candidates[0] && encodeCursor(list, keyOf(candidates[0].place)),
      endCursor: end && encodeCursor(list, keyOf(end)),
    },
  }
}

function keyOf({ at, other }: CandidatePlace): SortKey {
  return [at, other]
}

function placeOf([at, other]: SortKey): CandidatePlace {
  return { at: at ?? '', other: other ?? '' }
}

function typeNamed(name: string, { types }: Ontology): EntityType {
  return types.find(({ enumName }) => enumName === name) as EntityType
}
