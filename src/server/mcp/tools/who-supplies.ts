import { z } from 'zod'
import { type CitedStatement, citedFragment, entityText } from '../evidence.js'
import { anyView, commonInput, entityId, limitInput } from '../inputs.js'
import { tool } from '../tool.js'
import { notThere } from '../unknown-entity.js'

const document = `
query McpWhoSupplies($id: ID, $code: String, $statedOnly: Boolean!, $limit: Int!, $after: String, $language: LanguageTag!, $view: ViewInput) {
  region(id: $id, code: $code, view: $view) {
    id label(language: $language)
    suppliers(statedOnly: $statedOnly, first: $limit, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        role confidence
        node { id label(language: $language) }
        corridor { id label(language: $language) }
        supplierStatement { ...Cited }
        consumerStatement { ...Cited }
      }
    }
  }
}
${citedFragment}`

interface Supply {
  readonly role: string
  readonly confidence: number
  readonly node: { readonly id: string; readonly label: string }
  readonly corridor: { readonly id: string; readonly label: string }
  readonly supplierStatement: CitedStatement
  readonly consumerStatement: CitedStatement
}

export const whoSupplies = tool({
  name: 'who_supplies',
  title: 'Who feeds a region’s compute supply · 谁向某地供给算力',
  description:
    'The regions that feed compute to a region through corridors, with their roles and the sources that state both ends.',
  input: {
    region: entityId('A region’s id, region/beijing, or its GB/T 2260 or ISO 3166 code, 110000.'),
    stated_only: z
      .boolean()
      .default(false)
      .describe('Only regions that a source says supply, not members of which no source says.'),
    limit: limitInput(15, 'At most so many.'),
    after: z.string().max(1_000).optional().describe('The place that the answer before this one ended with.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ region: wanted, stated_only, limit, after, view }, { ask, words, begin }) {
    const which = wanted.includes('/') ? { id: wanted } : { code: wanted }
    const given = { ...which, statedOnly: stated_only, limit, after, language: words.tag, view }
    const { region } = await ask(document, given)
    if (!region) throw notThere(wanted)
    const { totalCount, edges, pageInfo } = region.suppliers
    if (edges.length === 0) return begin()
    const report = begin().say(words.suppliersOf(entityText(region)))
    for (const {
      node,
      corridor,
      role,
      confidence,
      supplierStatement,
      consumerStatement,
    } of edges as readonly Supply[]) {
      const sure = confidence < 1 ? `, ${words.confidence(confidence)}` : ''
      report.say(
        `- ${entityText(node)}, ${words.roles[role] ?? role}, ${words.through} ${entityText(corridor)}${sure}`,
        supplierStatement,
        consumerStatement,
      )
    }
    if (pageInfo.hasNextPage) report.note(`${words.more(edges.length, totalCount)} after: ${pageInfo.endCursor}`)
    return report
  },
})
