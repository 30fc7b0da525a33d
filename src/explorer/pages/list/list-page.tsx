import { useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import type { EntityType } from '../../generated/graphql.js'
import { Loaded, PageTurn, useTitle } from '../../shell/states.js'
import { useShared, useWords } from '../../words/words.js'
import { Conditions } from './conditions.js'
import { GroupTable } from './group-table.js'
import { ListFacets } from './list-facets.js'
import { ListTable } from './list-table.js'
import { lists } from './lists.js'
import { pageSize, useListState } from './state.js'
import { SumTable } from './sum-table.js'

/** The entities of a type, ordered, narrowed, counted and summed by the server. The address has all of it. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function ListPage({ type }: { readonly type: EntityType }) {
  const words = useWords()
  const { here, go } = useAddress()
  const list = lists[type]
  const state = useListState(list, useShared())
  const answer = useData(list.document, { ...state.variables, ...state.page })
  const title = words.types[type]?.[1] ?? type
  useTitle(title)
  return (
    <Loaded answer={answer} what={title}>
      {data => {
        const { totalCount, pageInfo, nodes } = data.list
        const turn = (parameters: Readonly<Record<string, string | null>>) => () => go(here(parameters))
        const labels = new Map(
          data.ontology.types
            .find(each => each.type === type)
            ?.properties.map(({ name, label }) => [name, label] as const),
        )
        return (
          <>
            <div className="head">
              <h1>
                {title} <span className="c">{words.number(totalCount)}</span>
              </h1>
            </div>
            <div className={list.facets.length > 0 ? 'cols list' : undefined}>
              <ListFacets list={list} data={data.list} labels={labels} state={state} />
              <div>
                <Conditions list={list} data={data.list} labels={labels} state={state} />
                <GroupTable list={list} data={data.list} labels={labels} state={state} />
                <SumTable list={list} data={data.list} labels={labels} />
                <ListTable
                  list={list}
                  type={type}
                  nodes={nodes}
                  total={totalCount}
                  labels={labels}
                  state={state}
                  asked={answer.asked}
                />
                {totalCount > 0 && (
                  <PageTurn answer={answer} what={title}>
                    <span>{words.list_.rows(state.row + 1, state.row + nodes.length, totalCount)}</span>
                    {pageInfo.hasPreviousPage && (
                      <button
                        type="button"
                        onClick={turn({
                          before: pageInfo.startCursor,
                          after: null,
                          row: String(Math.max(0, state.row - pageSize) || ''),
                        })}
                      >
                        {words.list_.previous}
                      </button>
                    )}
                    {pageInfo.hasNextPage && (
                      <button
                        type="button"
                        onClick={turn({
                          after: pageInfo.endCursor,
                          before: null,
                          row: String(state.row + nodes.length),
                        })}
                      >
                        {words.list_.next}
                      </button>
                    )}
                  </PageTurn>
                )}
              </div>
            </div>
          </>
        )
      }}
    </Loaded>
  )
}
