import { useEffect, useMemo, useRef } from 'react'
import { Go, nodePath, sourcePath, useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import { EvidenceDocument, type StatementRowFragment } from '../../generated/graphql.js'
import type { Fact, FactValue } from '../../parts/facts.js'
import type { Order } from '../../parts/order.js'
import { Cite, OpenAsQuery } from '../../parts/take.js'
import { ShownValue, textOf } from '../../parts/value.js'
import { Fork, LanguageMark } from '../../parts/witness.js'
import { Loaded } from '../../shell/states.js'
import { languageOf, useShared, useWords, type Words } from '../../words/words.js'
import { Editions } from './editions.js'
import { labelOf } from './fact-section.js'
import { isQuoted, type ShownEntity, type ShownLink } from './shown.js'

interface Opened {
  readonly label: string
  readonly value: FactValue
}

/** Why a value is shown: its quote in the text, the other edition beside it, what agrees and what contradicts. */
export function EvidencePanel({
  entity,
  facts,
  incoming,
  order,
  opened,
}: {
  readonly entity: ShownEntity
  readonly facts: readonly Fact[]
  readonly incoming: readonly ShownLink[]
  readonly order: Order
  readonly opened: string
}) {
  const words = useWords()
  const { go, here } = useAddress()
  const panel = useRef<HTMLElement>(null)
  const all = useMemo(() => openable(facts, incoming, words), [facts, incoming, words])
  const at = all.findIndex(({ value }) =>
    [value.shown, ...value.agreeing, ...value.contradicting].some(({ id }) => id === opened),
  )
  const found = all[at]
  const open = (to: number) => {
    const next = all[(to + all.length) % all.length]
    if (next) go(here({ evidence: next.value.shown.id }), { replace: true })
  }
  const close = () => {
    const id = found?.value.shown.id
    go(here({ evidence: null }))
    // The list is drawn afresh; focus goes back to the button that opened the panel.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>(`[data-evidence="${CSS.escape(id ?? '')}"]`)?.focus(),
      ),
    )
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another fact takes focus as the first did.
  useEffect(() => panel.current?.focus({ preventScroll: true }), [opened])
  return (
    <section
      className="ev"
      aria-label={words.evidence.region}
      ref={panel}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the panel takes focus when it opens.
      tabIndex={0}
      onKeyDown={event => {
        if (event.key === 'Escape') close()
        else if (event.target === panel.current && event.key === 'ArrowDown') open(at + 1)
        else if (event.target === panel.current && event.key === 'ArrowUp') open(at - 1)
        else return
        event.preventDefault()
      }}
    >
      <div className="ev-head">
        <h2>{found ? words.evidence.for(found.label) : words.evidence.region}</h2>
        <span className="x">
          <button className="btn" type="button" aria-label={words.evidence.previous} onClick={() => open(at - 1)}>
            ↑
          </button>
          <button className="btn" type="button" aria-label={words.evidence.next} onClick={() => open(at + 1)}>
            ↓
          </button>
          <button className="btn" type="button" onClick={close}>
            {words.evidence.close} <kbd>Esc</kbd>
          </button>
        </span>
      </div>
      {found ? (
        <Evidence entity={entity} {...found} explanation={order.explanations.get(found.value.shown.id)} />
      ) : (
        <p role="status">{words.states.noStatement(opened)}</p>
      )}
    </section>
  )
}

function openable(facts: readonly Fact[], incoming: readonly ShownLink[], words: Words): readonly Opened[] {
  return [
    ...facts.flatMap(fact => fact.values.map(value => ({ label: labelOf(fact, words), value }))),
    ...incoming.map(({ statement }) => ({
      label: statement.property.inverseLabel ?? statement.property.label,
      value: { shown: statement, agreeing: [], contradicting: [], conflictId: undefined },
    })),
  ]
}

