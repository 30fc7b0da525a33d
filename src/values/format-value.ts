import { formatGeoPoint } from './geo-point.js'
import { formatQuantity } from './quantity.js'
import type { Value } from './value.js'

/** The value as a dataset writes it; `parseValue` reads it back. Empty for a quantity without a number, which only the source's words say. */
export function formatValue(value: Value): string {
  switch (value.kind) {
    case 'text':
      return value.text
    case 'quantity':
      return formatQuantity(value)
    case 'date':
      return value.edtf
    case 'entity':
      return value.entity
    case 'geo':
      return formatGeoPoint(value)
    case 'code':
      return value.code
  }
}
