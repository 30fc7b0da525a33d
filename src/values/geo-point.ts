import type { GeoPoint } from './value.js'

const pair = /^([+-]?\d{1,3}(?:\.\d+)?)\s*[,，]\s*([+-]?\d{1,3}(?:\.\d+)?)$/

/** `39.9, 116.4`: latitude, then longitude, decimal degrees. Undefined where it is none, or off the earth. */
export function parseGeoPoint(text: string): GeoPoint | undefined {
  const match = pair.exec(text.normalize('NFKC').trim())
  if (!match) return undefined
  const [latitude, longitude] = [Number(match[1]), Number(match[2])]
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined
  return { kind: 'geo', latitude, longitude }
}

export function formatGeoPoint({ latitude, longitude }: GeoPoint): string {
  return `${latitude}, ${longitude}`
}
