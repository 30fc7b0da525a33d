import { useDeferredValue, useMemo } from 'react'
import { entityPath, Go, sourcePath, useAddress, usePresentAddress } from '../address/address.js'
import { useAllPages } from '../client/read-all.js'
import { useData } from '../client/use-data.js'
import { EntityPageDocument, EntityStatementsDocument, NeighbourhoodDocument } from '../generated/graphql.js'
import { factsOf } from '../parts/facts.js'
import { orderOf } from '../parts/order.js'
import { Cite } from '../parts/take.js'
import { Loaded, Nothing, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'
import { ConflictSection } from './entity/conflict-section.js'
import { EvidencePanel } from './entity/evidence-panel.js'
import { FactSection } from './entity/fact-section.js'
import { GraphSection } from './entity/graph-section.js'
import { LinkSection } from './entity/link-section.js'
import { MarkedLabel } from './entity/marked-label.js'
import type { ShownEntity } from './entity/shown.js'
import { StatementSection } from './entity/statement-section.js'
import { TimelineSection } from './entity/timeline-section.js'

/** One entity: what is stated of it, by whom, and what contradicts it. */
export function EntityPage({ id }: { readonly id: string }) {
  const words = useWords()
  const answer = useData(EntityPageDocument, { ...useShared(), id })
  const present = answer.data?.entity?.id ?? id
  usePresentAddress(present !== id, useAddress().href(entityPath(present)))
  return (
    <Loaded answer={answer} what={words.entity.facts}>
      {({ entity }) => (entity ? <Entity entity={entity} asked={answer.asked} /> : <NoEntity id={id} />)}
    </Loaded>
  )
}

function NoEntity({ id }: { readonly id: string }) {
  const words = useWords()
  useTitle(words.states.noEntity(id))
  return <Nothing title={words.states.noEntity(id)} help={words.states.noEntityHelp} />
}

/** Statements that the page reads at most. */
const mostStatements = 2_000
const noPage = { totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] }

/** An entity with all its statements: the first hundred come with it, and any others after them. */
function useWhole(read: ShownEntity): ShownEntity {
  const { totalCount, nodes } = read.statements
  const all = useAllPages(
    EntityStatementsDocument,
    { ...useShared(), id: read.id },
    ({ entity }) => entity?.statements ?? noPage,
    nodes.length < totalCount ? mostStatements : 0,
  )
  return useMemo(
    () =>
      all && all.nodes.length > nodes.length ? { ...read, statements: { totalCount, nodes: [...all.nodes] } } : read,
    [read, all, nodes, totalCount],
  )
}

function Entity({
  entity: read,
  asked,
}: {
  readonly entity: ShownEntity
  readonly asked: Parameters<typeof FactSection>[0]['asked']
}) {
  const words = useWords()
  const { parameters } = useAddress()
  const entity = useWhole(read)
  useTitle(entity.label)
  const order = useMemo(() => orderOf(entity.resolutions), [entity])
  const facts = useMemo(() => factsOf(entity.statements.nodes, entity.conflicts.nodes, order.places), [entity, order])
  // The facts are there first: what links to the entity is read, and the other sections are drawn, after them.
  const isLater = useDeferredValue(true, false)
  const { data } = useData(NeighbourhoodDocument, { ...useShared(), id: entity.id }, { pause: !isLater })
  const incoming = useMemo(
    () =>
      (data?.neighbourhood.links ?? []).flatMap(({ reversed, from, to, statement }) =>
        reversed && from.id === entity.id ? [{ statement, from: to }] : [],
      ),
    [data, entity],
  )
  const opened = parameters.get('evidence')
  const isPanelOpen = opened !== null
  const head = (
    <div className="head">
      <p className="kind">
        <span>{words.types[entity.type]?.[0]}</span>
        <span className="id">{entity.id}</span>
      </p>
      <h1 lang={languageOf(entity.label)}>
        <MarkedLabel label={entity.label} facts={facts} />
      </h1>
      {entity.other !== entity.label && (
        <p className="alt-label" lang={languageOf(entity.other)}>
          <MarkedLabel label={entity.other} facts={facts} />
        </p>
      )}
    </div>
  )
  const factSection = <FactSection entity={entity} facts={facts} asked={asked} isNarrow={isPanelOpen} />
  if (isPanelOpen)
    return (
      <div className="split">
        <div className="behind">
          {head}
          {factSection}
        </div>
        <EvidencePanel entity={entity} facts={facts} incoming={incoming} order={order} opened={opened} />
      </div>
    )
  return (
    <>
      {head}
      <div className="cols">
        <div>
          {factSection}
          {isLater && (
            <>
              <LinkSection entity={entity} links={incoming} isTruncated={data?.neighbourhood.truncated ?? false} />
              <ConflictSection entity={entity} facts={facts} />
              <GraphSection entity={entity} facts={facts} links={incoming} />
              <StatementSection entity={entity} />
            </>
          )}
        </div>
        <aside className="side">
          <Legend />
          {isLater && (
            <>
              <Sources entity={entity} />
              <TimelineSection entity={entity} facts={facts} links={incoming} />
              <TakeAlong entity={entity} />
            </>
          )}
        </aside>
      </div>
    </>
  )
}

function Legend() {
  const { entity, values } = useWords()
  return (
    <section aria-label={entity.howToRead}>
      <h2>{entity.howToRead}</h2>
      <ul className="legend">
        <li>
          <i className="w on">中</i> {entity.shown}
        </li>
        <li>
          <i className="w">EN</i> {entity.agrees}
        </li>
        <li>
          <i className="w no">
            <svg className="g" viewBox="0 0 12 12" aria-hidden="true">
              <path d="M0 6H4L11 1.2M4 6L11 10.8" fill="none" stroke="currentColor" strokeWidth="1.7" />
            </svg>
            EN
          </i>{' '}
          {entity.contradicts}
        </li>
        <li>
          <span className="inferred">{values.codes.PROPOSED}</span> {entity.inferred}
        </li>
      </ul>
    </section>
  )
}

function Sources({ entity }: { readonly entity: ShownEntity }) {
  const words = useWords()
  const sources = [
    ...new Map(entity.statements.nodes.map(({ edition }) => [edition.source.id, edition.source])).values(),
  ]
  return (
    <section aria-label={words.entity.sources}>
      <h2>
        {words.entity.sources} <span className="c">{sources.length}</span>
      </h2>
      <ul className="sourcelist">
        {sources.slice(0, 8).map(source => (
          <li key={source.id}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SourceLine({ source }: { readonly source: ShownEntity['statements']['nodes'][number]['edition']['source'] }) {
  const words = useWords()
  return (
    <>
      <Go className="src" to={sourcePath(source.id)} lang={languageOf(source.title)}>
        {source.title}
      </Go>
      <br />
      {source.publisher && (
        <>
          <span lang={languageOf(source.publisher)}>{source.publisher}</span>
          {', '}
        </>
      )}
      {source.published ?? <span className="unstated">{words.evidence.notDated}</span>}
    </>
  )
}

function TakeAlong({ entity }: { readonly entity: ShownEntity }) {
  const words = useWords()
  return (
    <section aria-label={words.entity.takeAlong}>
      <h2>{words.entity.takeAlong}</h2>
      <span className="take">
        <Cite cited={{ id: entity.id, title: entity.label }} />
        <button type="button" onClick={() => print()}>
          {words.take.print}
        </button>
      </span>
      <p className="id">{entity.id}</p>
      {entity.formerIds.length > 0 && (
        <p className="id">
          {words.entity.formerIds}: {entity.formerIds.join(', ')}
        </p>
      )}
    </section>
  )
}
