import { formatValue } from '../../values/format-value.js'
import type { Quantity } from '../../values/value.js'
import type { Words } from './words.js'

/** The fields of a statement that a model reads: who states it, where, and in which words. Needs `$language`. */
export const citedFragment = `
fragment Cited on Statement {
  id asStated confidence
  property { name label(language: $language) }
  valid { start end }
  qualifiers { name value }
  value {
    __typename
    ... on TextValue { text language }
    ... on Quantity { amount upper unit of comparator precision basis sparsity }
    ... on DateValue { date }
    ... on CodeValue { code }
    ... on GeoPoint { latitude longitude }
    ... on EntityValue { entity { id label(language: $language) } }
  }
  quote { exact fragment }
  edition { id language source { title publisher url published } }
}`

export interface CitedStatement {
  readonly id: string
  readonly asStated: string
  readonly confidence: number
  readonly property: { readonly name: string; readonly label: string }
  readonly valid: { readonly start: string | null; readonly end: string | null } | null
  readonly qualifiers: readonly { readonly name: string; readonly value: string }[]
  readonly value: CitedValue
  readonly quote: { readonly exact: string; readonly fragment: string | null } | null
  readonly edition: {
    readonly id: string
    readonly language: string
    readonly source: {
      readonly title: string
      readonly publisher: string | null
      readonly url: string | null
      readonly published: string | null
    }
  }
}

type CitedValue =
  | { readonly __typename: 'TextValue'; readonly text: string; readonly language: string }
  | ({ readonly __typename: 'Quantity' } & { readonly [Key in keyof Omit<Quantity, 'kind'>]: Quantity[Key] | null })
  | { readonly __typename: 'DateValue'; readonly date: string }
  | { readonly __typename: 'CodeValue'; readonly code: string }
  | { readonly __typename: 'GeoPoint'; readonly latitude: number; readonly longitude: number }
  | { readonly __typename: 'EntityValue'; readonly entity: { readonly id: string; readonly label: string } }

/** `45 EFLOPS`, `河北 (region/hebei)`; with its qualifiers, and the source’s own words if they differ. */
export function factText(statement: CitedStatement, words: Words): string {
  const { asStated, qualifiers, valid, confidence } = statement
  const value = valueText(statement.value, words) || asStated
  const stated = isWorded(statement.value) && asStated !== value ? [`“${asStated}”`] : []
  const beside = qualifiers.map(each => `${words.code(each.name)}: ${words.code(each.value)}`)
  const held = valid ? [[...new Set([valid.start ?? '..', valid.end ?? '..'])].join('/')] : []
  const sure = confidence < 1 ? [words.confidence(confidence)] : []
  const rest = [...stated, ...beside, ...held, ...sure]
  return rest.length === 0 ? value : `${value} [${rest.join('; ')}]`
}

function isWorded({ __typename }: CitedValue): boolean {
  return __typename === 'Quantity' || __typename === 'DateValue'
}

function valueText(value: CitedValue, words: Words): string {
  switch (value.__typename) {
    case 'TextValue':
      return `${value.text} (${value.language})`
    case 'Quantity':
      return formatValue({ kind: 'quantity', ...withoutNulls(value) })
    case 'DateValue':
      return value.date
    case 'CodeValue':
      return words.code(value.code)
    case 'GeoPoint':
      return formatValue({ kind: 'geo', ...value })
    case 'EntityValue':
      return entityText(value.entity)
  }
}

export function entityText({ id, label }: { readonly id: string; readonly label: string }): string {
  return label === id ? id : `${label} (${id})`
}

function withoutNulls(quantity: CitedValue & { __typename: 'Quantity' }) {
  const { amount, upper, unit, of, comparator, precision, basis, sparsity } = quantity
  return {
    comparator: comparator ?? 'EXACTLY',
    ...(amount != null && { amount }),
    ...(upper != null && { upper }),
    ...(unit != null && { unit }),
    ...(of != null && { of }),
    ...(precision != null && { precision }),
    ...(basis != null && basis !== 'UNSTATED' && { basis }),
    ...(sparsity != null && sparsity !== 'UNSTATED' && { sparsity }),
  } as const
}
