import { geoEqualEarth, geoPath } from 'd3-geo'
import { useMemo, useRef } from 'react'
import { entityPath, Go, useAddress } from '../address/address.js'
import { useAllPages } from '../client/read-all.js'
import { useData } from '../client/use-data.js'
import { CentresDocument, type CentresQuery } from '../generated/graphql.js'
import { useWorld } from '../map/ground.js'
import { Scroll } from '../parts/scroll.js'
import { Section } from '../parts/section.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { EntityLink } from '../parts/value.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords } from '../words/words.js'

/** Centres that the map shows at most. */
const most = 2_000

type Centre = CentresQuery['computeCentres']['nodes'][number]

/** Where compute centres are, as far as sources say. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function MapPage() {
  const words = useWords()
  const variables = { ...useShared(), first: 100 }
  const answer = useData(CentresDocument, variables)
  const all = useAllPages(CentresDocument, variables, ({ computeCentres }) => computeCentres, most)
  const picture = useRef<SVGSVGElement>(null)
  useTitle(words.nav.map)
  return (
    <Loaded answer={answer} what={words.nav.map}>
      {({ computeCentres }) => {
        const nodes = all?.nodes ?? computeCentres.nodes
        const placed = nodes.filter(({ location }) => location)
        return (
          <>
            <div className="head">
              <h1>{words.map.title}</h1>
              <p className="note">
                {words.map.placed(placed.length, computeCentres.totalCount)}{' '}
                {nodes.length < computeCentres.totalCount &&
                  words.states.truncated(nodes.length, computeCentres.totalCount)}{' '}
                <Go to="/supply">{words.map.corridors}</Go>
              </p>
            </div>
            <figure>
              <div className="pic">
                <World centres={nodes} picture={picture} />
              </div>
              <figcaption>
                {words.map.legend} {words.supply.ground}{' '}
                <span className="take">
                  <Download picture={{ name: 'map', ref: picture }} />
                </span>
              </figcaption>
            </figure>
            <Section label={words.timeline.table}>
              <div className="hd">
                <h2>{words.timeline.table}</h2>
                <span className="take">
                  <OpenAsQuery asked={answer.asked} />
                  <Download
                    table={{
                      name: 'centres',
                      columns: ['id', 'label', 'latitude', 'longitude', 'region'],
                      rows: nodes.map(centre => [
                        centre.id,
                        centre.label,
                        centre.location?.latitude ?? null,
                        centre.location?.longitude ?? null,
                        centre.region?.id ?? null,
                      ]),
                    }}
                  />
                </span>
              </div>
              <Scroll label={`${words.timeline.table}, ${words.entity.table}`}>
                <table className="tb">
                  <thead>
                    <tr>
                      <th scope="col">{words.types.COMPUTE_CENTRE?.[0]}</th>
                      <th scope="col">{words.types.REGION?.[0]}</th>
                      <th scope="col">{words.map.place}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {nodes.map(centre => (
                      <tr key={centre.id}>
                        <th scope="row" lang={languageOf(centre.label)}>
                          <Go to={entityPath(centre.id)} className="q">
                            {centre.label}
                          </Go>
                        </th>
                        <td>{centre.region && <EntityLink entity={centre.region} alone />}</td>
                        <td>
                          {centre.location ? (
                            `${centre.location.latitude}, ${centre.location.longitude}`
                          ) : (
                            <span className="unstated">{words.values.notStated}</span>
                          )}
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            </Section>
          </>
        )
      }}
    </Loaded>
  )
}

const width = 960
const height = 470

function World({
  centres,
  picture,
}: {
  readonly centres: readonly Centre[]
  readonly picture: React.RefObject<SVGSVGElement | null>
}) {
  const words = useWords()
  const { go, href } = useAddress()
  const ground = useWorld()
  const projection = useMemo(
    () =>
      geoEqualEarth()
        // The map is cut in the Atlantic, where no centre is.
        .rotate([-150, 0])
        .fitExtent(
          [
            [4, 4],
            [width - 4, height - 4],
          ],
          { type: 'Sphere' },
        ),
    [],
  )
  const path = geoPath(projection)
  return (
    <svg ref={picture} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.map.title}>
      <path d={path({ type: 'Sphere' }) ?? ''} fill="var(--sea)" />
      {ground && (
        <>
          <path d={path(ground.land) ?? ''} fill="var(--land)" />
          <path d={path(ground.borders) ?? ''} fill="none" stroke="var(--rule-2)" strokeWidth=".5" />
        </>
      )}
      {centres.map(({ id, label, location, openConflictCount }) => {
        const point = location && projection([location.longitude, location.latitude])
        return point ? (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table has the same link for the keyboard.
          <circle
            key={id}
            className="nodelink"
            cx={point[0]}
            cy={point[1]}
            r="4"
            fill={openConflictCount > 0 ? 'var(--paper)' : 'var(--accent)'}
            stroke={openConflictCount > 0 ? 'var(--conflict)' : 'var(--paper)'}
            strokeWidth={openConflictCount > 0 ? 1.6 : 0.8}
            strokeDasharray={openConflictCount > 0 ? '2.2 1.6' : undefined}
            onClick={() => go(href(entityPath(id)))}
          >
            <title>{label}</title>
          </circle>
        ) : null
      })}
    </svg>
  )
}
