import { parseDecimal } from './decimal.js'
import type { GeoPoint } from './value.js'

const decimal = /^([+-]?\d{1,3}(?:\.\d+)?)°?\s*[,，]\s*([+-]?\d{1,3}(?:\.\d+)?)°?$/
/** One of the two, with its side before or behind it: 32°35′25″N, 47.3769° N, N 47.3769. */
const side = /([NSEW])?\s*(?:(\d{1,3})°\s*(?:(\d{1,2})′\s*)?(?:(\d{1,2}(?:\.\d+)?)″\s*)?|(\d{1,3}\.\d+)°?\s*)([NSEW])?/
const sided = new RegExp(`^${side.source}\\s*[,，、;]?\\s*${side.source}$`)
/** As Chinese sources name the sides and the degrees: 北纬32度35分. */
const chineseMarks: Readonly<Record<string, string>> = {
  北纬: 'N',
  南纬: 'S',
  东经: 'E',
  西经: 'W',
  度: '°',
  分: '′',
  秒: '″',
}

/**
 * `39.9, 116.4`, or `32°35'25"N, 90°05'35"W`, or 东经116.4°，北纬39.9°: latitude, then longitude, unless both name their
 * sides. Undefined where it is none, or off the earth. Degrees, minutes and seconds are rounded to a hundred-thousandth
 * of a degree, about a metre.
 */
export function parseGeoPoint(text: string): GeoPoint | undefined {
  // NFKC takes the double prime apart: ″ is ′′.
  const folded = text
    .normalize('NFKC')
    .replace(/[北南]纬|[东西]经|[度分秒]/g, mark => chineseMarks[mark] ?? mark)
    .replace(/′′|''|["”]/g, '″')
    .replace(/['’]/g, '′')
    .replaceAll('−', '-')
    .trim()
  const [, north, east] = decimal.exec(folded) ?? []
  if (north !== undefined) return onEarth(Number(north), Number(east))
  const parts = sided.exec(folded)
  if (!parts) return undefined
  const [first, second] = [degreesOf(parts.slice(1, 7)), degreesOf(parts.slice(7, 13))]
  if (!first || !second || first.isLatitude === second.isLatitude) return undefined
  return first.isLatitude ? onEarth(first.amount, second.amount) : onEarth(second.amount, first.amount)
}

/** Degrees, minutes, seconds and the one side; undefined where there are 60 minutes or seconds, or two sides or none. */
function degreesOf([before, degrees, minutes = '0', seconds = '0', fraction, after]: readonly (string | undefined)[]):
  | { readonly amount: number; readonly isLatitude: boolean }
  | undefined {
  const name = before ?? after
  if (name === undefined || (before !== undefined && after !== undefined)) return undefined
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined
  const whole = Number((Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600).toFixed(5))
  const amount = fraction === undefined ? whole : Number(fraction)
  return { amount: name === 'S' || name === 'W' ? -amount : amount, isLatitude: name === 'N' || name === 'S' }
}

function onEarth(latitude: number, longitude: number): GeoPoint | undefined {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  // Adding 0 makes 0 of -0, which would be another value than the same place written without a sign.
  return { kind: 'geo', latitude: latitude + 0, longitude: longitude + 0 }
}

/** The text that parses back to the point: never with an exponent. */
export function formatGeoPoint({ latitude, longitude }: GeoPoint): string {
  return [latitude, longitude].map(degrees => parseDecimal(String(degrees)) ?? '0').join(', ')
}
