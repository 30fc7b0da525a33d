import { lazy, useState } from 'react'
import { entityPath, Go, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { type EntityType, SearchDocument, type SearchQuery } from '../generated/graphql.js'
import { MatchedText, reasonIn } from '../parts/match.js'
import { Section, usePartName } from '../parts/section.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Truncated } from '../parts/truncated.js'
import { Fork } from '../parts/witness.js'
import { Loaded, Nothing, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords, type Words } from '../words/words.js'

const ListPage = lazy(() => import('./list/list-page.js'))
const pageSize = 25

/** What was found, why, and how many there are of each type. Without words, the entities of a type. */
export function SearchPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const query = (parameters.get('q') ?? '').trim().slice(0, 256)
  const type = typeIn(parameters.get('type'), words)
  if (query !== '') return <Results key={`${query} ${type}`} query={query} type={type} />
  if (type) return <ListPage key={type} type={type} />
  return <Start title={words.search.start} />
}

function Start({ title }: { readonly title: string }) {
  const words = useWords()
  useTitle(title)
  return (
    <Nothing title={title} help={words.search.startHelp}>
      <ul className="typelist">
        {Object.entries(words.types).map(([type, [, many]]) => (
          <li key={type}>
            <Go to="/search" with={{ type }}>
              {many}
            </Go>
          </li>
        ))}
      </ul>
    </Nothing>
  )
}

/** The parameter, if it is a type. */
function typeIn(text: string | null, { types }: Words): EntityType | undefined {
  const type = text?.toUpperCase() ?? ''
  return type in types ? (type as EntityType) : undefined
}

function Results({ query, type }: { readonly query: string; readonly type: EntityType | undefined }) {
  const words = useWords()
  const shared = useShared()
  const [first, setFirst] = useState(pageSize)
  const answer = useData(SearchDocument, { ...shared, query, first, ...(type && { types: [type] }) })
  useTitle(`${query}, ${words.search.name}`)
  return (
    <Loaded answer={answer} what={words.search.name}>
      {({ search }) =>
        search.totalCount === 0 && search.facets.length === 0 ? (
          <Nothing title={words.search.none(query)} help={words.search.noneHelp} />
        ) : (
          <>
            <div className="head">
              <h1>{words.search.count(search.totalCount, query)}</h1>
            </div>
            <div className="cols three">
              <Facets facets={search.facets} query={query} type={type} />
              <div>
                {search.ignoredWords.length > 0 && (
                  <p className="note" role="status">
                    {words.search.ignored(search.ignoredWords)}
                  </p>
                )}
                <ol className="res">
                  {search.edges.map(edge => (
                    <Result key={edge.node.id} edge={edge} />
                  ))}
                </ol>
                <Truncated shown={search.edges.length} total={search.totalCount}>
                  <button type="button" className="plain" onClick={() => setFirst(Math.min(100, first + pageSize))}>
                    {words.search.more}
                  </button>
                </Truncated>
              </div>
              <aside className="side">
                <Section label={words.entity.takeAlong}>
                  <h2>{words.entity.takeAlong}</h2>
                  <span className="take">
                    <OpenAsQuery asked={answer.asked} />
                    <Download
                      table={{
                        name: 'search',
                        columns: ['id', 'type', 'label', 'other label', 'matched', 'reason', 'score', 'facts'],
                        rows: search.edges.map(({ node, match, matches, score }) => [
                          node.id,
                          node.type,
                          node.label,
                          node.other,
                          match.text,
                          match.reason,
                          score,
                          matches.map(({ description }) => description).join('; '),
                        ]),
                      }}
                    />
                  </span>
                </Section>
              </aside>
            </div>
          </>
        )
      }
    </Loaded>
  )
}

function Facets({
  facets,
  query,
  type,
}: {
  readonly facets: SearchQuery['search']['facets']
  readonly query: string
  readonly type: EntityType | undefined
}) {
  const words = useWords()
  const nameOf = usePartName()
  const all = facets.reduce((sum, { count }) => sum + count, 0)
  return (
    <aside className="side facets" aria-label={nameOf(words.search.filters)}>
      <section>
        <h2>{words.search.type}</h2>
        <ul className="facet">
          <li>
            <Go to="/search" with={{ q: query }} aria-current={type ? undefined : 'true'}>
              {words.search.allTypes} <span className="n">{all}</span>
            </Go>
          </li>
          {facets.map(facet => (
            <li key={facet.type}>
              <Go
                to="/search"
                with={{ q: query, type: facet.type }}
                aria-current={type === facet.type ? 'true' : undefined}
              >
                {words.types[facet.type]?.[0]} <span className="n">{facet.count}</span>
              </Go>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function Result({ edge: { node, match, matches } }: { readonly edge: SearchQuery['search']['edges'][number] }) {
  const words = useWords()
  return (
    <li>
      <p className="rt">
        <Go to={entityPath(node.id)} className="val" lang={languageOf(node.label)}>
          {match.text === node.label ? <MatchedText match={match} /> : node.label}
        </Go>
        {node.other !== node.label && (
          <>
            {' '}
            <span className="src other" lang={languageOf(node.other)}>
              {match.text === node.other ? <MatchedText match={match} /> : node.other}
            </span>
          </>
        )}{' '}
        {node.openConflictCount > 0 && (
          <span className="tagf">
            <Fork />
            {words.search.conflicts(node.openConflictCount)}
          </span>
        )}
      </p>
      <p className="note">
        <span className="ty">{words.types[node.type]?.[0]}</span> · {words.search.found}{' '}
        {match.reason === 'FACTS' ? matches.map(each => each.description).join('; ') : reasonIn(words, match)}
        {match.reason !== 'FACTS' && match.text !== node.label && match.text !== node.other && (
          <>
            {': '}
            <MatchedText match={match} />
          </>
        )}
      </p>
    </li>
  )
}
