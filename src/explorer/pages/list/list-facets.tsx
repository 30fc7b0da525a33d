import { useState } from 'react'
import { GoTo } from '../../address/address.js'
import { usePartName } from '../../parts/section.js'
import { Truncated } from '../../parts/truncated.js'
import { languageOf, useWords } from '../../words/words.js'
import type { FacetCount } from './facets.js'
import type { ListPart, ListState } from './state.js'

const shortFacet = 12

/** How many entities have which value, and the links that narrow the list to one. */
export function ListFacets({ list, data, labels, state }: ListPart) {
  const words = useWords()
  const nameOf = usePartName()
  const [isWide] = useState(() => matchMedia('(min-width: 1000px)').matches)
  if (list.facets.length === 0) return null
  return (
    <aside className="side facets" aria-label={nameOf(words.search.filters)}>
      <details open={isWide}>
        <summary>{words.search.filters}</summary>
        {list.facets.map(({ property, parameter, counts }) => {
          const found = counts(data)
          if (found.length === 0 && !state.valueOf(parameter)) return null
          return (
            <FacetList
              key={parameter}
              title={labels.get(property) ?? property}
              parameter={parameter}
              counts={found}
              state={state}
            />
          )
        })}
      </details>
    </aside>
  )
}

function FacetList({
  title,
  parameter,
  counts,
  state,
}: {
  readonly title: string
  readonly parameter: string
  readonly counts: readonly FacetCount[]
  readonly state: ListState
}) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const chosen = state.valueOf(parameter)
  const shown = isWhole ? counts : counts.slice(0, shortFacet)
  return (
    <section>
      <h2>{title}</h2>
      <ul className="facet">
        {chosen && (
          <li>
            <GoTo href={state.with({ [parameter]: null })}>← {words.conflicts.all}</GoTo>
          </li>
        )}
        {shown.map(count => (
          <li key={count.value}>
            <GoTo
              href={state.with({ [parameter]: count.value })}
              aria-current={chosen === count.value ? 'true' : undefined}
            >
              <GroupLabel group={count} /> <span className="n">{words.number(count.count)}</span>
            </GoTo>
          </li>
        ))}
      </ul>
      <Truncated shown={shown.length} total={counts.length}>
        {!isWhole && (
          <button type="button" className="plain" onClick={() => setWhole(true)}>
            {words.states.showAll}
          </button>
        )}
      </Truncated>
    </section>
  )
}

/** What the entities of a group have in common. */
export function GroupLabel({ group: { value, entity } }: { readonly group: FacetCount }) {
  const words = useWords()
  return entity ? (
    <span lang={languageOf(entity.label)}>{entity.label}</span>
  ) : (
    <span>{words.values.codes[value] ?? value}</span>
  )
}
