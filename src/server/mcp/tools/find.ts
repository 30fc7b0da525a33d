import { z } from 'zod'
import { type CitedStatement, citedFragment, entityText } from '../evidence.js'
import { anyView, commonInput, toViewInput } from '../inputs.js'
import { tool } from '../tool.js'

const document = `
query McpFind($query: String!, $types: [EntityType!], $limit: Int!, $language: LanguageTag!, $view: ViewInput) {
  search(query: $query, types: $types, first: $limit, view: $view) {
    totalCount
    edges {
      match { text reason }
      node { id type label(language: $language) conflictCount resolution(property: "name") { chosen { ...Cited } } }
    }
  }
}
${citedFragment}`

interface Found {
  readonly match: { readonly text: string; readonly reason: string }
  readonly node: {
    readonly id: string
    readonly type: string
    readonly label: string
    readonly conflictCount: number
    readonly resolution: { readonly chosen: CitedStatement | null } | null
  }
}

export const find = tool({
  name: 'find',
  title: 'Find entities by name · 按名称查找',
  description:
    'Finds officials, bureaus, companies, conferences, compute centres, regions, corridors, targets and policy measures by a name in Chinese, pinyin, initials or English, by a code or an id. Begin here: the other tools take the ids that it gives.',
  input: {
    query: z.string().min(1).max(256).describe('唐建国, tang jianguo, tjg, Beijing, 110000, official/tang-jianguo.'),
    types: z
      .array(z.string().regex(/^[A-Z_]{3,40}$/))
      .max(20)
      .optional()
      .describe('Only these types: ["REGION", "COMPUTE_CENTRE"]. Default: all.'),
    limit: z.number().int().min(1).max(20).default(8).describe('At most so many.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ query, types, limit, view }, { ask, words, begin }) {
    const { search } = await ask(document, { query, types, limit, language: words.tag, view: toViewInput(view) })
    const report = begin()
    for (const { match, node } of search.edges as readonly Found[]) {
      const by = match.text === node.label ? '' : `, ${match.reason} ${match.text}`
      const isDisputed = node.conflictCount > 0 ? `; ${words.conflictsCount(node.conflictCount)}` : ''
      const named = node.resolution?.chosen
      report.say(`- ${entityText(node)} ${node.type}${by}${isDisputed}`, ...(named ? [named] : []))
    }
    if (search.totalCount > search.edges.length) report.note(words.more(search.edges.length, search.totalCount))
    return report
  },
})
