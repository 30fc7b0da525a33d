import { formatValue } from '../../values/format-value.js'
import type { ValueForm } from '../../values/parse-value.js'
import type { Value } from '../../values/value.js'
import type { StatementDraft } from '../files/draft.js'
import { unitHint } from './hints.js'
import { figuresIn } from './words-say.js'

/** Whether a value is a number with a fraction that names no unit: such a number counts nothing. */
export function isFractionWithoutUnit(value: Value): boolean {
  if (value.kind !== 'quantity' || value.unit !== 'COUNT' || value.of !== undefined) return false
  return [value.amount, value.upper].some(amount => amount?.includes('.'))
}

/** The unit that the words of the source have for the number, if there are words, and how a unit is given. */
export function missingUnitHint(value: Value, { asStated, quote, isOfTable }: StatementDraft, form: ValueForm): string {
  const words = (asStated ?? quote)?.content ?? ''
  const said = figuresIn(words, form).find(
    ({ read }) =>
      read.kind === 'quantity' &&
      value.kind === 'quantity' &&
      read.amount === value.amount &&
      !isFractionWithoutUnit(read),
  )
  if (said) return `the words say ${formatValue(said.read)}`
  const how = isOfTable ? 'give `unit` to the statement' : 'write the unit behind the number'
  const isOfAnyKind = form.kind === 'quantity' && form.of.length === 0
  return `${how}, ${isOfAnyKind ? 'such as RATIO (a PUE), PERCENT, MW or EFLOPS' : unitHint('', form)}`
}
