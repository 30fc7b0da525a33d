import type { Feature, FeatureCollection, Geometry, MultiLineString } from 'geojson'
import { useEffect, useState } from 'react'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import world from 'world-atlas/countries-110m.json?url'
import china from './china-provinces.topo.json?url'

interface Province {
  readonly id: string
}

/** The shapes that a map is drawn on. */
export interface Ground {
  /** Provinces of China, each with the id that the graph has for it. */
  readonly provinces: ReadonlyMap<string, Feature<Geometry, Province>>
  readonly land: FeatureCollection | Feature
  readonly borders: MultiLineString | Feature | FeatureCollection
}

type Objects = Readonly<Record<string, GeometryCollection<Province>>>

/** The ground of China, read when a map is first shown; undefined until then. See README.md beside this file. */
export const useChina = (): Ground | undefined =>
  useGround(china, topology => {
    const { provinces, land, borders } = topology.objects
    if (!provinces || !land || !borders) throw new Error('the ground lacks an object')
    const features = feature(topology, provinces).features
    return {
      provinces: new Map(features.map(province => [idOf(province), province])),
      land: feature(topology, land),
      borders: feature(topology, borders),
    }
  })

export const useWorld = (): Ground | undefined =>
  useGround(world, topology => {
    const { land, countries } = topology.objects
    if (!land || !countries) throw new Error('the ground lacks an object')
    return {
      provinces: new Map(),
      land: feature(topology, land),
      borders: mesh(topology, countries, (a, b) => a !== b),
    }
  })

const idOf = ({ properties, id }: Feature<Geometry, Province>): string => properties.id ?? String(id)

function useGround(url: string, read: (topology: Topology<Objects>) => Ground): Ground | undefined {
  const [ground, setGround] = useState<Ground>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: how a file is read does not change.
  useEffect(() => {
    const abort = new AbortController()
    void fetch(url, { signal: abort.signal })
      .then(response => response.json() as Promise<Topology<Objects>>)
      .then(topology => setGround(read(topology)))
      // The table beside the map has the same content.
      .catch(() => undefined)
    return () => abort.abort()
  }, [url])
  return ground
}
