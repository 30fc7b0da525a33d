import { z } from 'zod'
import type { Ontology } from '../../../ontology/ontology.js'
import { type CitedStatement, citedFragment, entityText, factText } from '../evidence.js'
import { anyView, commonInput, entityId, limitInput } from '../inputs.js'
import { resolveName } from '../resolve-name.js'
import { ToolRefusal, tool } from '../tool.js'

const document = `
query McpConflicts($filter: ConflictFilter, $limit: Int!, $after: String, $language: LanguageTag!, $view: ViewInput) {
  conflicts(filter: $filter, first: $limit, after: $after, view: $view) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id kind status
      property { name label(language: $language) }
      subjects { id label(language: $language) }
      statements { ...Cited }
      decision { chosen { id } reason by }
    }
  }
}
${citedFragment}`

interface Found {
  readonly id: string
  readonly kind: string
  readonly status: string
  readonly property: { readonly name: string; readonly label: string }
  readonly subjects: readonly { readonly id: string; readonly label: string }[]
  readonly statements: readonly CitedStatement[]
  readonly decision: {
    readonly chosen: { readonly id: string } | null
    readonly reason: string
    readonly by: string
  } | null
}

export const conflicts = tool({
  name: 'conflicts',
  title: 'Where sources contradict one another · 出处之间的冲突',
  description:
    'Statements that cannot all be right: a translation that differs from its original, values, dates or codes that exclude one another; each side with its source, and what a curator decided.',
  input: {
    about: entityId('Only of this entity, by id or name: us-east-1.').optional(),
    property: z.string().max(60).optional().describe('Only of this property: location.'),
    kind: z.enum(['TRANSLATION', 'VALUE', 'DATE', 'IDENTITY']).optional().describe('Only of this kind.'),
    status: z.enum(['OPEN', 'DECIDED', 'DISMISSED']).optional().describe('Only those. Default: whatever was decided.'),
    limit: limitInput(8, 'At most so many.'),
    after: z.string().max(1_000).optional().describe('The place that the answer before this one ended with.'),
    ...anyView,
    ...commonInput,
  },
  async answer({ about, property, kind, status, limit, after, view }, asking) {
    const { ask, ontology, words, begin } = asking
    const subject = about === undefined ? undefined : await resolveName(about, ontology.types, view, asking)
    const filter = {
      ...(subject && { subject: { in: subject.ids } }),
      ...(property !== undefined && { property: propertyFilter(property, ontology) }),
      ...(kind !== undefined && { kind: { eq: kind } }),
      ...(status !== undefined && { status: { eq: status } }),
    }
    const { conflicts: found } = await ask(document, {
      filter,
      limit,
      after,
      language: words.tag,
      view,
    })
    const report = begin().total(found.totalCount)
    if (subject?.takenFor !== undefined) report.say(`(${subject.takenFor})`)
    if (found.totalCount > 0) report.say(words.conflictsCount(found.totalCount))
    for (const { kind, status, property, subjects, statements, decision } of found.nodes as readonly Found[]) {
      const verdict = decision && (decision.chosen ? words.decided : words.dismissed)(decision.by, decision.reason)
      report.say(
        `- ${words.code(kind)} ${words.code(status)}: ${property.label}, ${subjects.map(entityText).join(' / ')}${verdict ? `; ${verdict}` : ''}`,
      )
      for (const statement of statements)
        report.say(`   ${statement.id === decision?.chosen?.id ? '✓' : '·'} ${factText(statement, words)}`, statement)
    }
    if (found.pageInfo.hasNextPage)
      report.note(`${words.more(found.nodes.length, found.totalCount)} after: ${found.pageInfo.endCursor}`)
    return report
  },
})

/** A property of several types has one name and, in each, an id of its own. */
function propertyFilter(name: string, { types }: Ontology): object {
  if (types.some(type => type.findProperty(name))) return { eq: name }
  throw new ToolRefusal('NOT_IN_ONTOLOGY', {
    en: `No type has the property "${name.slice(0, 100)}".`,
    zh: `没有类型具有属性“${name.slice(0, 100)}”。`,
  })
}
