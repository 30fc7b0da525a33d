import { useState } from 'react'
import { GoTo } from '../../address/address.js'
import { Truncated } from '../../parts/truncated.js'
import { languageOf, useWords } from '../../words/words.js'
import type { FacetCount, ListOf } from './lists.js'
import type { ListState } from './state.js'

const shortFacet = 12

/** How many entities have which value, and the links that narrow the list to one. */
export function ListFacets({
  list,
  data,
  labels,
  state,
}: {
  readonly list: ListOf
  readonly data: Parameters<ListOf['facets'][number]['counts']>[0]
  readonly labels: ReadonlyMap<string, string>
  readonly state: ListState
}) {
  const words = useWords()
  const [isWide] = useState(() => matchMedia('(min-width: 1000px)').matches)
  if (list.facets.length === 0) return null
  return (
    <aside className="side facets" aria-label={words.search.filters}>
      <details open={isWide}>
        <summary>{words.search.filters}</summary>
        {list.facets.map(({ property, parameter, counts }) => {
          const chosen = state.valueOf(parameter)
          const found = counts(data)
          if (found.length === 0 && !chosen) return null
          const shown = found.slice(0, shortFacet)
          return (
            <section key={parameter}>
              <h2>{labels.get(property) ?? property}</h2>
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
                      <FacetLabel count={count} /> <span className="n">{words.number(count.count)}</span>
                    </GoTo>
                  </li>
                ))}
              </ul>
              <Truncated shown={shown.length} total={found.length} />
            </section>
          )
        })}
      </details>
    </aside>
  )
}

function FacetLabel({ count: { value, entity } }: { readonly count: FacetCount }) {
  const words = useWords()
  return entity ? (
    <span lang={languageOf(entity.label)}>{entity.label}</span>
  ) : (
    <span>{words.values.codes[value] ?? value}</span>
  )
}
