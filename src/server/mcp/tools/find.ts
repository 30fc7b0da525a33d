import { z } from 'zod'
import type { Ontology } from '../../../ontology/ontology.js'
import { type CitedStatement, citedFragment, entityText } from '../evidence.js'
import { anyView, commonInput, limitInput } from '../inputs.js'
import { namesWithin } from '../nearest-names.js'
import type { Report } from '../report.js'
import { type Asking, tool } from '../tool.js'
import type { Words } from '../words.js'

const document = `
query McpFind($query: String!, $types: [EntityType!], $limit: Int!, $language: LanguageTag!, $view: ViewInput) {
  search(query: $query, types: $types, first: $limit, view: $view) {
    totalCount
    ignoredWords
    edges {
      match { text reason }
      matches { description(language: $language) entity { id } }
      node { id type label(language: $language) openConflictCount resolution(property: "name") { chosen { ...Cited } } }
    }
  }
}
${citedFragment}`

interface Found {
  readonly match: { readonly text: string; readonly reason: string }
  readonly matches: readonly { readonly description: string; readonly entity: { readonly id: string } | null }[]
  readonly node: {
    readonly id: string
    readonly type: string
    readonly label: string
    readonly openConflictCount: number
    readonly resolution: { readonly chosen: CitedStatement | null } | null
  }
}

export const find = tool({
  name: 'find',
  title: 'Find entities by name and facts · 按名称和事实查找',
  description:
    'Finds officials, bureaus, companies, conferences, compute centres, regions, corridors, targets and policy measures by a name in Chinese, pinyin, initials or English, by a code or an id, or by what belongs to them: "aws beijing", "北京有哪些算力中心", "chief economist Beijing". The answer says by which facts. The other tools take the ids that it gives. For a list by what entities have, use list_entities.',
  input: {
    query: z.string().min(1).max(256).describe('唐建国, tang jianguo, tjg, Beijing, 110000, official/tang-jianguo.'),
    types: z
      .array(z.string().regex(/^[A-Z_]{3,40}$/))
      .max(20)
      .optional()
      .describe('Only these types: ["REGION", "COMPUTE_CENTRE"]. Default: all.'),
    limit: limitInput(8, 'At most so many.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ query, types, limit, view }, { ask, ontology, words, begin }) {
    const { search } = await ask(document, { query, types, limit, language: words.tag, view })
    const report = begin()
    if (search.edges.length === 0) return await tellNearest(query, { types, view }, { ask, words }, report)
    if (search.edges[0].match.reason === 'FACTS') report.note(words.listHint)
    if (search.ignoredWords.length > 0) report.note(words.ignored(search.ignoredWords))
    for (const found of search.edges as readonly Found[]) {
      const { node } = found
      const by = reasonText(found, words)
      const isDisputed = node.openConflictCount > 0 ? `; ${words.conflictsCount(node.openConflictCount)}` : ''
      const named = node.resolution?.chosen
      report.entity(node)
      report.say(
        `- ${entityText(node)} ${typeText(node.type, ontology, words)}${by}${isDisputed}`,
        ...(named ? [named] : []),
      )
    }
    if (search.totalCount > search.edges.length) report.note(words.more(search.edges.length, search.totalCount))
    return report
  },
})

/** By what an entity was found, if not by the name that is shown. */
function reasonText({ match, matches, node }: Found, words: Words): string {
  const facts = matches.map(({ description, entity }) => (entity ? `${description} (${entity.id})` : description))
  if (match.reason === 'FACTS') return `, ${facts.join('; ')}`
  return match.text === node.label ? '' : `, ${words.code(match.reason)} ${match.text}`
}

/** English has the name of the schema, which other tools take. */
function typeText(name: string, { types }: Ontology, words: Words): string {
  if (words.tag === 'en') return name
  return types.find(({ enumName }) => enumName === name)?.label[words.tag] ?? name
}

/** A sentence is no name: tells the names in it. */
async function tellNearest(
  query: string,
  { types, view }: { readonly types: readonly string[] | undefined; readonly view: object | undefined },
  { ask, words }: Pick<Asking, 'ask' | 'words'>,
  report: Report,
): Promise<Report> {
  report.note(words.listHint)
  const parts = namesWithin(query).filter(part => part !== query)
  if (parts.length === 0) return report
  const searches = parts.map(
    (_, i) =>
      `s${i}: search(query: $q${i}, types: $types, first: 2, view: $view) { edges { match { reason } node { id label(language: $language) } } }`,
  )
  const found = await ask(
    `query McpNearest($types: [EntityType!], $language: LanguageTag!, $view: ViewInput, ${parts.map((_, i) => `$q${i}: String!`).join(', ')}) { ${searches.join(' ')} }`,
    { types, view, language: words.tag, ...Object.fromEntries(parts.map((part, i) => [`q${i}`, part])) },
  )
  const nearest = new Map<string, string>()
  for (const i of parts.keys())
    for (const { match, node } of found[`s${i}`].edges as readonly Pick<Found, 'match' | 'node'>[])
      if (sure.has(match.reason) && !nearest.has(node.id)) {
        nearest.set(node.id, entityText(node))
        report.entity({ ...node, type: undefined })
      }
  if (nearest.size === 0) return report
  report.say(words.nearest(query))
  for (const text of [...nearest.values()].slice(0, mostNearest)) report.say(`- ${text}`)
  return report
}

const sure = new Set(['EXACT', 'PREFIX', 'PINYIN'])
const mostNearest = 8
