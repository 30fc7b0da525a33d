import { z } from 'zod'
import type { PropertyDeclaration } from '../../../ontology/declaration.js'
import type { EntityType, Ontology } from '../../../ontology/ontology.js'
import { type CitedStatement, citedFragment, entityText } from '../evidence.js'
import { anyView, commonInput, limitInput } from '../inputs.js'
import { resolveName } from '../resolve-name.js'
import { type Asking, ToolRefusal, tool } from '../tool.js'

export const listEntities = tool({
  name: 'list_entities',
  title: 'List, filter and count entities · 列出、筛选、计数',
  description:
    'How many entities of a type there are and which, for example the compute centres that a company operates in a country. Conditions take names or ids. The answer says the total, and cites for each entity the statements that meet the conditions.',
  input: {
    type: z.string().max(60).describe('ComputeCentre, Company, Region, Official, Corridor, Target, PolicyMeasure, …'),
    where: z
      .record(z.string().max(60), z.string().min(1).max(300))
      .optional()
      .describe(
        'Conditions, all of which hold, by property: {"operator": "Alibaba", "region": "China"}, {"region": "北京", "status": "OPERATING"}. A region includes its parts.',
      ),
    limit: limitInput(10, 'The number of entities in the answer; the total is said in any case.'),
    after: z.string().max(1_000).optional().describe('The cursor with which the answer before this one ended.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ type: name, where = {}, limit, after, view }, asking) {
    const { ask, ontology, words, begin } = asking
    const type = getType(ontology, name)
    const conditions = await Promise.all(
      Object.entries(where).map(([property, value]) => conditionOf(type, property, value, view, asking)),
    )
    const { list } = await ask(documentFor(type, conditions), {
      filter: Object.fromEntries(conditions.map(({ property, filter }) => [property.id, filter])),
      limit,
      after,
      language: words.tag,
      view,
    })
    const report = begin().total(list.totalCount)
    report.say(words.counted(list.totalCount, type.label[words.tag]))
    for (const { takenFor } of conditions) if (takenFor !== undefined) report.say(`(${takenFor})`)
    for (const node of list.nodes as readonly Listed[]) {
      const isDisputed = node.openConflictCount > 0 ? `; ${words.conflictsCount(node.openConflictCount)}` : ''
      report.entity({ id: node.id, label: node.label, type: type.name })
      report.say(`- ${entityText(node)}${isDisputed}`, ...citedOf(node, conditions.length))
    }
    if (list.pageInfo.hasNextPage)
      report
        .next(list.pageInfo.endCursor)
        .note(`${words.more(list.nodes.length, list.totalCount)} after: ${list.pageInfo.endCursor}`)
    return report
  },
})

interface Condition {
  readonly property: PropertyDeclaration
  readonly filter: object
  readonly takenFor: string | undefined
}

interface Listed {
  readonly id: string
  readonly label: string
  readonly openConflictCount: number
  readonly [resolution: string]: unknown
}

function getType(ontology: Ontology, name: string): EntityType {
  const wanted = name.toLowerCase().replace(/[^a-z]/g, '')
  const found = ontology.types.find(type => [type.name, type.plural].some(each => each.toLowerCase() === wanted))
  if (found) return found
  const names = ontology.types.map(type => type.name).join(', ')
  throw new ToolRefusal('NOT_IN_ONTOLOGY', {
    en: `There is no type "${name.slice(0, 100)}": use ${names}.`,
    zh: `没有类型“${name.slice(0, 100)}”：请使用 ${names}。`,
  })
}

async function conditionOf(
  type: EntityType,
  name: string,
  value: string,
  view: object | undefined,
  asking: Asking,
): Promise<Condition> {
  const property = type.findProperty(name)
  if (!property) {
    const names = type.properties.map(({ id }) => id).join(', ')
    throw new ToolRefusal('NOT_IN_ONTOLOGY', {
      en: `${type.name} has no property "${name.slice(0, 100)}": use ${names}.`,
      zh: `${type.name} 没有属性“${name.slice(0, 100)}”：请使用 ${names}。`,
    })
  }
  const { value: declared } = property
  switch (declared.kind) {
    case 'entity': {
      const types = asking.ontology.typesOf(declared.to)
      const { ids, takenFor } = await resolveName(value, types, view, asking)
      const isWhole = types.length === 1 && types[0]?.partOf !== undefined
      return { property, takenFor, filter: isWhole ? { within: ids[0] } : { id: { in: ids } } }
    }
    case 'code':
      return { property, takenFor: undefined, filter: { eq: value.toUpperCase().replaceAll(' ', '_') } }
    case 'text':
      return { property, takenFor: undefined, filter: { contains: value } }
    default:
      throw new ToolRefusal('BAD_USER_INPUT', {
        en: `A condition on ${name} needs a range: ask in GraphQL, or leave it out.`,
        zh: `${name} 的条件需要范围：请用 GraphQL 查询，或去掉该条件。`,
      })
  }
}

/** Each entity with its name and the values that the conditions are about, each with its statement. */
function documentFor(type: EntityType, conditions: readonly Condition[]): string {
  const properties = ['name', ...conditions.map(({ property }) => property.id).filter(id => id !== 'name')]
  const cited = properties.map((id, i) => `c${i}: resolution(property: "${id}") { chosen { ...Cited } }`)
  return `
query McpList($filter: ${type.name}Filter, $limit: Int!, $after: String, $language: LanguageTag!, $view: ViewInput) {
  list: ${type.plural}(filter: $filter, first: $limit, after: $after, view: $view) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes { id label(language: $language) openConflictCount ${cited.join(' ')} }
  }
}
${citedFragment}`
}

function citedOf(node: Listed, conditions: number): readonly CitedStatement[] {
  return Array.from({ length: conditions + 1 }, (_, i) => node[`c${i}`]).flatMap(resolution => {
    const chosen = (resolution as { readonly chosen: CitedStatement | null } | null)?.chosen
    return chosen ? [chosen] : []
  })
}
