import type { StatementRowFragment } from '../../generated/graphql.js'
import { DateMark } from '../../parts/date-mark.js'
import { type DrawnDate, readEdtf } from '../../parts/edtf.js'
import type { Fact } from '../../parts/facts.js'
import { useWords } from '../../words/words.js'
import type { ShownEntity, ShownLink } from './shown.js'

interface Dated {
  readonly key: string
  readonly label: string
  readonly date: DrawnDate
}

/** When things held in the world: dates stated of the entity, and periods of its links. */
export function TimelineSection({
  facts,
  links,
}: {
  readonly entity: ShownEntity
  readonly facts: readonly Fact[]
  readonly links: readonly ShownLink[]
}) {
  const words = useWords()
  const stated = facts.flatMap(({ property, values }) => values.flatMap(({ shown }) => datesOf(shown, property.label)))
  const linked = links.flatMap(({ statement, from }) => datesOf(statement, from.label))
  const dated = [...stated, ...linked].slice(0, 12)
  return (
    <section aria-label={words.entity.timeline}>
      <h2>{words.entity.timeline}</h2>
      {dated.length === 0 ? (
        <p>{words.entity.none.dates}</p>
      ) : (
        <table className="tb dates">
          <tbody>
            {dated.map(({ key, label, date }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td className="nw">
                  <DateMark date={date} />
                  {date.edtf}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function datesOf(statement: StatementRowFragment, label: string): readonly Dated[] {
  const { value, valid, id } = statement
  const edtf =
    value.__typename === 'DateValue'
      ? value.date
      : valid && (valid.start || valid.end)
        ? `${valid.start ?? ''}/${valid.end ?? ''}`
        : undefined
  const date = edtf === undefined ? undefined : readEdtf(edtf)
  return date ? [{ key: id, label, date }] : []
}
