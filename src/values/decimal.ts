import { Decimal } from 'decimal.js'

/**
 * Enough digits that no sum or conversion of figures that sources state is rounded: 100 before the point and 100 behind
 * it, 21 orders between units either way, and room for a sum to grow.
 */
const Exact = Decimal.clone({ precision: 300, toExpNeg: -1e9, toExpPos: 1e9 })

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i
const maxLength = 100

/**
 * Canonical decimal text: no exponent, no needless zeros, no sign on zero: "45", "0.5", "-3". Undefined where it is no
 * number, or longer than 100 characters, as given or as canonical text: a short exponent does not make a long number.
 */
export function parseDecimal(text: string): string | undefined {
  const trimmed = text.trim()
  if (trimmed.length > maxLength || !plain.test(trimmed)) return undefined
  const canonical = formatExact(new Exact(trimmed))
  return canonical.length > maxLength ? undefined : canonical
}

/** Below, at, or above: negative, 0, positive. */
export function compareDecimals(a: string, b: string): number {
  return new Exact(a).comparedTo(b)
}

export function addDecimals(a: string, b: string): string {
  return formatExact(new Exact(a).plus(b))
}

export function subtractDecimals(a: string, b: string): string {
  return formatExact(new Exact(a).minus(b))
}

export function multiplyDecimals(a: string, b: string): string {
  return formatExact(new Exact(a).times(b))
}

/** Exact where the quotient has an end, else to the 34 digits of a decimal128. */
export function divideDecimals(a: string, b: string): string {
  const quotient = new Exact(a).div(b)
  return formatExact(quotient.precision() < 300 ? quotient : quotient.toSignificantDigits(34))
}

/** A sum divided by how many parts it has. */
export function averageDecimal(sum: string, count: number): string {
  return divideDecimals(sum, String(count))
}

/** The greatest power of ten that is not above the amount: 100 for 450. Undefined for 0, which has none. */
export function orderOfMagnitude(amount: string): string | undefined {
  const exact = new Exact(amount)
  return exact.isZero() ? undefined : formatExact(new Exact(10).pow(exact.e))
}

function formatExact(decimal: Decimal): string {
  return decimal.isZero() ? '0' : decimal.toFixed()
}
