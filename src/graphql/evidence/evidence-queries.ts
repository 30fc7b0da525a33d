import type { Conflict, ConflictKind, ConflictStatus } from '../../model/conflict.js'
import { SuanliError } from '../../model/error.js'
import { editionId } from '../../model/id.js'
import type { Rank } from '../../model/rank.js'
import type { Statement } from '../../model/statement.js'
import { sourceIdOf } from '../../resolution/cited-edition.js'
import { isKnownLanguage } from '../../values/language-tag.js'
import { listConflicts, listStatements } from '../../views/lists/list-statements.js'
import {
  type DateFilter,
  isListed,
  type ListFilter,
  matchesDate,
  matchesQuantity,
  matchesText,
  type QuantityFilter,
  type TextFilter,
} from '../../views/lists/match-value.js'
import { chain } from '../../views/maybe-promise.js'
import type { ViewReader } from '../../views/view-reader.js'
import { connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import { scanConnection } from '../connections/scan-connection.js'
import { checkPropertyNames, membersIn, presentIds, refuseNulls } from '../entities/check-filter.js'
import { viewOf } from '../entities/value-source.js'
import type { ViewInput } from '../request/context.js'
import { argument, field, ofRevision, type TypeDeclaration } from '../schema/declare.js'
import { checkSources, notFound } from '../views/resolve-view.js'
import { viewArgument } from '../views/view-input.js'

interface StatementFilter {
  readonly subject?: ListFilter<string> | null
  readonly property?: ListFilter<string> | null
  readonly edition?: ListFilter<string> | null
  readonly source?: ListFilter<string> | null
  readonly language?: ListFilter<string> | null
  readonly rank?: ListFilter<Rank> | null
  readonly minConfidence?: number | null
  readonly value?: ValueFilter | null
}

interface ValueFilter {
  readonly entity?: ListFilter<string> | null
  readonly text?: TextFilter | null
  readonly code?: TextFilter | null
  readonly date?: DateFilter | null
  readonly quantity?: QuantityFilter | null
}

interface ConflictFilter {
  readonly kind?: ListFilter<ConflictKind> | null
  readonly status?: ListFilter<ConflictStatus> | null
  readonly property?: ListFilter<string> | null
  readonly subject?: ListFilter<string> | null
  readonly type?: ListFilter<string> | null
  readonly dataset?: ListFilter<string> | null
  readonly source?: ListFilter<string> | null
}

/** Lists of who said what, and of what contradicts. */
export const evidenceQueries = ofRevision({
  statements: field<undefined, { filter?: StatementFilter | null; view?: ViewInput | null } & PageArguments>(
    'StatementConnection!',
    'Statements that the view sees, by id.',
    async (_, { filter: given, view, ...page }, context) => {
      const reader = context.at(view)
      const filter = given && (await checkStatementFilter(given, reader))
      const selection = {
        ...membersOf('subjects', filter?.subject),
        ...membersOf('properties', filter?.property),
        ...membersOf('editions', filter?.edition),
        ...membersOf('sources', filter?.source),
        ...membersOf('languages', filter?.language),
        ...membersOf('ranks', filter?.rank),
        ...(filter?.minConfidence != null && { minConfidence: filter.minConfidence }),
      }
      const test = filter ? statementTest(filter) : undefined
      const connection = scanConnection(
        options => listStatements(reader, selection, { ...options, ...(test && { test }) }),
        page,
        statement => ({ node: viewOf(statement, reader) }),
        'statements',
      )
      // Counted once for all pages that read the same revision in the same view.
      const counted = () =>
        reader.derive(
          `count of statements ${JSON.stringify(filter ?? null)}`,
          async () => ({
            count:
              (filter ? undefined : await reader.askRows<number>({ kind: 'statementCount' })) ??
              (await connection.totalCount()),
          }),
          () => 100,
        )
      return { ...connection, totalCount: () => chain(counted(), ({ count }) => count) }
    },
    { filter: argument('StatementFilter', 'Conditions that statements must meet.'), ...pageArguments, ...viewArgument },
  ),
  conflicts: field<undefined, { filter?: ConflictFilter | null; view?: ViewInput | null } & PageArguments>(
    'ConflictConnection!',
    'Conflicts of which the view sees at least two statements, by id. The default view is of today: a conflict about other years is in a view of those, `view: { validAt: "2020/2030" }`.',
    async (_, { filter: given, view, ...page }, context) => {
      const reader = context.at(view)
      const filter = given && (await checkConflictFilter(given, reader))
      const test = filter ? conflictTest(filter, reader) : undefined
      const sides = filter ? sidesTest(filter) : undefined
      const selection = {
        ...membersOf('kinds', filter?.kind),
        ...membersOf('statuses', filter?.status),
        ...membersOf('properties', filter?.property),
        ...membersOf('subjects', filter?.subject),
      }
      return scanConnection(
        options => listConflicts(reader, selection, { ...options, ...(test && { test }), ...(sides && { sides }) }),
        page,
        conflict => ({ node: { conflict, reader } }),
        'conflicts',
      )
    },
    {
      filter: argument('ConflictFilter', 'Conditions that conflicts must meet: { kind: { eq: TRANSLATION } }.'),
      ...pageArguments,
      ...viewArgument,
    },
  ),
  sources: field<undefined, PageArguments>(
    'SourceConnection!',
    'Sources of the graph, by id.',
    (_, page, context) => {
      const reader = context.at()
      async function* scan({ from, reversed = false }: { from?: string; reversed?: boolean }) {
        let after = from
        for (;;) {
          const sources = await reader.ask<'sources'>({
            kind: 'sources',
            limit: 200,
            reversed,
            ...(after !== undefined && { after }),
          })
          yield* sources
          if (sources.length < 200) return
          after = sources.at(-1)?.id
        }
      }
      return scanConnection(scan, page, source => ({ node: { source, reader } }), 'sources')
    },
    pageArguments,
  ),
})

export const evidenceConnections: readonly TypeDeclaration[] = [
  ...connectionTypes('Statement', 'Statement', { description: 'Edge of the list.', fields: {} }),
  ...connectionTypes('Conflict', 'Conflict', { description: 'Edge of the list.', fields: {} }),
  ...connectionTypes('Source', 'Source', { description: 'Edge of the list.', fields: {} }),
  {
    kind: 'input',
    name: 'StatementFilter',
    description: 'Conditions on statements, combined with AND.',
    fields: {
      subject: argument('IDFilter', 'Condition on the subject: { eq: "official/tang-jianguo" }.'),
      property: argument('IDFilter', 'Condition on the name of the property: { eq: "member" }.'),
      edition: argument('IDFilter', 'Condition on the edition: { eq: "shobserver-768612#en" }.'),
      source: argument('IDFilter', 'Condition on the source: { eq: "shobserver-768612" }.'),
      language: argument('LanguageTagFilter', 'Condition on the language of the words: { eq: "zh-Hans" }.'),
      rank: argument('RankFilter', 'Condition on the rank.'),
      minConfidence: argument('Float', 'Least confidence of the statements, 0 to 1.'),
      value: argument('ValueFilter', 'Condition on the value.'),
    },
  },
  {
    kind: 'input',
    name: 'ValueFilter',
    description: 'Condition on the value of a statement: of the given kind, and meeting its condition.',
    fields: {
      entity: argument('IDFilter', 'The entity that a link points to.'),
      text: argument('TextFilter', 'Words.'),
      code: argument('TextFilter', 'A code: { eq: "110000" }.'),
      date: argument('DateFilter', 'A date.'),
      quantity: argument('QuantityFilter', 'A quantity.'),
    },
  },
  {
    kind: 'input',
    name: 'ConflictFilter',
    description: 'Conditions on conflicts, combined with AND.',
    fields: {
      kind: argument('ConflictKindFilter', 'Condition on the kind.'),
      status: argument('ConflictStatusFilter', 'Condition on the status.'),
      property: argument('IDFilter', 'Condition on the name of the property: { eq: "member" }.'),
      subject: argument('IDFilter', 'Condition on the subject.'),
      type: argument('EntityTypeFilter', 'Condition on the type of the subject: { eq: COMPUTE_CENTRE }.'),
      dataset: argument('IDFilter', 'Dataset that holds a statement of the conflict: { eq: "news" }.'),
      source: argument('IDFilter', 'Source of a statement of the conflict: { eq: "shobserver-768612" }.'),
    },
  },
]

/** A selection's key for a filter's `eq` and `in`; what both admit where both are given. */
function membersOf<Key extends string, Member>(
  key: Key,
  filter: ListFilter<Member> | null | undefined,
): { [K in Key]?: readonly Member[] } {
  if (filter?.eq == null && filter?.in == null) return {}
  const { eq, in: list } = filter
  const members = list == null ? [eq as Member] : eq == null ? list : list.filter(member => member === eq)
  return { [key]: members } as { [K in Key]?: readonly Member[] }
}

async function checkStatementFilter(filter: StatementFilter, reader: ViewReader): Promise<StatementFilter> {
  refuseNulls(filter)
  const { subject, property, edition, source, language, minConfidence, value } = filter
  checkPropertyNames(membersIn(property ?? undefined), reader, 'filter.property')
  const unknown = membersIn(language ?? undefined).find(tag => !isKnownLanguage(tag))
  if (unknown !== undefined) throw notFound('language', unknown, 'filter.language')
  if (minConfidence != null && !(minConfidence >= 0 && minConfidence <= 1))
    throw new SuanliError('BAD_USER_INPUT', {
      problem: `\`minConfidence: ${minConfidence}\` is out of range: give 0 to 1.`,
      problemZh: `\`minConfidence: ${minConfidence}\` 超出范围：请给出 0 到 1 之间的值。`,
      argument: 'filter.minConfidence',
      max: 1,
    })
  await checkSources(membersIn(source ?? undefined), reader, 'filter.source')
  await checkEditions(membersIn(edition ?? undefined), reader)
  return {
    ...filter,
    ...(subject && { subject: await presentIds(subject, reader, 'filter.subject') }),
    ...(value?.entity && {
      value: { ...value, entity: await presentIds(value.entity, reader, 'filter.value.entity') },
    }),
  }
}

async function checkConflictFilter(filter: ConflictFilter, reader: ViewReader): Promise<ConflictFilter> {
  refuseNulls(filter)
  const { subject, property, source } = filter
  checkPropertyNames(membersIn(property ?? undefined), reader, 'filter.property')
  await checkSources(membersIn(source ?? undefined), reader, 'filter.source')
  return { ...filter, ...(subject && { subject: await presentIds(subject, reader, 'filter.subject') }) }
}

async function checkEditions(ids: readonly string[], reader: ViewReader): Promise<void> {
  const found = await Promise.all(ids.map(id => reader.store.ask<'edition'>({ kind: 'edition', id })))
  const missing = ids.find((_, i) => !found[i])
  if (missing === undefined) return
  const [sourceId = ''] = missing.split('#')
  const source = await reader.store.ask<'source'>({ kind: 'source', id: sourceId })
  const known = (source?.languages ?? []).map(language => editionId(sourceId, language))
  throw notFound('edition', missing, 'filter.edition', known, known[0])
}

/** What the store does not select by: values, and what is none of some values. Undefined where it selects by all. */
function statementTest(filter: StatementFilter): ((statement: Statement) => boolean) | undefined {
  const { subject, property, edition, source, language, rank, value } = filter
  if (!value && ![subject, property, edition, source, language, rank].some(each => each?.notIn)) return undefined
  const isLeft = <Member>(member: Member, each: ListFilter<Member> | null | undefined) =>
    each?.notIn == null || !each.notIn.includes(member)
  return statement =>
    (!value || matchesValue(statement, value)) &&
    isLeft(statement.subject, subject) &&
    isLeft(statement.property, property) &&
    isLeft(statement.edition, edition) &&
    isLeft(sourceIdOf(statement.edition), source) &&
    isLeft(statement.language, language) &&
    isLeft(statement.rank, rank)
}

function conflictTest(
  { kind, status, property, subject, type }: ConflictFilter,
  { ontology }: ViewReader,
): ((conflict: Conflict) => boolean) | undefined {
  if (!type && ![kind, status, property, subject].some(each => each?.notIn)) return undefined
  return conflict =>
    isAmong(
      conflict.subjects.flatMap(id => ontology.findTypeOfId(id)?.enumName ?? []),
      type,
    ) &&
    !kind?.notIn?.includes(conflict.kind) &&
    !status?.notIn?.includes(conflict.status) &&
    !property?.notIn?.includes(conflict.property) &&
    !conflict.subjects.some(id => subject?.notIn?.includes(id))
}

/** A test of the visible statements of a conflict; undefined if the filter names no dataset and no source. */
function sidesTest({ dataset, source }: ConflictFilter): ((statements: readonly Statement[]) => boolean) | undefined {
  if (!dataset && !source) return undefined
  return statements =>
    isAmong(
      statements.flatMap(({ datasets }) => datasets),
      dataset,
    ) &&
    isAmong(
      statements.map(({ edition }) => sourceIdOf(edition)),
      source,
    )
}

/** Whether one of the members is wanted and none is unwanted. */
function isAmong(members: readonly string[], filter: ListFilter<string> | null | undefined): boolean {
  if (!filter) return true
  const { notIn, ...wanted } = filter
  return members.some(member => isListed(member, wanted)) && !members.some(member => notIn?.includes(member))
}

function matchesValue({ value }: Statement, filter: ValueFilter): boolean {
  return Object.entries(filter).every(([kind, wanted]) => {
    if (wanted == null) return true
    if (value.kind !== kind) return false
    switch (value.kind) {
      case 'entity':
        return isListed(value.entity, wanted as ListFilter)
      case 'text':
        return matchesText([value.text], wanted as TextFilter)
      case 'code':
        return matchesText([value.code], wanted as TextFilter)
      case 'date':
        return matchesDate(value.edtf, wanted as DateFilter)
      case 'quantity':
        return matchesQuantity(value, wanted as QuantityFilter)
      default:
        return false
    }
  })
}
