import { useId } from 'react'
import { GoTo, useAddress } from '../../address/address.js'
import { usePartName } from '../../parts/section.js'
import { useWords } from '../../words/words.js'
import type { FacetCount } from './facets.js'
import type { ListPart } from './state.js'

/** Conditions that a reader types: words of the name, linked entities, periods; and how the list is grouped. */
export function Conditions({ list, data, labels, state }: ListPart) {
  const words = useWords()
  const nameOf = usePartName()
  const { go } = useAddress()
  const typed = list.facets.filter(({ kind }) => kind === 'link' || kind === 'date')
  const labelOf = (property: string) => labels.get(property) ?? property
  return (
    <form
      className="filters"
      aria-label={nameOf(words.search.filters)}
      key={state.text + typed.map(({ parameter }) => state.valueOf(parameter)).join()}
      onSubmit={event => {
        event.preventDefault()
        const given = new FormData(event.currentTarget)
        const text = (name: string) => String(given.get(name) ?? '').trim() || null
        const conditions = typed.map(({ kind, parameter }) => [
          parameter,
          kind === 'date' ? periodOf(text(`${parameter} from`), text(`${parameter} to`)) : text(parameter),
        ])
        go(state.with({ name: text('name'), ...Object.fromEntries(conditions) }))
      }}
    >
      <label>
        {words.list_.nameHas} <input name="name" type="search" maxLength={256} defaultValue={state.text} />
      </label>
      {typed.map(({ kind, property, parameter, counts }) =>
        kind === 'date' ? (
          <PeriodInput
            key={parameter}
            label={labelOf(property)}
            parameter={parameter}
            period={state.valueOf(parameter) ?? ''}
          />
        ) : (
          <LinkInput
            key={parameter}
            label={labelOf(property)}
            parameter={parameter}
            value={state.valueOf(parameter) ?? ''}
            suggested={counts(data)}
          />
        ),
      )}
      <label>
        <input
          type="checkbox"
          checked={state.isContested}
          onChange={event => go(state.with({ contested: event.target.checked ? '1' : null }))}
        />{' '}
        {words.search.contested}
      </label>
      <button type="submit" className="btn">
        {words.search.filter}
      </button>
      {state.isNarrowed && <GoTo href={state.cleared}>{words.conflicts.clear}</GoTo>}
      <span className="grow" />
      <label>
        {words.list_.groupBy}{' '}
        <select
          value={state.group?.parameter ?? ''}
          onChange={event => go(state.with({ group: event.target.value || null }))}
        >
          <option value="">{words.list_.notGrouped}</option>
          {list.facets.map(({ parameter, property }) => (
            <option key={parameter} value={parameter}>
              {labelOf(property)}
            </option>
          ))}
        </select>
      </label>
    </form>
  )
}

/** The linked entity: its id or words of its name, with those of the list as suggestions. */
function LinkInput({
  label,
  parameter,
  value,
  suggested,
}: {
  readonly label: string
  readonly parameter: string
  readonly value: string
  readonly suggested: readonly FacetCount[]
}) {
  const words = useWords()
  const id = useId()
  return (
    <label>
      {label}{' '}
      <input
        name={parameter}
        type="search"
        maxLength={256}
        list={id}
        defaultValue={value}
        placeholder={words.list_.nameOrId}
      />
      <datalist id={id}>
        {suggested.map(({ value: each, entity }) => (
          <option key={each} value={each} label={entity?.label} />
        ))}
      </datalist>
    </label>
  )
}

function PeriodInput({
  label,
  parameter,
  period,
}: {
  readonly label: string
  readonly parameter: string
  readonly period: string
}) {
  const words = useWords()
  const [from = '', to = from] = period.split('/')
  const bound = (text: string) => (text === '..' ? '' : text)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line.
    <span className="period" role="group" aria-label={label}>
      {label}{' '}
      <input
        name={`${parameter} from`}
        aria-label={words.list_.from(label)}
        defaultValue={bound(from)}
        placeholder="2020"
        maxLength={10}
      />
      –
      <input
        name={`${parameter} to`}
        aria-label={words.list_.until(label)}
        defaultValue={bound(to)}
        placeholder="2024-06"
        maxLength={10}
      />
    </span>
  )
}

/** A period as EDTF; an end that is not given is open. */
function periodOf(from: string | null, to: string | null): string | null {
  if (from === null && to === null) return null
  return from === to ? from : `${from ?? '..'}/${to ?? '..'}`
}
