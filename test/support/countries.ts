import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { geoBounds } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

const require = createRequire(import.meta.url)

/** Degrees west, south, east, north; west of a country that crosses the date line is greater than its east. */
export interface Box {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

/**
 * The bounding boxes of countries and territories by the ids of their regions, from Natural Earth (world-atlas): several
 * where islands far away are drawn by themselves.
 */
export async function readCountryBoxes(): Promise<ReadonlyMap<string, readonly Box[]>> {
  const table = fileURLToPath(new URL('../../seeds/world-regions/iso-3166-1.csv', import.meta.url))
  const rows = (await readFile(table, 'utf8')).trim().split('\n').slice(1)
  const slugs = new Map(rows.map(row => row.split(',')).map(([slug = '', , , numeric = '']) => [numeric, slug]))
  const atlas = require('world-atlas/countries-50m.json') as Topology<{
    countries: GeometryCollection
  }>
  const boxes = new Map<string, Box[]>()
  for (const country of feature(atlas, atlas.objects.countries).features) {
    const slug = slugs.get(String(country.id).padStart(3, '0'))
    const [[west, south], [east, north]] = geoBounds(country)
    if (slug !== undefined)
      boxes.set(`region/${slug}`, [...(boxes.get(`region/${slug}`) ?? []), { west, south, east, north }])
  }
  return boxes
}

/** Whether a place lies in a box or less than a degree beside it: the outlines are coarse, and some centres stand on islands. */
export function isNear(
  { latitude, longitude }: { readonly latitude: number; readonly longitude: number },
  { west, south, east, north }: Box,
): boolean {
  if (latitude < south - 1 || latitude > north + 1) return false
  const [from, to] = [west - 1, east + 1]
  return west <= east ? longitude >= from && longitude <= to : longitude >= from || longitude <= to
}
