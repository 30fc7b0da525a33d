import { parseCode } from './code.js'
import { parseGeoPoint } from './geo-point.js'
import { excerpt } from './text.js'
import type { Value } from './value.js'
import { readDate } from './words/read-date.js'
import { parseQuantity } from './words/read-quantity.js'

/** What a property's values are, as far as reading one needs it. */
export type ValueForm =
  | { readonly kind: 'text' }
  | { readonly kind: 'quantity'; readonly of: readonly string[] }
  /** `excel`: whole numbers are serial day numbers of Excel. */
  | { readonly kind: 'date'; readonly excel?: boolean }
  | { readonly kind: 'geo' }
  | { readonly kind: 'code'; readonly values?: readonly string[] }
  | { readonly kind: 'entity'; readonly to: string }

export type ParsedValue =
  | {
      readonly ok: true
      readonly value: Value
      /** A quantity has a numeral that gives no number: an author is warned (`QUANTITY_UNREAD`). */
      readonly unread?: true
      /** Words for an approximation that a range does not keep: 约 of 约60-80 (`WORDS_LEFT_OUT`). */
      readonly leftOut?: string
    }
  | {
      readonly ok: false
      readonly code: 'VALUE_INVALID' | 'CODE_UNKNOWN' | 'UNIT_UNKNOWN' | 'UNIT_UNFIT' | 'EDTF_INVALID'
      readonly fields: Readonly<Record<string, string>>
    }

/** Reads a value as a dataset or its source writes it. Whether a linked entity exists is not checked here. */
export function parseValue(text: string, form: ValueForm, language: string): ParsedValue {
  const trimmed = text.trim()
  const invalid = (expected: string): ParsedValue => ({
    ok: false,
    code: 'VALUE_INVALID',
    fields: { seen: excerpt(text), expected },
  })
  switch (form.kind) {
    case 'text':
      return trimmed === '' ? invalid('a text') : { ok: true, value: { kind: 'text', text: trimmed, language } }
    case 'quantity':
      return parseQuantity(trimmed, form.of)
    case 'date': {
      const date = readDate(trimmed, { excel: form.excel === true })
      return date === undefined
        ? { ok: false, code: 'EDTF_INVALID', fields: { seen: excerpt(text) } }
        : { ok: true, value: { kind: 'date', edtf: date.edtf } }
    }
    case 'geo': {
      const value = parseGeoPoint(trimmed)
      return value ? { ok: true, value } : invalid('a latitude and longitude, such as 39.9, 116.4')
    }
    case 'code': {
      const code = parseCode(trimmed, form.values)
      if (code !== undefined) return { ok: true, value: { kind: 'code', code } }
      return form.values
        ? { ok: false, code: 'CODE_UNKNOWN', fields: { seen: excerpt(text), what: form.values.join(', ') } }
        : invalid('a code')
    }
    case 'entity':
      return trimmed === '' ? invalid('the id of an entity') : { ok: true, value: { kind: 'entity', entity: trimmed } }
  }
}
