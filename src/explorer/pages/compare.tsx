import { lazy, type ReactNode, Suspense, useContext, useMemo } from 'react'
import {
  AddressOverride,
  addressOf,
  entityPath,
  GoTo,
  OwnAddress,
  partsOf,
  useAddress,
  usePresentAddress,
} from '../address/address.js'
import { type Answer, useData } from '../client/use-data.js'
import { EntityPageDocument, type EntityPageQuery } from '../generated/graphql.js'
import { type Fact, factsOf } from '../parts/facts.js'
import { orderOf } from '../parts/order.js'
import { Scroll } from '../parts/scroll.js'
import { Side } from '../parts/section.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { ShownValue, textOf } from '../parts/value.js'
import { Loaded, Loading, Nothing, useTitle } from '../shell/states.js'
import { trustInWords, ViewBar, viewPart } from '../shell/view-bar.js'
import { languageOf, useShared, useWords, type Words } from '../words/words.js'

const demonstration = 'corridor/jing-jin-ji-meng'

/** The pages that are shown twice, one beside the other; of an entity, what differs is marked. */
const comparable = {
  '/supply': lazy(() => import('./supply/supply-page.js')),
  '/targets': lazy(() => import('./targets.js')),
  '/timeline': lazy(() => import('./timeline/timeline-page.js')),
  '/map': lazy(() => import('./map.js')),
  '/conflicts': lazy(() => import('./conflicts/queue-page.js')),
  '/paths': lazy(() => import('./paths.js')),
  '/search': lazy(() => import('./search.js').then(({ SearchPage }) => ({ default: SearchPage }))),
} as const

/** A page in two views side by side. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ComparePage() {
  const words = useWords()
  const address = useAddress()
  const { parameters } = address
  const [path = '', query = ''] = (parameters.get('path') ?? '').split('?')
  const [kind, ...parts] = partsOf(path) ?? []
  const id = kind === 'entity' && parts.length === 2 ? parts.join('/') : demonstration
  const [a, b] = [parameters.get('a') ?? '', parameters.get('b') ?? 'languages=en,zh-Hans']
  useTitle(words.nav.compare)
  const viewOf = (text: string) =>
    addressOf(path || '/compare', new URLSearchParams(`${query}&${text}&lang=${address.language}`), address.go)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view is its text.
  const views = useMemo(() => [viewOf(a), viewOf(b)] as const, [a, b, path, query, address.language])
  const swapped = address.here({ a: b, b: a })
  const controls = views.map((view, at) => <SideControls key={names[at]} name={names[at] ?? ''} view={view} />)
  const Page = Object.hasOwn(comparable, path) ? comparable[path as keyof typeof comparable] : undefined
  if (Page) return <Twice Page={Page} views={views} controls={controls} swapped={swapped} />
  return (
    <AddressOverride value={views[0]}>
      <First id={id} second={views[1]} controls={controls} swapped={swapped} />
    </AddressOverride>
  )
}

const names = ['A', 'B'] as const

/** The view of one side as a sentence, whose phrases change that side alone. */
function SideControls({ name, view }: { readonly name: string; readonly view: View }) {
  const words = useWords()
  const { here } = useContext(OwnAddress) ?? view
  const parameter = name.toLowerCase()
  const changing = {
    ...view,
    here: (added: Parameters<View['here']>[0]) => here({ [parameter]: viewPart(view.here(added)) || 'default' }),
  }
  return (
    <AddressOverride value={changing}>
      <ViewBar name={words.compare.side(name)} />
    </AddressOverride>
  )
}

function Twice({
  Page,
  views,
  controls,
  swapped,
}: {
  readonly Page: (typeof comparable)[keyof typeof comparable]
  readonly views: readonly [View, View]
  readonly controls: readonly ReactNode[]
  readonly swapped: string
}) {
  const words = useWords()
  return (
    <>
      <div className="head">
        <h1>{words.view.compare}</h1>
        <p className="take">
          <GoTo href={swapped}>{words.compare.swap}</GoTo>
        </p>
      </div>
      <div className="cols two">
        {views.map((view, at) => (
          <section key={names[at]} aria-label={names[at]}>
            <p className="kind">
              <span className="vn">{names[at]}</span>{' '}
              <GoTo href={view.here({})}>{viewTitle(view.parameters, words)}</GoTo>
            </p>
            {controls[at]}
            <AddressOverride value={view}>
              <Side value={names[at]}>
                <Suspense fallback={<Loading what="" />}>
                  <Page />
                </Suspense>
              </Side>
            </AddressOverride>
          </section>
        ))}
      </div>
    </>
  )
}

interface OneSide {
  readonly answer: Answer<EntityPageQuery>
  readonly facts: readonly Fact[]
  readonly title: string
}

