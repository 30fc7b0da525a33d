import { entityPath, Go } from '../../address/address.js'
import { viewParameters } from '../../address/view.js'
import { useData } from '../../client/use-data.js'
import { DecisionEffectDocument, type DecisionEffectQuery } from '../../generated/graphql.js'
import { Scroll } from '../../parts/scroll.js'
import { Section } from '../../parts/section.js'
import { textOf } from '../../parts/value.js'
import { languageOf, useShared, useWords, type Words } from '../../words/words.js'
import type { ShownConflict } from './conflict-view.js'
import { kilometresBetween, kilometresInWords } from './distance.js'

type Side = ShownConflict['statements'][number]
type Flip = DecisionEffectQuery['decisionEffect']['flips'][number]

export const letterOf = (at: number): string => String.fromCharCode(65 + at)

/** For each side, and for a dismissal: what the server says that readers of the default view would be shown then. */
export function Effects({
  conflict,
  sides,
  chosen,
}: {
  readonly conflict: ShownConflict
  readonly sides: readonly Side[]
  readonly chosen: string | undefined
}) {
  const words = useWords()
  const present = sides.find(({ id }) => id === chosen)
  const isOfPlaces = sides.some(({ value }) => value.__typename === 'GeoPoint')
  return (
    <Section label={words.conflicts.effect}>
      <h2>{words.conflicts.effect}</h2>
      <Scroll label={`${words.conflicts.effect}, ${words.entity.table}`}>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.conflicts.ifChosen}</th>
              <th scope="col">{words.conflicts.before}</th>
              <th scope="col">{words.conflicts.after}</th>
              {isOfPlaces && (
                <th scope="col" className="r">
                  {words.conflicts.moves}
                </th>
              )}
              <th scope="col">{words.nav.conflicts}</th>
              <th scope="col">{words.conflicts.onItsWord}</th>
            </tr>
          </thead>
          <tbody>
            {sides.map((side, at) => (
              <tr key={side.id}>
                <th scope="row">{letterOf(at)}</th>
                <td>{present && textOf(present, words)}</td>
                <td>
                  <Flips conflict={conflict} present={present} choice={{ chosenId: side.id }} />
                </td>
                {isOfPlaces && <td className="r">{present && movedBy(present, side)}</td>}
                <td>{conflict.status === 'OPEN' ? words.conflicts.closes : words.conflicts.reopens}</td>
                <td>
                  <Go
                    to="/compare"
                    with={{ ...noView, path: entityPath(conflict.subject.id), b: viewOfSide(side, sides) }}
                    aria-label={`${words.nav.compare}: ${letterOf(at)}`}
                  >
                    {words.nav.compare}
                  </Go>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{words.conflicts.dismissal}</th>
              <td>{present && textOf(present, words)}</td>
              <td>
                <Flips conflict={conflict} present={present} choice={{ dismiss: true }} />
              </td>
              {isOfPlaces && <td />}
              <td>{conflict.status === 'OPEN' ? words.conflicts.closes : words.conflicts.reopens}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p className="note">{words.conflicts.effectNote}</p>
    </Section>
  )
}

/** The values that a decision would change, one after the other. */
function Flips({
  conflict,
  present,
  choice,
}: {
  readonly conflict: ShownConflict
  readonly present: Side | undefined
  readonly choice: { readonly chosenId: string } | { readonly dismiss: true }
}) {
  const words = useWords()
  const { language, other } = useShared()
  const { data, failure } = useData(DecisionEffectDocument, { language, other, conflictId: conflict.id, ...choice })
  if (failure) return <span className="unstated">{words.states.failures[failure.code] ?? failure.message}</span>
  if (!data) return <span role="status">…</span>
  const { flips } = data.decisionEffect
  const isOwn = (flip: Flip) => flip.entity.id === conflict.subject.id && flip.property.name === conflict.property.name
  const own = flips.filter(isOwn)
  const changes = conflict.property.many ? changesOfSeveral(conflict, own, present, words) : changesOfOne(own, words)
  const elsewhere = flips.filter(flip => !isOwn(flip))
  if (changes.length === 0 && elsewhere.length === 0) return words.conflicts.same
  return (
    <ul>
      {changes.map(text => (
        <li key={text}>{text}</li>
      ))}
      {elsewhere.map(flip => (
        <li key={`${flip.entity.id} ${flip.property.name} ${flip.before?.id} ${flip.after?.id}`}>
          <Go to={entityPath(flip.entity.id)} className="q" lang={languageOf(flip.entity.label)}>
            {flip.entity.label}
          </Go>
          {words.tag === 'en' ? ', ' : '，'}
          {flip.property.label}
          {words.tag === 'en' ? ': ' : '：'}
          {flip.after ? textOf(flip.after, words) : words.values.notStated}
        </li>
      ))}
    </ul>
  )
}

/** Of a property with one value, or with the joint values of one edition: all values from then on, then those that go. */
function changesOfOne(flips: readonly Flip[], words: Words): readonly string[] {
  const texts = (statements: readonly (Flip['after'] | Flip['before'])[]) => [
    ...new Set(statements.flatMap(statement => (statement ? [textOf(statement, words)] : []))),
  ]
  const won = texts(flips.map(({ after }) => after))
  const lost = texts(flips.map(({ before }) => before)).filter(text => !won.includes(text))
  return flips.length > 1 || won.length === 0 ? [...won, ...lost.map(words.conflicts.without)] : won
}

/** Of a property with several values: the sides that would count from then on, and those that would not. */
function changesOfSeveral(
  { statements }: ShownConflict,
  flips: readonly Flip[],
  present: Side | undefined,
  words: Words,
): readonly string[] {
  const won = statements.filter(({ id }) => id !== present?.id && flips.some(({ after }) => after?.id === id))
  const lost = statements.filter(({ id }) => flips.some(({ before }) => before?.id === id))
  if (won.length === 0) return lost.map(side => words.conflicts.without(textOf(side, words)))
  return won.map(side => (lost.length > 0 ? textOf(side, words) : words.conflicts.also(textOf(side, words))))
}

const noView = Object.fromEntries(viewParameters.map(name => [name, null]))

/** The view that takes a side's word first: of its source, or where both are of one source, of its language. */
function viewOfSide({ edition }: Side, sides: readonly Side[]): string {
  const isOfOneSource = sides.every(side => side.edition.source.id === edition.source.id)
  return isOfOneSource ? `languages=${edition.language}` : `sources=${edition.source.id}`
}

function movedBy(present: Side, side: Side): string {
  const distance = kilometresBetween(present, side)
  if (distance === undefined) return ''
  return distance === 0 ? '—' : kilometresInWords(distance)
}
