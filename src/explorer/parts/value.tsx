import { entityPath, Go } from '../address/address.js'
import type { EntityLabelFragment, StatementRowFragment, ValuePartsFragment } from '../generated/graphql.js'
import { grouped } from '../words/grouped.js'
import { languageOf, useWords, type Words } from '../words/words.js'
import { dateInWords } from './edtf.js'

/** An entity's label as a link, with its label in the other language beside it. */
export function EntityLink({
  entity,
  alone = false,
}: {
  readonly entity: EntityLabelFragment
  readonly alone?: boolean
}) {
  return (
    <>
      <Go to={entityPath(entity.id)} lang={languageOf(entity.label)} className="q">
        {entity.label}
      </Go>
      {!alone && entity.other !== entity.label && (
        <span className="src other" lang={languageOf(entity.other)}>
          {' '}
          {entity.other}
        </span>
      )}
    </>
  )
}

/** A value as the graph reads it: a link, a name, a date, a quantity. */
export function ShownValue({ statement }: { readonly statement: StatementRowFragment }) {
  const words = useWords()
  const { value } = statement
  if (value.__typename === 'EntityValue')
    return (
      <span className="val">
        <EntityLink entity={value.entity} />
      </span>
    )
  if (value.__typename === 'DateValue')
    return (
      <span className="val">
        <DateText edtf={value.date} />
      </span>
    )
  const text = textOf(statement, words)
  if (isInferred(statement))
    return (
      <span>
        <span className="inferred">{text}</span>
      </span>
    )
  if (/^https?:\/\//.test(text))
    return (
      <span className="val">
        <a href={text} rel="noreferrer">
          {text}
        </a>
      </span>
    )
  return (
    <span className="val" lang={languageOf(text)}>
      {text}
      {value.__typename === 'Quantity' && value.precision && (
        <span className="as">
          {value.precision === 'UNSTATED' ? (
            <span className="unstated">{words.values.precisionUnstated}</span>
          ) : (
            value.precision
          )}
        </span>
      )}
    </span>
  )
}

export function DateText({ edtf }: { readonly edtf: string }) {
  const words = useWords()
  const text = <time dateTime={edtf}>{edtf}</time>
  const inWords = dateInWords(edtf, words)
  return (
    <>
      {/[~?%]/.test(edtf) ? <span className="approx">{text}</span> : text}
      {inWords !== edtf && <span className="as">{inWords}</span>}
    </>
  )
}

/** Values of closed lists are read from the words of a source and not in them. */
export const isInferred = ({ value, property }: StatementRowFragment): boolean =>
  value.__typename === 'CodeValue' && property.values !== null

/** A value as text: for names of controls, tables and files. */
export function textOf({ value, asStated }: Pick<StatementRowFragment, 'value' | 'asStated'>, words: Words): string {
  return valueText(value, words) ?? asStated
}

function valueText(value: ValuePartsFragment, words: Words): string | undefined {
  switch (value.__typename) {
    case 'EntityValue':
      return value.entity.label
    case 'TextValue':
      return value.text
    case 'CodeValue':
      return words.values.codes[value.code] ?? value.code
    case 'DateValue':
      return value.date
    case 'GeoPoint':
      return `${value.latitude}, ${value.longitude}`
    case 'Quantity':
      return quantityText(value, words)
  }
}

interface QuantityParts {
  readonly amount: string | null
  readonly upper?: string | null
  readonly unit: string | null
  readonly comparator: string
}

/** A quantity with its bound in words; undefined if it has no number. */
export function quantityText(
  { amount, upper, unit, comparator }: QuantityParts,
  { values }: Words,
): string | undefined {
  if (amount === null) return undefined
  const number = upper ? values.between(grouped(amount), grouped(upper)) : grouped(amount)
  const bounds: Readonly<Record<string, string>> = {
    ABOUT: values.approximately,
    AT_LEAST: values.atLeast,
    AT_MOST: values.atMost,
    LESS_THAN: values.lessThan,
    MORE_THAN: values.moreThan,
  }
  return [bounds[comparator], number, unit].filter(part => part).join(' ')
}