function useSide(id: string): OneSide {
  const words = useWords()
  const { parameters } = useAddress()
  const answer = useData(EntityPageDocument, { ...useShared(), id })
  const entity = answer.data?.entity
  const facts = useMemo(
    () => (entity ? factsOf(entity.statements.nodes, entity.conflicts.nodes, orderOf(entity.resolutions).places) : []),
    [entity],
  )
  return { answer, facts, title: viewTitle(parameters, words) }
}

function viewTitle(parameters: URLSearchParams, words: Words): string {
  const parts = [
    parameters.get('validAt'),
    parameters.get('knownAt'),
    parameters.get('release') && words.view.inRelease(parameters.get('release') ?? ''),
    trustInWords(parameters, words),
  ].filter(part => part)
  return parts.length > 0 ? parts.join(' · ') : words.view.default
}

type View = ReturnType<typeof useAddress>

interface Beside {
  readonly id: string
  readonly controls: readonly ReactNode[]
  readonly swapped: string
}

function First({ second, ...rest }: { readonly second: View } & Beside) {
  const side = useSide(rest.id)
  const present = side.answer.data?.entity?.id ?? rest.id
  const { here } = useContext(OwnAddress) ?? second
  usePresentAddress(present !== rest.id, here({ path: entityPath(present) }))
  return (
    <AddressOverride value={second}>
      <Both first={side} {...rest} />
    </AddressOverride>
  )
}

function Both({ id, first, controls, swapped }: { readonly first: OneSide } & Beside) {
  const words = useWords()
  const second = useSide(id)
  const { href } = useAddress()
  return (
    <Loaded answer={first.answer} what={words.nav.compare}>
      {({ entity }) => {
        const other = second.answer.data?.entity
        const label = entity?.label ?? other?.label
        if (label === undefined) return <Nothing title={words.states.noEntity(id)} help={words.states.noEntityHelp} />
        const rows = rowsOf(first.facts, second.facts, words)
        return (
          <>
            <div className="head">
              <p className="kind">{words.nav.compare}</p>
              <h1 lang={languageOf(label)}>{label}</h1>
              <p className="lead" aria-live="polite">
                {words.compare.differ(rows.filter(({ differs }) => differs).length, rows.length)}
              </p>
            </div>
            <div className="cols two">{controls}</div>
            <Scroll label={`${words.nav.compare}, ${words.entity.table}`}>
              <table className="tb cmp">
                <thead>
                  <tr>
                    <td />
                    <th scope="col">
                      <span className="vn">A</span> {first.title}
                    </th>
                    <th scope="col">
                      <span className="vn">B</span> {second.title}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ key, label: property, a, b, differs }) => (
                    <tr key={key} className={differs ? 'df' : undefined}>
                      <th scope="row">
                        {property}
                        {differs && <span className="vh"> ({words.compare.different})</span>}
                      </th>
                      <td className="a">
                        <Values fact={a} />
                      </td>
                      <td className="b">
                        <Values fact={b} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            <p className="take">
              <GoTo href={swapped}>{words.compare.swap}</GoTo>
              <GoTo href={href(entityPath(id))}>{words.compare.openB}</GoTo>
              <OpenAsQuery asked={second.answer.asked} />
              <Download
                table={{
                  name: `${id.replace('/', '-')}-compared`,
                  columns: ['property', `A: ${first.title}`, `B: ${second.title}`, words.compare.different],
                  rows: rows.map(({ key, a, b, differs }) => [
                    key.trim(),
                    textsOf(a, words).join(' | '),
                    textsOf(b, words).join(' | '),
                    differs ? 1 : 0,
                  ]),
                }}
              />
            </p>
          </>
        )
      }}
    </Loaded>
  )
}

function Values({ fact }: { readonly fact: Fact | undefined }) {
  const words = useWords()
  if (!fact) return <span className="unstated">{words.values.notStated}</span>
  return (
    <ul>
      {fact.values.map(({ shown }) => (
        <li key={shown.id}>
          <ShownValue statement={shown} />
        </li>
      ))}
    </ul>
  )
}

const textsOf = (fact: Fact | undefined, words: Words): readonly string[] =>
  (fact?.values ?? []).map(({ shown }) => textOf(shown, words)).sort()

function rowsOf(a: readonly Fact[], b: readonly Fact[], words: Words) {
  const keys = [...new Set([...a, ...b].map(({ key }) => key))]
  const text = (fact: Fact | undefined) => textsOf(fact, words).join('\n')
  return keys.map(key => {
    const [left, right] = [a, b].map(facts => facts.find(fact => fact.key === key))
    const either = left ?? right
    return {
      key,
      label: either?.isAlias ? words.entity.alsoCalled : (either?.property.label ?? key),
      a: left,
      b: right,
      differs: text(left) !== text(right),
    }
  })
}
