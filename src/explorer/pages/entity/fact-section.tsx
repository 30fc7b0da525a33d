import { useAddress } from '../../address/address.js'
import type { Asked } from '../../client/use-data.js'
import { dateInWords } from '../../parts/edtf.js'
import type { Fact, FactValue } from '../../parts/facts.js'
import { Download, OpenAsQuery } from '../../parts/take.js'
import { isInferred, ShownValue, textOf } from '../../parts/value.js'
import { Rival, WitnessButton } from '../../parts/witness.js'
import { useWords, type Words } from '../../words/words.js'
import type { ShownEntity } from './shown.js'

/** What is stated of the entity: a row for each value, with the editions that say so and what contradicts it. */
export function FactSection({
  entity,
  facts,
  asked,
  isNarrow,
}: {
  readonly entity: ShownEntity
  readonly facts: readonly Fact[]
  readonly asked: Asked
  readonly isNarrow: boolean
}) {
  const words = useWords()
  return (
    <section aria-label={words.entity.facts}>
      <div className="hd">
        <h2>
          {words.entity.facts} <span className="c">{facts.length}</span>
        </h2>
        {!isNarrow && (
          <span className="take">
            <OpenAsQuery asked={asked} />
            <Download table={factTable(entity, facts, words)} />
          </span>
        )}
      </div>
      {facts.length === 0 && <p>{words.entity.none.facts}</p>}
      <dl className="facts">
        {facts.map(fact => (
          <div key={fact.key}>
            <dt>
              {labelOf(fact, words)}
              <Counted fact={fact} />
            </dt>
            {fact.values.map(value => (
              <FactRow key={value.shown.id} label={labelOf(fact, words)} value={value} />
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

export const labelOf = ({ property, isAlias }: Fact, words: Words): string =>
  isAlias ? words.entity.alsoCalled : property.label

function Counted({ fact: { values, property } }: { readonly fact: Fact }) {
  const words = useWords()
  if (property.name !== 'member') return values.length > 3 ? <small>{values.length}</small> : null
  const roles = values.flatMap(({ shown }) => shown.qualifiers.filter(({ name }) => name === 'role'))
  const isUnstated = roles.every(({ value }) => value === 'MEMBER')
  return (
    <small>
      {values.length}
      {isUnstated && `, ${words.values.roleNotStated}`}
    </small>
  )
}

function FactRow({ label, value }: { readonly label: string; readonly value: FactValue }) {
  const { parameters, here, go } = useAddress()
  const { shown, contradicting } = value
  const isOpen = parameters.get('evidence') === shown.id
  const classes = [contradicting.length > 0 ? 'bar' : '', isOpen ? 'opened' : ''].filter(name => name).join(' ')
  return (
    <dd className={classes || undefined}>
      <span>
        <ShownValue statement={shown} />
        <Qualified statement={shown} />
      </span>
      <Stated value={value} />
      <WitnessButton
        label={label}
        value={value}
        isOpen={isOpen}
        onOpen={() => go(here({ evidence: isOpen ? null : shown.id }), { replace: parameters.has('evidence') })}
      />
      {contradicting.length > 0 && (
        <div className="sub">
          {contradicting
            .filter((rival, at, all) => all.findIndex(other => other.asStated === rival.asStated) === at)
            .slice(0, 4)
            .map(rival => (
              <Rival key={rival.id} statement={rival} />
            ))}
        </div>
      )}
    </dd>
  )
}

/** What is shown beside a value: the office, the role, the period. */
function Qualified({ statement: { qualifiers, valid } }: { readonly statement: FactValue['shown'] }) {
  const words = useWords()
  const stated = qualifiers.flatMap(({ name, value }) =>
    name === 'kind' || value === 'MEMBER' ? [] : (words.values.codes[value] ?? value),
  )
  if (valid?.start || valid?.end) stated.push(dateInWords(`${valid.start ?? ''}/${valid.end ?? ''}`, words))
  if (stated.length === 0) return null
  return <span className="as">{stated.join(words.tag === 'en' ? ', ' : '，')}</span>
}

/** The source's own words, if the value is not just them. */
function Stated({ value: { shown } }: { readonly value: FactValue }) {
  const words = useWords()
  const text = textOf(shown, words)
  if (shown.asStated === text || shown.property.name === 'name') return null
  return (
    <span className="as">
      {isInferred(shown) ? words.entity.readFrom : words.entity.statedAs}
      <span className="src" lang={shown.language}>
        {shown.asStated}
      </span>
    </span>
  )
}

function factTable(entity: ShownEntity, facts: readonly Fact[], words: Words) {
  return {
    name: entity.id.replace('/', '-'),
    columns: ['property', 'value', 'stated as', 'language', 'confidence', 'source', 'statement', 'contradicted by'],
    rows: facts.flatMap(({ property, values }) =>
      values.map(({ shown, contradicting }) => [
        property.name,
        textOf(shown, words),
        shown.asStated,
        shown.language,
        shown.confidence,
        shown.edition.source.id,
        shown.id,
        contradicting.map(({ asStated }) => asStated).join(' | '),
      ]),
    ),
  }
}
