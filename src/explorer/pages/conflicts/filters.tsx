import { GoTo, useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import {
  ConflictFacetsDocument,
  type ConflictFacetsQuery,
  type ConflictFilter,
  type ConflictKind,
  type ConflictStatus,
  type EntityType,
} from '../../generated/graphql.js'
import { useShared, useWords, type Words } from '../../words/words.js'

const kinds: readonly ConflictKind[] = ['VALUE', 'TRANSLATION', 'DATE', 'IDENTITY']
const statuses: readonly ConflictStatus[] = ['OPEN', 'DECIDED', 'DISMISSED']
const narrowing = ['kind', 'property', 'type', 'source', 'subject'] as const
type Narrowing = (typeof narrowing)[number]

export interface QueueFilter {
  readonly status: ConflictStatus
  readonly isNarrowed: boolean
  readonly filter: ConflictFilter
  readonly chosen: Readonly<Record<Narrowing, string | null>>
}

/** The conditions that the address of the queue names. */
export function filterIn(parameters: URLSearchParams, { types }: Words): QueueFilter {
  const status = statuses.find(each => each === parameters.get('status')) ?? 'OPEN'
  const kind = kinds.find(each => each === parameters.get('kind')) ?? null
  const type = Object.hasOwn(types, parameters.get('type') ?? '') ? (parameters.get('type') as EntityType) : null
  const [property, source, subject] = [parameters.get('property'), parameters.get('source'), parameters.get('subject')]
  return {
    status,
    chosen: { kind, property, type, source, subject },
    isNarrowed: [kind, property, type, source, subject].some(each => each),
    filter: {
      status: { eq: status },
      ...(kind && { kind: { eq: kind } }),
      ...(property && { property: { eq: property } }),
      ...(type && { type: { eq: type } }),
      ...(source && { source: { eq: source } }),
      ...(subject && { subject: { eq: subject } }),
    },
  }
}

type Options = readonly (readonly [value: string, label: string])[]

/** What narrows the queue. The choices are those that conflicts of the status have, with their number. */
export function Filters({ status, chosen, isNarrowed }: QueueFilter) {
  const words = useWords()
  const { here, go } = useAddress()
  const { view, language } = useShared()
  const { data } = useData(ConflictFacetsDocument, { status, language, ...(view && { view }) })
  const choices = choicesOf(data, words)
  const select = (name: string, label: string, value: string, options: Options) => (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={event => go(here({ [name]: event.target.value, after: null, row: null }), { replace: true })}
      >
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  const narrow = (name: Exclude<Narrowing, 'subject'>, label: string) => {
    const value = chosen[name]
    const options = choices[name]
    const isListed = !value || options.some(([each]) => each === value)
    return select(name, label, value ?? '', [
      ['', words.conflicts.all],
      ...options,
      ...(isListed ? [] : [[value, value] as const]),
    ])
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line.
    <div className="filters" role="group" aria-label={words.search.filters}>
      {narrow('kind', words.conflicts.kind)}
      {narrow('type', words.search.type)}
      {narrow('property', words.entity.property)}
      {narrow('source', words.evidence.sourceOne)}
      {select(
        'status',
        words.conflicts.status,
        status,
        statuses.map(each => [each, words.conflicts.statuses[each] ?? each] as const),
      )}
      {chosen.subject && <span className="id">{chosen.subject}</span>}
      {isNarrowed && (
        <GoTo href={here(Object.fromEntries([...narrowing, 'after', 'row'].map(name => [name, null])))}>
          {words.conflicts.clear}
        </GoTo>
      )}
    </div>
  )
}

function choicesOf(data: ConflictFacetsQuery | undefined, words: Words) {
  const nodes = data?.conflicts.nodes ?? []
  const isWhole = data !== undefined && nodes.length === data.conflicts.totalCount
  const counted = (members: readonly (readonly [id: string, label: string])[]): Options => {
    const counts = new Map<string, { readonly label: string; readonly count: number }>()
    for (const [id, label] of members) counts.set(id, { label, count: (counts.get(id)?.count ?? 0) + 1 })
    return [...counts]
      .sort(([, a], [, b]) => b.count - a.count || a.label.localeCompare(b.label))
      .map(([id, { label, count }]) => [id, isWhole ? `${label} (${count})` : label])
  }
  return {
    kind: counted(nodes.map(({ kind }) => [kind, words.conflicts.kinds[kind] ?? kind])),
    type: counted(nodes.map(({ subject: { type } }) => [type, words.types[type]?.[0] ?? type])),
    property: counted(nodes.map(({ property: { name, label } }) => [name, label])),
    source: counted(
      nodes.flatMap(({ statements }) => [
        ...new Map(statements.map(({ edition: { source } }) => [source.id, source.title])),
      ]),
    ),
  }
}
