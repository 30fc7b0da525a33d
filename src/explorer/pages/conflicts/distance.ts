import { geoDistance } from 'd3-geo'
import type { StatementRowFragment } from '../../generated/graphql.js'
import { grouped } from '../../words/grouped.js'

type Placed = Pick<StatementRowFragment, 'value'>
const earthRadius = 6371

/** Kilometres between two places; undefined if one of the statements gives none. */
export function kilometresBetween({ value: a }: Placed, { value: b }: Placed): number | undefined {
  if (a.__typename !== 'GeoPoint' || b.__typename !== 'GeoPoint') return undefined
  return geoDistance([a.longitude, a.latitude], [b.longitude, b.latitude]) * earthRadius
}

/** The greatest distance between any two places. */
export function apartOf(statements: readonly Placed[]): number | undefined {
  const distances = statements.flatMap((a, at) => statements.slice(at + 1).flatMap(b => kilometresBetween(a, b) ?? []))
  return distances.length > 0 ? Math.max(...distances) : undefined
}

export const kilometresInWords = (distance: number): string =>
  `${distance < 10 ? distance.toFixed(1) : grouped(String(Math.round(distance)))} km`
