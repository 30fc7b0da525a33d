import { entityPath, Go, GoTo } from '../../address/address.js'
import type { Table } from '../../client/download.js'
import { readPages } from '../../client/read-all.js'
import type { Asked } from '../../client/use-data.js'
import type { EntityLabelFragment, EntityType } from '../../generated/graphql.js'
import { Scroll } from '../../parts/scroll.js'
import { Download, OpenAsQuery } from '../../parts/take.js'
import { DateText, EntityLink, quantityText } from '../../parts/value.js'
import { Fork } from '../../parts/witness.js'
import { languageOf, useWords, type Words } from '../../words/words.js'
import type { Cell, ListOf } from './lists.js'
import { type ListState, pageSize } from './state.js'

/** A page of the list, its conditions above it, and the whole list as files. */
export function ListTable({
  list,
  type,
  nodes,
  total,
  labels,
  state,
  asked,
}: {
  readonly list: ListOf
  readonly type: EntityType
  readonly nodes: readonly EntityLabelFragment[]
  readonly total: number
  readonly labels: ReadonlyMap<string, string>
  readonly state: ListState
  readonly asked: Asked
}) {
  const words = useWords()
  // A column that no entity of the page has a value for says nothing.
  const columns = list.columns.filter(({ cell, order }) => order === state.sort.field || nodes.some(node => cell(node)))
  const hasOther = nodes.some(node => node.other !== node.label)
  return (
    <>
      <p className="take wholelist">
        <OpenAsQuery asked={asked} />
        <Download table={() => wholeTable(list, type, state, labels, words)} />
      </p>
      {total === 0 ? (
        <p className="lead">
          {state.isNarrowed ? words.list_.none : words.states.emptyViewHelp}{' '}
          {state.isNarrowed && <GoTo href={state.cleared}>{words.conflicts.clear}</GoTo>}
        </p>
      ) : (
        <Scroll label={words.entity.table}>
          <table className="tb">
            <thead>
              <tr>
                <SortHead field="LABEL" label={words.list_.label} state={state} />
                {hasOther && <th scope="col">{words.list_.other}</th>}
                {columns.map(({ property, order }) => (
                  <SortHead key={property} field={order} label={labels.get(property) ?? property} state={state} />
                ))}
                <th scope="col">id</th>
                <th scope="col">{words.nav.conflicts}</th>
              </tr>
            </thead>
            <tbody>
              {nodes.map(node => (
                <tr key={node.id}>
                  <th scope="row" lang={languageOf(node.label)}>
                    <Go to={entityPath(node.id)} className="q">
                      {node.label}
                    </Go>
                  </th>
                  {hasOther && (
                    <td className="src" lang={languageOf(node.other)}>
                      {node.other === node.label ? '' : node.other}
                    </td>
                  )}
                  {columns.map(({ property, cell }) => (
                    <td key={property}>
                      <CellContent cell={cell(node)} />
                    </td>
                  ))}
                  <td className="id nw">{node.id}</td>
                  <td>
                    {node.openConflictCount > 0 && (
                      <Go to="/conflicts" with={{ subject: node.id }} className="tagf">
                        <Fork /> {node.openConflictCount}
                      </Go>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}

function SortHead({
  field,
  label,
  state: { sort, with: address },
}: {
  readonly field: string | undefined
  readonly label: string
  readonly state: ListState
}) {
  if (!field) return <th scope="col">{label}</th>
  const isSorted = sort.field === field
  const isDescending = sort.direction === 'DESC'
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? 'descending' : 'ascending') : undefined}>
      <GoTo
        className="sort"
        replace
        href={address({
          sort: field === 'LABEL' ? null : field,
          direction: isSorted && !isDescending ? 'DESC' : null,
        })}
      >
        {label}
        {isSorted && <span aria-hidden="true"> {isDescending ? '↓' : '↑'}</span>}
      </GoTo>
    </th>
  )
}

function CellContent({ cell }: { readonly cell: Cell | undefined }) {
  const words = useWords()
  switch (cell?.kind) {
    case undefined:
      return null
    case 'link':
      return (
        <>
          {cell.entities.map((entity, at) => (
            <span key={entity.id}>
              {at > 0 && words.supply.comma}
              <EntityLink entity={entity} alone />
            </span>
          ))}
          {(cell.more ?? 0) > 0 && ` +${cell.more}`}
        </>
      )
    case 'date':
      return <DateText edtf={cell.edtf} />
    case 'quantity':
      return <span className="nw">{cellText(cell, words)}</span>
    case 'code':
      return cellText(cell, words)
  }
}

/** A cell as text, with the number format of a quantity. */
function cellText(cell: Cell, words: Words): string {
  switch (cell.kind) {
    case 'link':
      return cell.entities.map(({ label }) => label).join(' | ')
    case 'date':
      return cell.edtf
    case 'quantity': {
      const { quantity } = cell
      const text = quantityText(quantity, words) ?? quantity.asStated ?? ''
      return quantity.precision && quantity.precision !== 'UNSTATED' ? `${text} @${quantity.precision}` : text
    }
    case 'code':
      return words.values.codes[cell.code] ?? cell.code
  }
}

/** Every row that meets the conditions, read page by page. */
async function wholeTable(
  list: ListOf,
  type: EntityType,
  state: ListState,
  labels: ReadonlyMap<string, string>,
  words: Words,
): Promise<Table> {
  const nodes: EntityLabelFragment[] = []
  const variables = { ...state.variables, first: pageSize, groups: 0 }
  for await (const page of readPages(list.document, variables, answer => answer.list)) nodes.push(...page.nodes)
  return {
    name: type.toLowerCase().replaceAll('_', '-'),
    columns: [
      'id',
      words.list_.label,
      words.list_.other,
      ...list.columns.map(({ property }) => labels.get(property) ?? property),
      words.nav.conflicts,
    ],
    rows: nodes.map(node => [
      node.id,
      node.label,
      node.other,
      ...list.columns.map(({ cell }) => {
        const shown = cell(node)
        return shown ? cellText(shown, words) : null
      }),
      node.openConflictCount,
    ]),
  }
}
