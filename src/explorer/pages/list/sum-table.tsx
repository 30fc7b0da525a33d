import { Scroll } from '../../parts/scroll.js'
import { Section } from '../../parts/section.js'
import { quantityText } from '../../parts/value.js'
import { grouped } from '../../words/grouped.js'
import { useWords } from '../../words/words.js'
import type { ListOf } from './lists.js'

/** Sums over the whole list, a row for each number format: formats are never added up. */
export function SumTable({
  list,
  data,
  labels,
}: {
  readonly list: ListOf
  readonly data: Parameters<ListOf['sums'][number]['sums']>[0]
  readonly labels: ReadonlyMap<string, string>
}) {
  const words = useWords()
  const rows = list.sums.flatMap(({ property, sums }) => sums(data).map(sum => ({ property, sum })))
  if (rows.length === 0) return null
  return (
    <Section label={words.list_.sums}>
      <h2>{words.list_.sums}</h2>
      <Scroll label={words.list_.sums}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.entity.property}</th>
              <th scope="col">{words.targets.format}</th>
              <th scope="col" className="r">
                {words.list_.figures}
              </th>
              <th scope="col" className="r">
                {words.list_.sum}
              </th>
              <th scope="col" className="r">
                {words.list_.least}
              </th>
              <th scope="col" className="r">
                {words.list_.greatest}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ property, sum }) => (
              <tr key={`${property} ${sum.unit} ${sum.precision}`}>
                <th scope="row">{labels.get(property) ?? property}</th>
                <td>
                  {sum.precision === 'UNSTATED' ? (
                    <span className="unstated">{words.values.notStated}</span>
                  ) : (
                    sum.precision
                  )}
                </td>
                <td className="r">{words.number(sum.count)}</td>
                <td className="r">{quantityText({ ...sum, amount: sum.sum }, words)}</td>
                <td className="r">{grouped(sum.min)}</td>
                <td className="r">{grouped(sum.max)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{words.list_.sumNote}</p>
    </Section>
  )
}
