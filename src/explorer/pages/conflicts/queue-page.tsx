import { useEffect, useRef, useState } from 'react'
import { Go, GoTo, nodePath, useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import { ConflictPageDocument, ConflictsDocument, type ConflictsQuery } from '../../generated/graphql.js'
import { Download, OpenAsQuery } from '../../parts/take.js'
import { Fork } from '../../parts/witness.js'
import { Loaded, PageTurn, useTitle } from '../../shell/states.js'
import { languageOf, useShared, useWords } from '../../words/words.js'
import { ConflictView } from './conflict-view.js'
import { apartOf, kilometresInWords } from './distance.js'
import { Filters, filterIn } from './filters.js'

type Shown = ConflictsQuery['conflicts']['nodes'][number]
const pageSize = 50

/** The queue of contradictions: J and K move through it, Enter opens one. On a wide screen the one in focus is beside it. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ConflictsPage() {
  const words = useWords()
  const { parameters, here } = useAddress()
  const narrowed = filterIn(parameters, words)
  const after = parameters.get('after')
  const answer = useData(ConflictsDocument, {
    ...useShared(),
    filter: narrowed.filter,
    first: pageSize,
    ...(after && { after }),
  })
  const [inFocus, setInFocus] = useState<string>()
  const isWide = useIsWide()
  useTitle(words.nav.conflicts)
  return (
    <Loaded answer={answer} what={words.nav.conflicts}>
      {({ conflicts: { totalCount, pageInfo, nodes } }) => {
        const row = after ? Math.max(0, Math.trunc(Number(parameters.get('row'))) || 0) : 0
        const beside = nodes.find(({ id }) => id === inFocus) ?? nodes[0]
        return (
          <>
            <div className="head">
              <h1>{words.conflicts.count(totalCount, narrowed.status)}</h1>
            </div>
            <Filters {...narrowed} />
            <div className={isWide ? 'split q' : undefined}>
              <div>
                <Queue conflicts={nodes} current={isWide ? beside?.id : undefined} onFocus={setInFocus} />
                <p className="note">{words.conflicts.keys}</p>
                <PageTurn answer={answer} what={words.nav.conflicts}>
                  {nodes.length < totalCount && (
                    <>
                      <span>{words.list_.rows(row + 1, row + nodes.length, totalCount)}</span>
                      {after && <GoTo href={here({ after: null, row: null })}>{words.list_.first}</GoTo>}
                      {pageInfo.hasNextPage && (
                        <GoTo href={here({ after: pageInfo.endCursor, row: String(row + nodes.length) })}>
                          {words.list_.next}
                        </GoTo>
                      )}
                    </>
                  )}
                  <OpenAsQuery asked={answer.asked} />
                  <Download table={tableOf(nodes)} />
                </PageTurn>
              </div>
              {isWide && beside && <Beside id={beside.id} />}
            </div>
          </>
        )
      }}
    </Loaded>
  )
}

const tableOf = (conflicts: readonly Shown[]) => ({
  name: 'conflicts',
  columns: ['id', 'kind', 'status', 'subject', 'property', 'sides'],
  rows: conflicts.map(each => [
    each.id,
    each.kind,
    each.status,
    each.subject.id,
    each.property.name,
    each.statements.map(({ asStated }) => asStated).join(' | '),
  ]),
})

function useIsWide(): boolean {
  const query = '(min-width: 1100px)'
  const [isWide, setWide] = useState(() => matchMedia(query).matches)
  useEffect(() => {
    const media = matchMedia(query)
    const change = () => setWide(media.matches)
    media.addEventListener('change', change)
    return () => media.removeEventListener('change', change)
  }, [])
  return isWide
}

function Beside({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useData(ConflictPageDocument, { ...useShared(), id })
  return (
    <section className="ev cf" aria-label={words.evidence.conflict}>
      <Loaded isPart answer={answer} what={words.evidence.conflict}>
        {({ node }) =>
          node?.__typename === 'Conflict' ? <ConflictView conflict={node} answer={answer} Heading="h2" /> : null
        }
      </Loaded>
    </section>
  )
}

function Queue({
  conflicts,
  current,
  onFocus,
}: {
  readonly conflicts: readonly Shown[]
  readonly current: string | undefined
  readonly onFocus: (id: string) => void
}) {
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
        <li key={id} aria-current={id === current ? 'true' : undefined}>
          <Go to={nodePath(id)} onFocus={() => onFocus(id)}>
            <span className="src" lang={languageOf(subject.label)}>
              {subject.label}
            </span>
          </Go>
          <span className="note">
            {property.label} · {words.conflicts.kinds[kind]} · {words.conflicts.sides(statements.length)}
          </span>
          <Gist statements={statements} />
        </li>
      ))}
    </ol>
  )
}

/** The sides in their own words; of places, how far they are apart. */
function Gist({ statements }: Pick<Shown, 'statements'>) {
  const words = useWords()
  const apart = apartOf(statements)
  if (apart !== undefined) return <span className="gist note">{words.conflicts.apart(kilometresInWords(apart))}</span>
  const originalsFirst = [...statements].sort(
    (a, b) => Number(a.edition.translationOf !== null) - Number(b.edition.translationOf !== null),
  )
  const sides = [...new Map(originalsFirst.map(side => [side.asStated, side])).values()]
  return (
    <span className="gist note">
      {sides.slice(0, 4).map((side, at) => (
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
  )
}
