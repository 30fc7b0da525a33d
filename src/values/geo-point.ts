import { parseDecimal } from './decimal.js'
import type { GeoPoint } from './value.js'

const pair = /^([+-]?\d{1,3}(?:\.\d+)?)\s*[,，]\s*([+-]?\d{1,3}(?:\.\d+)?)$/

/** `39.9, 116.4`: latitude, then longitude, decimal degrees. Undefined where it is none, or off the earth. */
export function parseGeoPoint(text: string): GeoPoint | undefined {
  const match = pair.exec(text.normalize('NFKC').trim())
  if (!match) return undefined
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  // Adding 0 makes 0 of -0, which would be another value than the same place written without a sign.
  return { kind: 'geo', latitude: latitude + 0, longitude: longitude + 0 }
}

/** The text that parses back to the point: never with an exponent. */
export function formatGeoPoint({ latitude, longitude }: GeoPoint): string {
  return [latitude, longitude].map(degrees => parseDecimal(String(degrees)) ?? '0').join(', ')
}
