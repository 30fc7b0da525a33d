import { useRef } from 'react'
import { useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import { SupplyDocument, type SupplyQuery } from '../../generated/graphql.js'
import { type Place, SupplyMap } from '../../map/supply-map.js'
import { Section } from '../../parts/section.js'
import { Cite, Download, OpenAsQuery } from '../../parts/take.js'
import { EntityLink } from '../../parts/value.js'
import { markOf } from '../../parts/witness.js'
import { Loaded, Nothing, useTitle } from '../../shell/states.js'
import { useShared, useWords } from '../../words/words.js'
import { type Edge, nodeId, rivalsOf } from './edges.js'
import { SupplierTable, tableOf } from './supplier-table.js'
import { Sentence, WhoseWord, WordSwitch } from './whose-word.js'

/** The regions that feed a region, and who states it: as a sentence, a map and a table. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function SupplyPage() {
  const words = useWords()
  const { parameters } = useAddress()
  const id = parameters.get('region') ?? 'region/beijing'
  const answer = useData(SupplyDocument, { ...useShared(), id })
  useTitle(words.nav.supply)
  return (
    <Loaded answer={answer} what={words.nav.supply}>
      {({ region, corridors }) =>
        region && (region.suppliers.totalCount > 0 || corridors.totalCount > 0) ? (
          <Supply region={region} corridors={corridors} asked={answer.asked} />
        ) : (
          <Nothing title={words.states.emptyView} help={`${words.states.emptyViewHelp} ${words.states.emptyStore}`}>
            <RegionPicker chosen={id} corridors={corridors} />
          </Nothing>
        )
      }
    </Loaded>
  )
}

function Supply({
  region,
  corridors,
  asked,
}: {
  readonly region: NonNullable<SupplyQuery['region']>
  readonly corridors: SupplyQuery['corridors']
  readonly asked: Parameters<typeof OpenAsQuery>[0]['asked']
}) {
  const words = useWords()
  const picture = useRef<SVGSVGElement>(null)
  const { edges } = region.suppliers
  const contested = edges.find(edge => rivalsOf(edge).length > 0)
  return (
    <>
      <div className="head">
        <p className="kind">{words.nav.supply}</p>
        <h1>{words.supply.who(region.label)}</h1>
      </div>
      <RegionPicker chosen={region.id} corridors={corridors} />
      <div className="cols wide">
        <Sentence region={region} edges={edges} contested={contested} />
        <WordSwitch contested={contested} />
      </div>
      <Section label={words.nav.map} className="mapsec">
        <div className="cols wide">
          <figure>
            <div className="pic">
              <SupplyMap
                places={placesOf(region, edges)}
                title={words.supply.mapTitle(region.label, words.list(edges.map(({ node }) => node.label)))}
                noPlace={words.supply.noPlace}
                picture={picture}
              />
            </div>
            <figcaption>
              {words.supply.mapNote} {words.supply.ground}{' '}
              <span className="take">
                <Download picture={{ name: 'supply', ref: picture }} />
              </span>
            </figcaption>
          </figure>
          <div className="stack">{contested && <WhoseWord edges={edges} contested={contested} />}</div>
        </div>
      </Section>
      <Section label={words.supply.suppliers}>
        <div className="hd">
          <h2>
            {words.supply.suppliers} <span className="c">{edges.length}</span>
          </h2>
          <span className="take">
            <OpenAsQuery asked={asked} />
            <Download table={tableOf(edges, words)} />
            <Cite cited={{ id: region.id, title: words.supply.who(region.label) }} />
          </span>
        </div>
        <SupplierTable edges={edges} />
      </Section>
      <Section label={words.supply.corridors}>
        <h2>
          {words.supply.corridors} <span className="c">{corridors.totalCount}</span>
        </h2>
        <ul className="res">
          {corridors.nodes.map(corridor => (
            <li key={corridor.id}>
              <p className="val">
                <EntityLink entity={corridor} />
              </p>
              <p className="note">
                {words.list(corridor.members.nodes.map(({ label }) => label))}
                {corridor.status && ` · ${words.values.codes[corridor.status] ?? corridor.status}`}
              </p>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

/** The regions that take part in a corridor, each of which may be fed. */
function RegionPicker({
  chosen,
  corridors,
}: {
  readonly chosen: string
  readonly corridors: SupplyQuery['corridors']
}) {
  const words = useWords()
  const { here, go } = useAddress()
  const members = new Map(
    corridors.nodes.flatMap(each => each.members.nodes.map(node => [node.id, node.label] as const)),
  )
  if (members.size === 0) return null
  const regions = [...members].sort(([, a], [, b]) => a.localeCompare(b, words.tag))
  return (
    <p className="filters">
      <label>
        {words.types.REGION?.[0]}{' '}
        <select value={members.has(chosen) ? chosen : ''} onChange={event => go(here({ region: event.target.value }))}>
          {!members.has(chosen) && <option value="" />}
          {regions.map(([id, label]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </p>
  )
}

function placesOf(region: NonNullable<SupplyQuery['region']>, edges: readonly Edge[]): readonly Place[] {
  const at = (location: { readonly longitude: number; readonly latitude: number } | null) =>
    location ? ([location.longitude, location.latitude] as const) : undefined
  const rivals = edges.flatMap(rivalsOf)
  return [
    { id: region.id, label: region.label, at: at(region.location), form: 'consumer' },
    ...edges.map((edge): Place => {
      const isContested = rivalsOf(edge).length > 0
      return {
        id: edge.node.id,
        label: edge.node.label,
        at: at(edge.node.location),
        form: isContested ? 'contested' : 'supplier',
        ...(isContested && { note: `${markOf(edge.statement.edition.language)} ${edge.statement.asStated}` }),
      }
    }),
    ...rivals.flatMap((rival): readonly Place[] =>
      rival.value.__typename === 'EntityValue' && !edges.some(({ node }) => node.id === nodeId(rival))
        ? [
            {
              id: rival.value.entity.id,
              label: rival.value.entity.label,
              at: undefined,
              form: 'rival',
              note: markOf(rival.edition.language),
            },
          ]
        : [],
    ),
  ]
}
