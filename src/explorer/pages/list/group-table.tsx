import { GoTo, useAddress } from '../../address/address.js'
import { Scroll } from '../../parts/scroll.js'
import { Section } from '../../parts/section.js'
import { Download } from '../../parts/take.js'
import { Truncated } from '../../parts/truncated.js'
import { quantityText } from '../../parts/value.js'
import { useWords, type Words } from '../../words/words.js'
import type { FacetCount } from './facets.js'
import { GroupLabel } from './list-facets.js'
import { type ListPart, mostGroups } from './state.js'

/** The entities of the list counted by what they have in common, and summed within each group. */
export function GroupTable({ list, data, labels, state }: ListPart) {
  const words = useWords()
  const { go } = useAddress()
  const { group, sum } = state
  if (!group) return null
  const groups = group.counts(data)
  const title = labels.get(group.property) ?? group.property
  // A quantity that no entity of the list states has no sums.
  const summed = list.sums.filter(({ property, sums }) => property === sum?.property || sums(data).length > 0)
  const most = Math.max(1, ...groups.map(({ count }) => count))
  return (
    <Section label={words.list_.groups(title)}>
      <div className="hd">
        <h2>
          {words.list_.groups(title)} <span className="c">{groups.length}</span>
        </h2>
        {summed.length > 0 && (
          <label className="note">
            {words.list_.sum}{' '}
            <select value={sum?.property ?? ''} onChange={event => go(state.with({ sum: event.target.value || null }))}>
              <option value="">{words.list_.notGrouped}</option>
              {summed.map(({ property }) => (
                <option key={property} value={property}>
                  {labels.get(property) ?? property}
                </option>
              ))}
            </select>
          </label>
        )}
        <span className="take">
          <Download
            table={{
              name: `by-${group.property}`,
              columns: [group.property, 'label', 'count', ...(sum ? [sum.property] : [])],
              rows: groups.map(each => [
                each.value,
                each.entity?.label ?? words.values.codes[each.value] ?? each.value,
                each.count,
                ...(sum ? [sumsOf(each, words).join(' | ')] : []),
              ]),
            }}
          />
        </span>
      </div>
      <Scroll label={`${words.list_.groups(title)}, ${words.entity.table}`}>
        <table className="tb groups">
          <thead>
            <tr>
              <th scope="col">{title}</th>
              <th scope="col" className="r">
                {words.list_.count}
              </th>
              <td className="w100" />
              {sum && (
                <th scope="col" className="r">
                  {words.list_.sum}: {labels.get(sum.property) ?? sum.property}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {groups.map(each => (
              <tr key={each.value}>
                <th scope="row">
                  <GoTo className="q" href={state.with({ [group.parameter]: each.value, group: null })}>
                    <GroupLabel group={each} />
                  </GoTo>
                </th>
                <td className="r">{words.number(each.count)}</td>
                <td className="w100">
                  <i className="share" aria-hidden="true" style={{ width: `${(100 * each.count) / most}%` }} />
                </td>
                {sum && (
                  <td className="r">
                    {sumsOf(each, words).map(text => (
                      <div key={text}>{text}</div>
                    ))}
                    {(each.sums ?? []).length === 0 && <span className="unstated">{words.values.notStated}</span>}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{words.list_.groupNote}</p>
      {groups.length === mostGroups && <Truncated shown={mostGroups} total={undefined} />}
    </Section>
  )
}

/** A sum for each number format: formats are never added up. */
const sumsOf = ({ sums = [] }: FacetCount, words: Words): readonly string[] =>
  sums.map(each => {
    const text = quantityText({ ...each, amount: each.sum }, words) ?? ''
    return each.precision === 'UNSTATED' ? text : `${text} @${each.precision}`
  })
