import { z } from 'zod'
import { type CitedStatement, citedFragment, entityText } from '../evidence.js'
import { anyView, commonInput, entityId, limitInput } from '../inputs.js'
import { tool } from '../tool.js'

const document = `
query McpPaths($from: ID!, $to: ID!, $maxHops: Int!, $minConfidence: Float!, $limit: Int!, $language: LanguageTag!, $view: ViewInput) {
  paths(from: $from, to: $to, maxHops: $maxHops, minConfidence: $minConfidence, first: $limit, view: $view) {
    totalCount truncated
    paths {
      confidence crossesConflict
      hops { reversed from { id label(language: $language) } to { id label(language: $language) } statement { ...Cited } }
    }
  }
}
${citedFragment}`

interface Path {
  readonly confidence: number
  readonly crossesConflict: boolean
  readonly hops: readonly {
    readonly reversed: boolean
    readonly from: { readonly id: string; readonly label: string }
    readonly to: { readonly id: string; readonly label: string }
    readonly statement: CitedStatement
  }[]
}

export const paths = tool({
  name: 'paths',
  title: 'How two entities hang together · 两个实体如何关联',
  description:
    'The shortest ways from one entity to another over the links of the graph, each step with the statement that it rests on.',
  input: {
    from: entityId('Where to begin: official/tang-jianguo.'),
    to: entityId('Where to arrive: region/inner-mongolia.'),
    max_hops: z.number().int().min(1).default(4).describe('The length of a way in hops. Default 4; the most is 6.'),
    min_confidence: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe('Only along statements with at least this confidence.'),
    limit: limitInput(3, 'At most so many ways.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ from, to, max_hops, min_confidence, limit, view }, { ask, words, begin }) {
    const given = { from, to, maxHops: max_hops, minConfidence: min_confidence, limit, language: words.tag }
    const { paths: found } = await ask(document, { ...given, view })
    const report = begin().say(words.pathsBetween(from, to, found.totalCount))
    for (const [place, { hops, confidence, crossesConflict }] of (found.paths as readonly Path[]).entries()) {
      const notes = [
        ...(confidence < 1 ? [words.confidence(confidence)] : []),
        ...(crossesConflict ? [words.crossesConflict] : []),
      ]
      report.say(`${place + 1}. ${[words.hops(hops.length), ...notes].join(', ')}`)
      for (const hop of hops) {
        const { label } = hop.statement.property
        const arrow = hop.reversed ? `<-${label}-` : `-${label}->`
        report.say(`   ${entityText(hop.from)} ${arrow} ${entityText(hop.to)}`, hop.statement)
      }
    }
    if (found.truncated) report.note(words.pathsTruncated)
    if (found.totalCount > found.paths.length) report.note(words.more(found.paths.length, found.totalCount))
    return report
  },
})
