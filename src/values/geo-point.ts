import { parseDecimal } from './decimal.js'
import type { GeoPoint } from './value.js'

const decimal = /^([+-]?\d{1,3}(?:\.\d+)?)°?\s*[,，]\s*([+-]?\d{1,3}(?:\.\d+)?)°?$/
const sexagesimal =
  /^(\d{1,2})°\s*(?:(\d{1,2})[′']\s*)?(?:(\d{1,2}(?:\.\d+)?)[″"]\s*)?([NS])\s*[,，]?\s*(\d{1,3})°\s*(?:(\d{1,2})[′']\s*)?(?:(\d{1,2}(?:\.\d+)?)[″"]\s*)?([EW])$/

/**
 * `39.9, 116.4`, or `32°35'25"N, 90°05'35"W`: latitude, then longitude. Undefined where it is none, or off the earth.
 * Degrees, minutes and seconds are rounded to a hundred-thousandth of a degree, about a metre.
 */
export function parseGeoPoint(text: string): GeoPoint | undefined {
  // NFKC takes the double prime apart: ″ is ′′.
  const folded = text
    .normalize('NFKC')
    .replace(/′′|''|”/g, '″')
    .trim()
  const [, north, east] = decimal.exec(folded) ?? []
  if (north !== undefined) return onEarth(Number(north), Number(east))
  const parts = sexagesimal.exec(folded)
  if (!parts) return undefined
  const latitude = degreesOf(parts.slice(1, 5))
  const longitude = degreesOf(parts.slice(5, 9))
  return latitude === undefined || longitude === undefined ? undefined : onEarth(latitude, longitude)
}

/** Degrees, minutes, seconds and the side; undefined where there are 60 minutes or seconds. */
function degreesOf([degrees, minutes = '0', seconds = '0', side]: readonly (string | undefined)[]): number | undefined {
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return undefined
  const amount = Number((Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600).toFixed(5))
  return side === 'S' || side === 'W' ? -amount : amount
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
