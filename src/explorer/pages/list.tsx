import { useMemo, useState } from 'react'
import { entityPath, Go } from '../address/address.js'
import { useData } from '../client/use-data.js'
import {
  type EntityLabelFragment,
  type EntityType,
  ListAcceleratorModelsDocument,
  ListBureausDocument,
  ListCompaniesDocument,
  ListComputeCentresDocument,
  ListConferencesDocument,
  ListCorridorsDocument,
  ListOfficialsDocument,
  ListPolicyMeasuresDocument,
  ListRegionsDocument,
  ListTargetsDocument,
  type TypedDocumentString,
} from '../generated/graphql.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Fork } from '../parts/witness.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

interface Listed {
  readonly list: {
    readonly totalCount: number
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
    readonly nodes: readonly EntityLabelFragment[]
  }
}
type Variables = ReturnType<typeof useShared> & { readonly first: number; readonly after?: string }

const documents: Readonly<Record<EntityType, unknown>> = {
  ACCELERATOR_MODEL: ListAcceleratorModelsDocument,
  BUREAU: ListBureausDocument,
  COMPANY: ListCompaniesDocument,
  COMPUTE_CENTRE: ListComputeCentresDocument,
  CONFERENCE: ListConferencesDocument,
  CORRIDOR: ListCorridorsDocument,
  OFFICIAL: ListOfficialsDocument,
  POLICY_MEASURE: ListPolicyMeasuresDocument,
  REGION: ListRegionsDocument,
  TARGET: ListTargetsDocument,
}

type Order = 'label' | 'id' | 'conflicts'

/** The entities of a type, page by page; what a page holds can be sorted, narrowed and downloaded. */
export function ListPage({ type }: { readonly type: EntityType }) {
  const words = useWords()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const after = cursors.at(-1)
  const answer = useData(documents[type] as TypedDocumentString<Listed, Variables>, {
    ...useShared(),
    first: 100,
    ...(after && { after }),
  })
  const title = words.types[type]?.[1] ?? type
  useTitle(title)
  return (
    <Loaded answer={answer} what={title}>
      {({ list }) => (
        <>
          <div className="head">
            <h1>
              {title} <span className="c">{words.number(list.totalCount)}</span>
            </h1>
          </div>
          <ListTable key={after} name={type.toLowerCase()} nodes={list.nodes} asked={answer.asked} />
          {(cursors.length > 0 || list.pageInfo.hasNextPage) && (
            <p className="take" role="status">
              <span>
                {words.list_.rows(cursors.length * 100 + 1, cursors.length * 100 + list.nodes.length, list.totalCount)}
              </span>
              {cursors.length > 0 && (
                <button type="button" onClick={() => setCursors(cursors.slice(0, -1))}>
                  {words.list_.previous}
                </button>
              )}
              {list.pageInfo.hasNextPage && (
                <button type="button" onClick={() => setCursors([...cursors, list.pageInfo.endCursor ?? ''])}>
                  {words.list_.next}
                </button>
              )}
            </p>
          )}
        </>
      )}
    </Loaded>
  )
}

function ListTable({
  name,
  nodes,
  asked,
}: {
  readonly name: string
  readonly nodes: readonly EntityLabelFragment[]
  readonly asked: Parameters<typeof OpenAsQuery>[0]['asked']
}) {
  const words = useWords()
  const [order, setOrder] = useState<Order>('label')
  const [text, setText] = useState('')
  const [isContested, setContested] = useState(false)
  const shown = useMemo(() => {
    const wanted = text.trim().toLowerCase()
    const kept = nodes.filter(
      node =>
        (!isContested || node.openConflictCount > 0) &&
        (wanted === '' || [node.label, node.other, node.id].some(part => part.toLowerCase().includes(wanted))),
    )
    if (order === 'label') return kept
    return [...kept].sort((a, b) =>
      order === 'id' ? a.id.localeCompare(b.id) : b.openConflictCount - a.openConflictCount,
    )
  }, [nodes, text, isContested, order])
  const head = (column: Order, label: string) => (
    <th scope="col" aria-sort={order === column ? (column === 'conflicts' ? 'descending' : 'ascending') : undefined}>
      <button type="button" className="sort" onClick={() => setOrder(column)}>
        {label}
        {order === column && <span aria-hidden="true"> {column === 'conflicts' ? '↓' : '↑'}</span>}
      </button>
    </th>
  )
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line. */}
      <div className="filters" role="group" aria-label={words.search.filters}>
        <label>
          {words.search.filter} <input value={text} onChange={event => setText(event.target.value)} />
        </label>
        <label>
          <input type="checkbox" checked={isContested} onChange={event => setContested(event.target.checked)} />{' '}
          {words.search.contested}
        </label>
        <span className="grow" />
        <span className="take">
          <OpenAsQuery asked={asked} />
          <Download
            table={{
              name,
              columns: ['id', 'label', 'other label', 'conflicts'],
              rows: shown.map(node => [node.id, node.label, node.other, node.openConflictCount]),
            }}
          />
        </span>
      </div>
      <Scroll label={words.entity.table}>
        <table className="tb">
          <thead>
            <tr>
              {head('label', words.list_.label)}
              <th scope="col">{words.list_.other}</th>
              {head('id', 'id')}
              {head('conflicts', words.nav.conflicts)}
            </tr>
          </thead>
          <tbody>
            {shown.map(node => (
              <tr key={node.id}>
                <th scope="row" lang={languageOf(node.label)}>
                  <Go to={entityPath(node.id)} className="q">
                    {node.label}
                  </Go>
                </th>
                <td className="src" lang={languageOf(node.other)}>
                  {node.other === node.label ? '' : node.other}
                </td>
                <td className="id">{node.id}</td>
                <td>
                  {node.openConflictCount > 0 && (
                    <span className="tagf">
                      <Fork /> {node.openConflictCount}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{words.states.truncated(shown.length, nodes.length)}</p>
    </>
  )
}