function Evidence({
  entity,
  value,
  explanation,
}: Opened & { readonly entity: ShownEntity; readonly explanation: string | undefined }) {
  const words = useWords()
  const { shown, agreeing, contradicting, conflictId } = value
  const ids = [shown, ...agreeing, ...contradicting].map(({ id }) => id).slice(0, 20)
  const answer = useData(EvidenceDocument, { ...useShared(), ids })
  return (
    <>
      <p className="ev-value">
        <ShownValue statement={shown} />
        {shown.asStated !== textOf(shown, words) && (
          <span className="as">
            {words.entity.statedAs}
            <span className="src" lang={shown.language}>
              {shown.asStated}
            </span>
          </span>
        )}
      </p>
      <p className="rule">{explanation ?? ruleSentence(value, entity, words)}</p>
      <p className="srcline">
        <SourceOf statement={shown} />
      </p>
      <Loaded isPart answer={answer} what={words.evidence.region}>
        {({ nodes }) => <Editions value={value} quoted={nodes.filter(isQuoted)} />}
      </Loaded>
      <div className="sides">
        <Side title={words.evidence.says} statements={[shown, ...agreeing]} form="on" />
        {contradicting.length > 0 && <Side title={words.evidence.contradicts} statements={contradicting} form="con" />}
      </div>
      <div className="ev-foot">
        <span className="take">
          <Go to={nodePath(shown.id)}>{words.evidence.statement}</Go>
          <Go to={sourcePath(shown.edition.source.id)}>{words.evidence.source}</Go>
          {conflictId && <Go to={nodePath(conflictId)}>{words.evidence.conflict}</Go>}
          <OpenAsQuery asked={answer.asked} />
          <Cite
            cited={{
              id: shown.id,
              title: `${entity.label}, ${shown.property.label}: ${textOf(shown, words)}`,
            }}
          />
        </span>
        <span className="id">
          {shown.id} · {words.evidence.recorded(shown.recordedAt.slice(0, 10))}
        </span>
      </div>
    </>
  )
}

/**
 * Why one of several values of a property that has many is shown: the API explains which of them comes first, and here
 * the question is which of two that contradict each other counts.
 */
function ruleSentence({ shown, contradicting, conflictId }: FactValue, entity: ShownEntity, words: Words): string {
  const [rival] = contradicting
  if (!rival) return words.rules.agree
  const isTranslation = contradicting.every(({ edition }) => edition.translationOf?.id === shown.edition.id)
  const decision = entity.conflicts.nodes.find(({ id }) => id === conflictId)?.decision
  return [
    (isTranslation ? words.rules.translation : words.rules.view)(shown.asStated, rival.asStated),
    decision ? words.entity.decidedBy(decision.by) : words.rules.undecided,
  ].join(words.tag === 'en' ? ' ' : '')
}

function SourceOf({ statement: { edition } }: { readonly statement: StatementRowFragment }) {
  const words = useWords()
  const { source } = edition
  return (
    <>
      <Go className="src" to={sourcePath(source.id)} lang={languageOf(source.title)}>
        {source.title}
      </Go>
      {source.publisher && <span lang={languageOf(source.publisher)}> · {source.publisher}</span>}
      {' · '}
      {source.published ?? <span className="unstated">{words.evidence.notDated}</span>}
    </>
  )
}

function Side({
  title,
  statements,
  form,
}: {
  readonly title: string
  readonly statements: readonly StatementRowFragment[]
  readonly form: 'on' | 'con'
}) {
  const words = useWords()
  return (
    <div>
      <h3 className={form === 'con' ? 'con' : undefined}>
        {form === 'con' ? <Fork /> : <span className="m on" />}
        {title} <span className="dim">{statements.length}</span>
      </h3>
      {statements.slice(0, 12).map(statement => (
        <div key={statement.id} className="stm">
          <span>
            <LanguageMark language={statement.edition.language} isOriginal={!statement.edition.translationOf} />{' '}
            <Go to={nodePath(statement.id)} className="src q" lang={statement.language}>
              {statement.asStated}
            </Go>
          </span>
          <span className="note">
            {statement.edition.source.publisher ?? statement.edition.source.title},{' '}
            {statement.edition.source.published ?? words.evidence.notDated} ·{' '}
            {words.evidence.confidence(statement.confidence)}
          </span>
        </div>
      ))}
    </div>
  )
}
