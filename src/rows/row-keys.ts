import type { Statement } from '../model/statement.js'
import { labelOrderOf } from '../names/label-order.js'
import { countsSeveral, type PropertyDeclaration } from '../ontology/declaration.js'
import {
  allConflictCount,
  countColumn,
  figureColumns,
  foldedColumn,
  furtherFigureColumns,
  labelOrders,
  orderColumn,
  searchedNames,
  statedDayColumns,
  statedFigureColumn,
  yearColumn,
} from '../ontology/row-keys.js'
import { type ColumnValue, encodeNames, toSortable } from '../store/rows/resolved-rows.js'
import { edtfYear, statedDays } from '../values/edtf.js'
import { isMeasured } from '../values/measured.js'
import { termsKey } from '../values/precision.js'
import { boundsOf } from '../values/quantity.js'
import { decimalKey } from '../values/stored/decimal-key.js'
import { grainsOf } from '../values/stored/grains.js'
import { toBase, unitKindOf } from '../values/unit.js'
import type { Quantity } from '../values/value.js'
import { comparableText } from '../views/lists/compare-rows.js'
import type { EntityView } from '../views/view-reader.js'

type Keys = Record<string, ColumnValue>

/** The columns that the program compares an entity by. */
export function keysOf(entity: EntityView): Keys {
  const keys: Keys = { [allConflictCount]: entity.conflicts().length }
  const plain = labelKeyOf(entity, undefined)
  for (const [column, language] of labelOrders) {
    const key = language === undefined ? plain : labelKeyOf(entity, language)
    // Where it is absent, the one for no language stands in for it.
    if (language === undefined || key !== plain) keys[column] = key
  }
  const names = encodeNames(entity.seen())
  if (names.length > 0) keys[searchedNames] = names
  for (const property of entity.type.properties) Object.assign(keys, keysOfProperty(entity, property))
  return keys
}

/** As `order-entities.ts` has it. */
function labelKeyOf(entity: EntityView, language: string | undefined): string {
  return labelOrderOf(language).keyOf(entity.label(language), entity.type.namesBySound === 'PERSON')
}

function keysOfProperty(entity: EntityView, property: PropertyDeclaration): Keys {
  const { counted } = entity.resolve(property)
  const { id, value, many } = property
  if (counted.length === 0) return {}
  switch (value.kind) {
    case 'text':
    case 'code':
      return value.kind === 'code' && value.values ? {} : keysOfTexts(counted.flatMap(textOf), property)
    case 'date':
      return keysOfDates(counted, property)
    case 'quantity': {
      const figures = counted.flatMap(({ value: stated }) => (stated.kind === 'quantity' ? [stated] : []))
      return many ? {} : keysOfFigures(figures, property)
    }
    case 'entity':
      return many ? { [countColumn(id)]: counted.length } : {}
    case 'geo':
      return {}
  }
}

function textOf({ value }: Statement): readonly string[] {
  return value.kind === 'text' ? [value.text] : value.kind === 'code' ? [value.code] : []
}

function keysOfTexts(texts: readonly string[], property: PropertyDeclaration): Keys {
  const { id, many } = property
  const [first] = texts
  if (first === undefined) return {}
  const folded = texts.map(comparableText)
  return {
    [foldedColumn(id)]: countsSeveral(property) ? [...new Set(folded)] : (folded[0] ?? ''),
    ...(!many && { [orderColumn(id)]: toSortable(first) }),
  }
}

function keysOfDates([first]: readonly Statement[], property: PropertyDeclaration): Keys {
  if (first?.value.kind !== 'date' || countsSeveral(property)) return {}
  const { from, to } = statedDayColumns(property.id)
  const { min, max } = statedDays(first.value.edtf) ?? {}
  const year = edtfYear(first.value.edtf)
  return {
    ...(min !== undefined && { [from]: min }),
    ...(max !== undefined && { [to]: max }),
    ...(year !== undefined && { [yearColumn(property.id)]: String(year) }),
  }
}

function keysOfFigures([first, ...others]: readonly Quantity[], property: PropertyDeclaration): Keys {
  if (!first) return {}
  const names = figureColumns(property.id)
  const { kind, terms, low, high, amount, top } = figureKeys(first)
  const keys: Keys = { [names.terms]: terms, [statedFigureColumn(property.id)]: statedFigure(first) }
  if (kind !== '') keys[names.kind] = kind
  if (low !== '') keys[names.low] = low
  if (high !== noUpperEnd) keys[names.high] = high
  if (amount !== '') Object.assign(keys, grainsIn(first, names) ?? { [names.amount]: amount, [names.top]: top })
  const place = placeOf(first)
  if (place !== undefined) keys[names.order] = place
  if (others.length === 0) return keys
  const further = furtherFigureColumns(property.id)
  const rows = others.map(other => ({ ...figureKeys(other), comparator: other.comparator }))
  for (const part of Object.keys(further) as (keyof typeof further)[]) keys[further[part]] = rows.map(row => row[part])
  return keys
}

function statedFigure({ amount, unit, upper, basis, sparsity, of }: Quantity): string {
  const parts = [amount, unit, upper, basis, sparsity, of]
  return JSON.stringify(parts.slice(0, parts.findLastIndex(part => part !== undefined) + 1))
}

function grainsIn(figure: Quantity, names: ReturnType<typeof figureColumns>): Keys | undefined {
  if (!isMeasured(figure)) return undefined
  const { amount, upper, unit } = figure
  const kind = unitKindOf(unit)
  const least = grainsOf(toBase(amount, unit), kind)
  if (upper === undefined || least === undefined) return least === undefined ? undefined : { [names.grains]: least }
  const greatest = grainsOf(toBase(upper, unit), kind)
  return greatest === undefined ? undefined : { [names.leastGrains]: least, [names.greatestGrains]: greatest }
}

/** Sorts behind the key of every decimal. */
const noUpperEnd = 'z'

/** An end that the figure itself excludes sorts behind the same end that it includes, of the lower ends; of the upper ones before. */
function figureKeys(figure: Quantity) {
  const { unitKind = '', low, lowOpen, high, highOpen } = boundsOf(figure)
  const { amount, upper, unit } = figure
  const keyOf = (stated: string | undefined) =>
    stated === undefined || unit === undefined ? '' : decimalKey(toBase(stated, unit))
  return {
    kind: unitKind,
    terms: termsKey(figure),
    low: low === undefined ? '' : `${decimalKey(low)}${lowOpen ? '+' : ''}`,
    high: high === undefined ? noUpperEnd : `${decimalKey(high)}${highOpen ? '' : '+'}`,
    amount: keyOf(amount),
    top: keyOf(upper ?? amount),
  }
}

function placeOf(figure: Quantity): string | undefined {
  const { unitKind, low, high } = boundsOf(figure)
  const end = low ?? high
  return unitKind === undefined || end === undefined ? undefined : `${unitKind}:${decimalKey(end)}`
}
