import { useEffect, useRef } from 'react'
import { Go, GoTo, nodePath, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { type ConflictKind, type ConflictStatus, ConflictsDocument, type ConflictsQuery } from '../generated/graphql.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Fork } from '../parts/witness.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

const kinds: readonly ConflictKind[] = ['VALUE', 'TRANSLATION', 'DATE', 'IDENTITY']
const statuses: readonly ConflictStatus[] = ['OPEN', 'DECIDED', 'DISMISSED']
type Shown = ConflictsQuery['conflicts']['nodes'][number]

/** The queue of contradictions: J and K move through it, Enter opens one. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ConflictsPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const kind = kinds.find(each => each === parameters.get('kind'))
  const status = statuses.find(each => each === parameters.get('status')) ?? 'OPEN'
  const property = parameters.get('property')
  const filter = {
    status: { eq: status },
    ...(kind && { kind: { eq: kind } }),
    ...(property && { property: { eq: property } }),
  }
  const answer = useData(ConflictsDocument, { ...useShared(), filter, first: 100 })
  useTitle(words.nav.conflicts)
  return (
    <Loaded answer={answer} what={words.nav.conflicts}>
      {({ conflicts }) => (
        <>
          <div className="head">
            <h1>{words.conflicts.count(conflicts.totalCount, status)}</h1>
          </div>
          <Filters kind={kind} status={status} property={property} conflicts={conflicts.nodes} />
          <Queue conflicts={conflicts.nodes} />
          {conflicts.nodes.length < conflicts.totalCount && (
            <p className="note more" role="status">
              {words.states.truncated(conflicts.nodes.length, conflicts.totalCount)} {words.conflicts.narrow}
            </p>
          )}
          <p className="note">{words.conflicts.keys}</p>
          <p className="take">
            <OpenAsQuery asked={answer.asked} />
            <Download
              table={{
                name: 'conflicts',
                columns: ['id', 'kind', 'status', 'subject', 'property', 'sides'],
                rows: conflicts.nodes.map(each => [
                  each.id,
                  each.kind,
                  each.status,
                  each.subject.id,
                  each.property.name,
                  each.statements.map(({ asStated }) => asStated).join(' | '),
                ]),
              }}
            />
          </p>
        </>
      )}
    </Loaded>
  )
}

function Filters({
  kind,
  status,
  property,
  conflicts,
}: {
  readonly kind: ConflictKind | undefined
  readonly status: ConflictStatus
  readonly property: string | null
  readonly conflicts: readonly Shown[]
}) {
  const words = useWords()
  const { here, go } = useAddress()
  const properties = new Map(conflicts.map(each => [each.property.name, each.property.label]))
  if (property && !properties.has(property)) properties.set(property, property)
  const select = (name: string, label: string, value: string, options: readonly (readonly [string, string])[]) => (
    <label>
      {label}{' '}
      <select value={value} onChange={event => go(here({ [name]: event.target.value }), { replace: true })}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line.
    <div className="filters" role="group" aria-label={words.search.filters}>
      {select('kind', words.conflicts.kind, kind ?? '', [
        ['', words.conflicts.all],
        ...kinds.map(each => [each, words.conflicts.kinds[each] ?? each] as const),
      ])}
      {select('property', words.entity.property, property ?? '', [['', words.conflicts.all], ...properties])}
      {select(
        'status',
        words.conflicts.status,
        status,
        statuses.map(each => [each, words.conflicts.statuses[each] ?? each] as const),
      )}
      {(kind || property) && <GoTo href={here({ kind: null, property: null })}>{words.conflicts.clear}</GoTo>}
    </div>
  )
}

function Queue({ conflicts }: { readonly conflicts: readonly Shown[] }) {
  const words = useWords()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const move = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      const step = key === 'j' ? 1 : key === 'k' ? -1 : 0
      const isTyping = target instanceof HTMLElement && /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)
      if (step === 0 || isTyping || ctrlKey || metaKey || altKey) return
      const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])]
      const at = links.indexOf(document.activeElement as HTMLElement)
      links[Math.max(0, Math.min(links.length - 1, at + step))]?.focus()
    }
    addEventListener('keydown', move)
    return () => removeEventListener('keydown', move)
  }, [])
  if (conflicts.length === 0) return <p className="lead">{words.conflicts.none}</p>
  return (
    <ol className="queue" ref={list}>
      {conflicts.map(({ id, kind, property, subject, statements }) => (
        <li key={id}>
          <Go to={nodePath(id)}>
            <span className="src" lang={languageOf(subject.label)}>
              {subject.label}
            </span>
          </Go>
          <span className="note">
            {property.label} · {words.conflicts.kinds[kind]} · {words.conflicts.sides(statements.length)}
          </span>
          <span className="gist note">
            {statements.slice(0, 4).map((side, at) => (
              <span key={side.id}>
                {at > 0 && (
                  <>
                    {' '}
                    <span className="tagf">
                      <Fork />
                    </span>
                  </>
                )}
                <span className="src" lang={side.language}>
                  {side.asStated}
                </span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ol>
  )
}
