import type { EntityLabelFragment, TimelineQuery } from '../../generated/graphql.js'
import { type DrawnDate, readEdtf } from '../../parts/edtf.js'
import type { Words } from '../../words/words.js'

export const rowKinds = ['held', 'office', 'announced', 'due', 'issued'] as const
export type RowKind = (typeof rowKinds)[number]

export interface Row {
  readonly key: string
  readonly kind: RowKind
  /** What the date is of: held, due, 总经济师. */
  readonly what: string
  readonly entity: EntityLabelFragment
  readonly date: DrawnDate
}

/** Everything with a date, the earliest first; what has none stated comes last. */
export function rowsOf(data: TimelineQuery, words: Words): readonly Row[] {
  const row = (kind: RowKind, entity: EntityLabelFragment, edtf: string | null): readonly Row[] => {
    const date = edtf === null ? undefined : readEdtf(edtf)
    return date ? [{ key: `${entity.id} ${kind}`, kind, what: words.timeline.kinds[kind] ?? kind, entity, date }] : []
  }
  return [
    ...data.conferences.nodes.flatMap(each => row('held', each, each.held)),
    ...data.targets.nodes.flatMap(each => [...row('announced', each, each.announced), ...row('due', each, each.due)]),
    ...data.policyMeasures.nodes.flatMap(each => row('issued', each, each.issued)),
    ...data.officials.nodes.flatMap(each => officesOf(each, words)),
  ].sort((a, b) => placeOf(a.date) - placeOf(b.date))
}

const placeOf = ({ start, end }: DrawnDate): number => start ?? end ?? Number.MAX_SAFE_INTEGER

function officesOf(official: TimelineQuery['officials']['nodes'][number], words: Words): readonly Row[] {
  // Editions name one office in different words; each period of it is shown once.
  const offices = new Map(
    official.positions.edges.map(edge => [
      `${edge.node.id} ${edge.during?.start ?? ''}/${edge.during?.end ?? ''}`,
      edge,
    ]),
  )
  return [...offices.values()].map(({ statement, title, node, during }) => ({
    key: statement.id,
    kind: 'office',
    what: [title ?? words.timeline.kinds.office, node.label].join(words.tag === 'en' ? ', ' : '，'),
    entity: official,
    date: (during && readEdtf(`${during.start ?? ''}/${during.end ?? ''}`)) ?? unknownPeriod,
  }))
}

const unknownPeriod: DrawnDate = {
  edtf: '/',
  start: undefined,
  end: undefined,
  precision: 'period',
  isApproximate: false,
  isUncertain: false,
}
