import { geoConicConformal, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry } from 'geojson'
import { type RefObject, useMemo } from 'react'
import { languageOf } from '../words/words.js'
import { useChina } from './ground.js'

export interface Place {
  readonly id: string
  readonly label: string
  readonly at: readonly [longitude: number, latitude: number] | undefined
  readonly form: 'consumer' | 'supplier' | 'contested' | 'rival'
  /** The words of the edition: 蒙. */
  readonly note?: string
}

const width = 760
const height = 560

/** Regions that feed another, on the ground of China. A region without a place is in a labelled box at the edge. */
export function SupplyMap({
  places,
  title,
  noPlace,
  picture,
}: {
  readonly places: readonly Place[]
  readonly title: string
  readonly noPlace: string
  readonly picture: RefObject<SVGSVGElement | null>
}) {
  const ground = useChina()
  const drawn = useMemo(() => {
    if (!ground) return undefined
    const shapes = places.flatMap(({ id }) => ground.provinces.get(id) ?? [])
    const points = places.flatMap(({ at }) =>
      at
        ? [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...at] } } satisfies Feature]
        : [],
    )
    const shown: FeatureCollection<Geometry> = { type: 'FeatureCollection', features: [...shapes, ...points] }
    const projection = geoConicConformal()
      .parallels([25, 47])
      .rotate([-108, 0])
      .fitExtent(
        [
          [30, 30],
          [width - 30, height - 50],
        ],
        shown.features.length > 0 ? shown : ground.land,
      )
      .clipExtent([
        [0, 0],
        [width, height],
      ])
    const path = geoPath(projection)
    const pointOf = (place: Place) => {
      const shape = ground.provinces.get(place.id)
      const point = place.at ? projection([...place.at]) : shape ? path.centroid(shape) : undefined
      return point ? ([point[0], point[1]] as const) : undefined
    }
    return { path, pointOf }
  }, [ground, places])
  if (!ground || !drawn) return <div className="mapspace" />
  const { path, pointOf } = drawn
  const consumer = places.find(({ form }) => form === 'consumer')
  const centre = consumer && pointOf(consumer)
  const placed = places.flatMap(place => {
    const point = pointOf(place)
    return point ? [{ place, point }] : []
  })
  const unplaced = places.filter(place => !pointOf(place))
  return (
    <svg ref={picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <defs>
        <pattern id="contested" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V7" stroke="var(--conflict)" strokeWidth="1.2" opacity=".38" />
        </pattern>
      </defs>
      <rect width={width} height={height} fill="var(--sea)" />
      <path d={path(ground.land) ?? ''} fill="var(--land)" />
      {[...ground.provinces].map(([id, shape]) => (
        <path key={id} d={path(shape) ?? ''} fill="none" stroke="var(--rule-2)" strokeWidth=".6" />
      ))}
      <path
        d={path(ground.borders) ?? ''}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth=".9"
        strokeDasharray="5 2 1 2"
      />
      {places.map(({ id, form }) => {
        const shape = ground.provinces.get(id)
        return shape ? <path key={id} d={path(shape) ?? ''} {...fillOf(form)} /> : null
      })}
      {centre &&
        placed
          .filter(({ place }) => place !== consumer)
          .map(({ place, point }) => (
            <path
              key={place.id}
              d={curve(point, centre)}
              fill="none"
              stroke={place.form === 'supplier' ? 'var(--ink)' : 'var(--conflict)'}
              strokeWidth={place.form === 'contested' ? 2.4 : 1.8}
              strokeDasharray={place.form === 'rival' ? '5 4' : undefined}
            />
          ))}
      {placed.map(({ place, point: [x, y] }) => {
        const isLeft = centre !== undefined && x < centre[0]
        return (
          <g key={place.id}>
            <circle
              cx={x}
              cy={y}
              r={place === consumer ? 6.5 : 4}
              fill={place === consumer ? 'var(--accent)' : place.form === 'supplier' ? 'var(--ink)' : 'var(--conflict)'}
              stroke="var(--paper)"
              strokeWidth="1.3"
            />
            <text
              className="h halo"
              x={place === consumer ? x - 11 : isLeft ? x - 10 : x + 10}
              y={place === consumer ? y - 10 : y + 5}
              textAnchor={place === consumer || isLeft ? 'end' : 'start'}
              lang={languageOf(place.label)}
              stroke="var(--paper)"
              strokeWidth="3"
              paintOrder="stroke"
            >
              {place.label}
            </text>
            {place.note && (
              <text
                className="cf halo"
                x={isLeft ? x - 10 : x + 10}
                y={y + 21}
                textAnchor={isLeft ? 'end' : 'start'}
                stroke="var(--paper)"
                strokeWidth="3"
                paintOrder="stroke"
              >
                {place.note}
              </text>
            )}
          </g>
        )
      })}
      {unplaced.map((place, at) => {
        const [x, y] = [width - 176, height - 66 - at * 60]
        return (
          <g key={place.id}>
            {centre && (
              <path
                d={`M${centre[0]} ${centre[1]}Q${x + 80} ${centre[1] - 10} ${x + 80} ${y - 16}`}
                fill="none"
                stroke="var(--conflict)"
                strokeWidth="1.6"
                strokeDasharray="5 4"
              />
            )}
            <g transform={`translate(${x} ${y})`}>
              <rect
                x="-10"
                y="-16"
                width="176"
                height="48"
                fill="var(--paper)"
                stroke="var(--conflict)"
                strokeDasharray="4 3"
              />
              <text className="h cf" x="0" y="2">
                {place.note?.includes(place.label)
                  ? place.note
                  : [place.note, place.label].filter(part => part).join(' ')}
              </text>
              <text className="cf" x="0" y="20">
                {noPlace}
              </text>
            </g>
          </g>
        )
      })}
    </svg>
  )
}

function fillOf(form: Place['form']) {
  if (form === 'consumer') return { fill: 'var(--accent-wash)', stroke: 'var(--accent)', strokeWidth: 1.4 }
  if (form === 'supplier') return { fill: 'var(--land-2)', stroke: 'var(--ink-3)', strokeWidth: 0.9 }
  return { fill: 'url(#contested)', stroke: 'var(--conflict)', strokeWidth: 1.2 }
}

const curve = ([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): string =>
  `M${x} ${y}Q${(x + toX) / 2 + (toY - y) * 0.12} ${(y + toY) / 2 - (toX - x) * 0.12} ${toX} ${toY}`
