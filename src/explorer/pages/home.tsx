import { Fragment } from 'react'
import { Go, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import {
  HoldingsDocument,
  type HoldingsQuery,
  HomeDocument,
  type HomeQuery,
  OpenConflictsDocument,
} from '../generated/graphql.js'
import { groupBy } from '../parts/facts.js'
import { Section } from '../parts/section.js'
import { Cite, Download, OpenAsQuery } from '../parts/take.js'
import { Truncated } from '../parts/truncated.js'
import { SearchBox } from '../shell/search-box.js'
import { Loaded, useTitle } from '../shell/states.js'
import { useShared, useWords } from '../words/words.js'

/** What the graph holds, the questions it was built for, where sources disagree. */
export function HomePage() {
  const words = useWords()
  const answer = useData(HomeDocument, useShared())
  useTitle(words.site)
  return (
    <>
      <div className="head">
        <p className="kind">{words.tagline}</p>
        <h1 lang="zh-Hans">
          算力{' '}
          <span className="lat" lang="en">
            suanli
          </span>
        </h1>
      </div>
      <Loaded answer={answer} what={words.home.holds}>
        {data => (
          <div className="cols">
            <div>
              <Lead data={data} />
              <SearchBox isLarge />
              <Questions data={data} />
              <Disagreements />
              <p className="take foottake">
                <OpenAsQuery asked={answer.asked} />
                <Cite cited={{ id: 'suanli', title: `suanli 算力: ${words.tagline}` }} />
              </p>
            </div>
            <Holdings data={data} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Lead({ data }: { readonly data: HomeQuery }) {
  const { home, number } = useWords()
  const figures = [data.conflicts.totalCount, data.statements.totalCount, data.sources.totalCount].map(number)
  const [conflicts = '', statements = '', sources = ''] = figures
  return (
    <p className="lead">
      {home.lead(conflicts, statements, sources).map((part, at) =>
        // Every second part is a figure.
        at % 2 === 1 ? <strong key={part + String(at)}>{part}</strong> : <Fragment key={part}>{part}</Fragment>,
      )}
    </p>
  )
}

function Questions({ data: { beijing } }: { readonly data: HomeQuery }) {
  const words = useWords()
  const feeding = beijing?.suppliers.nodes.map(({ label }) => label) ?? []
  const questions = [
    {
      to: '/supply',
      question: words.home.whoFeeds,
      answer: feeding.length > 0 ? words.home.whoFeedsAnswer(words.list(feeding)) : '',
    },
    { to: '/source/shobserver-768612', question: words.home.languages, answer: words.home.languagesAnswer },
    { to: '/targets', question: words.home.target, answer: words.home.targetAnswer },
    { to: '/entity/computecentre/aws-us-east-1', question: words.home.where, answer: words.home.whereAnswer },
    {
      to: '/paths',
      with: { from: 'official/tang-jianguo', to: 'region/inner-mongolia' },
      question: words.home.path,
      answer: words.home.pathAnswer,
    },
  ]
  if (!beijing) return <p className="note">{words.states.emptyStore}</p>
  return (
    <Section label={words.home.questions}>
      <h2>{words.home.questions}</h2>
      <ol className="ask">
        {questions.map(({ to, with: added, question, answer }) => (
          <li key={to}>
            <Go to={to} {...(added && { with: added })}>
              {question}
            </Go>
            <p>{answer}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Disagreements() {
  const words = useWords()
  const { other: _, ...shared } = useShared()
  const { data } = useData(OpenConflictsDocument, shared)
  if (!data) return null
  const { conflicts } = data
  const properties = [...groupBy(conflicts.nodes, ({ property }) => property.name)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  if (properties.length === 0) return null
  return (
    <Section label={words.home.disagree}>
      <h2>
        {words.home.disagree} <span className="c">{words.home.open(words.number(conflicts.totalCount))}</span>
      </h2>
      <table className="tb dots">
        <caption className="vh">{words.home.openByProperty}</caption>
        <tbody>
          {properties.map(([id, ofProperty]) => (
            <tr key={id}>
              <th scope="row">
                <Go className="q" to="/conflicts" with={{ property: id }}>
                  {ofProperty[0]?.property.label}
                </Go>
              </th>
              <td className="r">{ofProperty.length}</td>
              <td className="w100">
                <span className="dotrow" aria-hidden="true">
                  {ofProperty.map(conflict => (
                    <i key={conflict.id} />
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Truncated shown={conflicts.nodes.length} total={conflicts.totalCount} />
    </Section>
  )
}

const listsOf = (held: HoldingsQuery) =>
  [
    ['REGION', held.regions],
    ['COMPUTE_CENTRE', held.computeCentres],
    ['COMPANY', held.companies],
    ['BUREAU', held.bureaus],
    ['POLICY_MEASURE', held.policyMeasures],
    ['TARGET', held.targets],
    ['CORRIDOR', held.corridors],
    ['CONFERENCE', held.conferences],
    ['OFFICIAL', held.officials],
  ] as const

function Holdings({ data }: { readonly data: HomeQuery }) {
  const words = useWords()
  const { view } = useAddress()
  const { data: held } = useData(HoldingsDocument, view ? { view } : {})
  const counts = (held ? listsOf(held) : []).filter(([, { totalCount }]) => totalCount > 0)
  const [release] = data.releases.nodes
  return (
    <aside className="side">
      <Section label={words.home.holds}>
        <h2>{words.home.holds}</h2>
        <table className="tb">
          <tbody>
            {counts.map(([type, { totalCount }]) => (
              <tr key={type}>
                <th scope="row">
                  <Go className="q" to="/search" with={{ type }}>
                    {words.types[type]?.[totalCount === 1 ? 0 : 1]}
                  </Go>
                </th>
                <td className="r">{words.number(totalCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {counts.length > 0 && (
          <p className="take">
            <Download
              table={{
                name: 'holdings',
                columns: ['type', 'label', 'count'],
                rows: counts.map(([type, { totalCount }]) => [type, words.types[type]?.[1] ?? type, totalCount]),
              }}
            />
          </p>
        )}
      </Section>
      <Section label={words.home.changed}>
        <h2>{words.home.changed}</h2>
        <p>{words.footer.revision(data.revision)}</p>
        <p>
          <Go to="/changes">{words.home.allChanges}</Go>
        </p>
      </Section>
      <Section label={words.home.release}>
        <h2>{words.home.release}</h2>
        {release ? (
          <p>
            <Go to="/" with={{ release: release.id.replace(/^release\//, '') }}>
              {release.title}
            </Go>{' '}
            · {release.at.slice(0, 10)}
          </p>
        ) : (
          <p>{words.home.noRelease}</p>
        )}
      </Section>
    </aside>
  )
}
