import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { entityPath, Go, GoTo, useAddress, usePresentAddress } from '../../address/address.js'
import { client } from '../../client/client.js'
import { useData } from '../../client/use-data.js'
import { GraphDocument, type GraphQuery } from '../../generated/graphql.js'
import { Download, OpenAsQuery } from '../../parts/take.js'
import { Loaded, Nothing, useTitle } from '../../shell/states.js'
import { languageOf, useShared, useWords } from '../../words/words.js'
import { GroupList } from './group-list.js'
import { type GraphModel, type GraphNode, modelOf, type Subgraph } from './model.js'
import { GraphPicture } from './picture.js'

const GraphCanvas = lazy(() => import('./canvas.js'))
const limits = { usual: 200, greatest: 1_000, expansion: 100 } as const

/** What surrounds an entity, grouped by type; groups and entities open on demand. The address has what is open. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function GraphPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const id = parameters.get('id')
  useTitle(words.entity.graph)
  if (!id) return <Nothing title={words.entity.graph} help={words.graph.help} />
  return <Around key={id} id={id} />
}

function Around({ id }: { readonly id: string }) {
  const words = useWords()
  const { parameters, here } = useAddress()
  const shared = useShared()
  const hops = Math.min(3, Math.max(1, Math.trunc(Number(parameters.get('hops'))) || 1))
  const limit = parameters.has('all') ? limits.greatest : limits.usual
  const answer = useData(GraphDocument, { ...shared, id, hops, limit })
  const expanded = useMemo(() => listOf(parameters.get('expand')), [parameters])
  const opened = useMemo(() => listOf(parameters.get('open')), [parameters])
  const further = useExpansions(expanded, shared)
  const { data } = answer
  const present = data?.entity?.id ?? id
  usePresentAddress(present !== id, here({ id: present }))
  const model = useMemo(
    () => data && modelOf(present, [data.neighbourhood, ...further], opened),
    [data, further, opened, present],
  )
  return (
    <Loaded answer={answer} what={words.entity.graph}>
      {({ neighbourhood }) =>
        model ? (
          <Shown
            model={model}
            hops={hops}
            isTruncated={neighbourhood.truncated}
            mayGrow={limit < limits.greatest}
            expanded={expanded}
            opened={opened}
            asked={answer.asked}
          />
        ) : (
          <Nothing title={words.states.noEntity(id)} help={words.states.noEntityHelp} />
        )
      }
    </Loaded>
  )
}

const listOf = (text: string | null): ReadonlySet<string> =>
  new Set((text ?? '').split(',').filter(part => part !== ''))

/** The neighbourhoods of entities that were opened one by one. */
function useExpansions(ids: ReadonlySet<string>, shared: ReturnType<typeof useShared>): readonly Subgraph[] {
  const [parts, setParts] = useState<readonly Subgraph[]>([])
  const key = JSON.stringify([[...ids], shared])
  // biome-ignore lint/correctness/useExhaustiveDependencies: sets and variables with equal content are equal.
  useEffect(() => {
    let isWanted = true
    const ask = async (id: string) => {
      const variables = { ...shared, id, hops: 1, limit: limits.expansion }
      const { data } = await client.query<GraphQuery>(GraphDocument.toString(), variables).toPromise()
      return data ? [data.neighbourhood] : []
    }
    void Promise.all([...ids].slice(0, 20).map(ask)).then(found => isWanted && setParts(found.flat()))
    return () => {
      isWanted = false
    }
  }, [key])
  return parts
}

function Shown({
  model,
  hops,
  isTruncated,
  mayGrow,
  expanded,
  opened,
  asked,
}: {
  readonly model: GraphModel
  readonly hops: number
  readonly isTruncated: boolean
  readonly mayGrow: boolean
  readonly expanded: ReadonlySet<string>
  readonly opened: ReadonlySet<string>
  readonly asked: Parameters<typeof OpenAsQuery>[0]['asked']
}) {
  const words = useWords()
  const { here, go } = useAddress()
  const picture = useRef<SVGSVGElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const hasWebGl = useMemo(() => document.createElement('canvas').getContext('webgl2') !== null, [])
  const { centre } = model
  const groupHref = (type: string) => here({ open: toggled(opened, type) })
  // Nodes that do not overlap must not overlap when nodes are added.
  const apart = [...new Set([...opened, ...model.groups.flatMap(({ type, isOpen }) => (isOpen ? [type] : []))])]
  const expandHref = (id: string) => here({ expand: toggled(expanded, id), open: apart.join(',') })
  const onOpen = (node: GraphNode) => {
    if (node.form === 'group' || node.form === 'heading') go(groupHref(node.type))
    else if (node.form === 'entity') go(expandHref(node.key))
  }
  const title = `${words.entity.graph}: ${centre.label}`
  const drawing = <GraphPicture model={model} title={title} picture={picture} onOpen={onOpen} />
  return (
    <>
      <div className="head">
        <p className="kind">{words.entity.graph}</p>
        <h1 lang={languageOf(centre.label)}>
          <Go to={entityPath(centre.id)} className="q">
            {centre.label}
          </Go>
        </h1>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line. */}
      <div className="filters" role="group" aria-label={words.search.filters}>
        <label>
          {words.graph.steps}{' '}
          <select value={hops} onChange={event => go(here({ hops: event.target.value, expand: null, open: null }))}>
            <option value="1">1</option>
            <option value="2">2</option>
            <option value="3">3</option>
          </select>
        </label>
        <span className="grow" />
        <span className="take">
          <OpenAsQuery asked={asked} />
          <Download
            table={{
              name: `${centre.id.replace('/', '-')}-graph`,
              columns: ['id', 'type', 'label', 'other label', 'links', 'conflicts'],
              rows: model.groups.flatMap(({ members }) =>
                members.map(({ entity, links }) => [
                  entity.id,
                  entity.type,
                  entity.label,
                  entity.other,
                  links.join(' | '),
                  entity.openConflictCount,
                ]),
              ),
            }}
            picture={{
              name: `${centre.id.replace('/', '-')}-graph`,
              ref: picture,
              prepare: () => flushSync(() => setDrawn(true)),
            }}
          />
        </span>
      </div>
      <div className="cols graph">
        <figure>
          <div className="pic">
            {hasWebGl ? (
              <Suspense fallback={<div className="stage" />}>
                <GraphCanvas model={model} title={title} onOpen={onOpen} />
              </Suspense>
            ) : (
              drawing
            )}
          </div>
          {hasWebGl && isDrawn && (
            <div className="vh" aria-hidden="true">
              {drawing}
            </div>
          )}
          <figcaption>
            {words.graph.count(
              model.groups.reduce((sum, { members }) => sum + members.length, 1),
              model.linkCount,
            )}{' '}
            {words.graph.legend}
          </figcaption>
          {isTruncated && (
            <p className="note more" role="status">
              {words.states.truncatedGraph} {mayGrow && <GoTo href={here({ all: '1' })}>{words.states.showAll}</GoTo>}
            </p>
          )}
        </figure>
        <section aria-label={words.graph.asList}>
          <h2>{words.graph.asList}</h2>
          <GroupList model={model} expanded={expanded} groupHref={groupHref} expandHref={expandHref} />
        </section>
      </div>
    </>
  )
}

function toggled(members: ReadonlySet<string>, member: string): string {
  const kept = [...members].filter(each => each !== member)
  return (members.has(member) ? kept : [...kept, member]).join(',')
}
