import { Fragment, useRef } from 'react'
import { entityPath, Go, nodePath, useAddress } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { type EntityLabelFragment, SupplyDocument, type SupplyQuery } from '../generated/graphql.js'
import { type Place, SupplyMap } from '../map/supply-map.js'
import { Scroll } from '../parts/scroll.js'
import { Cite, Download, OpenAsQuery } from '../parts/take.js'
import { EntityLink } from '../parts/value.js'
import { Fork, LanguageMark, languageName, markOf } from '../parts/witness.js'
import { Loaded, Nothing, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords, type Words } from '../words/words.js'
import { Contested } from './entity/editions.js'

type Edge = NonNullable<SupplyQuery['region']>['suppliers']['edges'][number]
type Statement = Edge['statement']
type Rival = Statement['conflicts'][number]['statements'][number]

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

const rivalsOf = ({ statement }: Edge): readonly Rival[] =>
  statement.conflicts.flatMap(({ statements }) => statements.filter(({ id }) => id !== statement.id))

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
      <section aria-label={words.nav.map} className="mapsec">
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
      </section>
      <section aria-label={words.supply.suppliers}>
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
      </section>
      <section aria-label={words.supply.corridors}>
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
      </section>
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

function Sentence({
  region,
  edges,
  contested,
}: {
  readonly region: EntityLabelFragment
  readonly edges: readonly Edge[]
  readonly contested: Edge | undefined
}) {
  const words = useWords()
  if (edges.length === 0) return <p className="lead">{words.supply.nobody(region.label)}</p>
  const [rival] = contested ? rivalsOf(contested) : []
  const last = edges.length - 1
  return (
    <p className="lead" aria-live="polite">
      {edges.map((edge, at) => (
        <Fragment key={edge.node.id}>
          {at > 0 && (at === last ? words.supply.and : words.supply.comma)}
          <span className={edge === contested ? 'diff' : undefined}>
            <Go to={entityPath(edge.node.id)} className="q">
              {edge.node.label}
            </Go>
          </span>
        </Fragment>
      ))}
      {words.supply.through(
        new Set(edges.map(({ corridor }) => corridor.id)).size,
        new Set(edges.map(({ statement }) => statement.edition.source.id)).size,
      )}
      {contested && rival && (
        <>
          {' '}
          {words.supply.otherEdition(languageName(rival.edition.language, words))}
          <span className="diff" lang={rival.language}>
            {rival.asStated}
          </span>
          {words.supply.insteadOf(contested.statement.asStated)}
        </>
      )}
    </p>
  )
}

/** Takes the word of the edition that is not believed, and says what that changes. */
function WordSwitch({ contested }: { readonly contested: Edge | undefined }) {
  const words = useWords()
  const { parameters, here, go } = useAddress()
  const isOn = parameters.has('languages')
  const [rival] = contested ? rivalsOf(contested) : []
  // While the switch is on, the word of the other edition is the one that is shown.
  const taken = isOn ? contested?.statement : rival
  if (!taken) return null
  const { language } = taken.edition
  return (
    <div className="word-switch">
      <button
        className="switch"
        type="button"
        role="switch"
        aria-checked={isOn}
        onClick={() => go(here({ languages: isOn ? null : language }), { replace: true })}
      >
        <i />
        <span>
          <strong>{words.supply.take(languageName(language, words))}</strong>
          <br />
          <span className="note">languages={language}</span>
        </span>
      </button>
      <p className="note flip" role="status">
        {contested &&
          rival &&
          (isOn
            ? words.supply.changed(nameOf(contested.statement), nameOf(rival))
            : words.supply.wouldChange(nameOf(rival), nameOf(contested.statement)))}
      </p>
      <p className="take">
        <Go
          to="/compare"
          with={{
            languages: null,
            path: `/supply${parameters.has('region') ? `?region=${parameters.get('region')}` : ''}`,
            b: `languages=${language}`,
          }}
        >
          {words.view.compare}
        </Go>
      </p>
    </div>
  )
}

const nameOf = ({ value, asStated }: Pick<Rival, 'value' | 'asStated'>): string =>
  value.__typename === 'EntityValue' ? value.entity.label : asStated

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

const nodeId = ({ value }: Rival): string | undefined =>
  value.__typename === 'EntityValue' ? value.entity.id : undefined

/** The words of either edition, in the sentence that says so. */
function WhoseWord({ edges, contested }: { readonly edges: readonly Edge[]; readonly contested: Edge }) {
  const words = useWords()
  const [rival] = rivalsOf(contested)
  if (!rival) return null
  const { statement } = contested
  const isRead = (side: Rival | Statement) => edges.some(({ node }) => node.id === nodeId(side))
  return (
    <>
      <h2 className="minor">{words.supply.onWhoseWord}</h2>
      <div className="qb">
        {[statement, rival].map(side => (
          <p key={side.id} lang={side.language} className="src">
            <LanguageMark language={side.edition.language} isOriginal={!side.edition.translationOf} />{' '}
            {side.quote?.prefix}
            <mark>
              <Contested text={side.quote?.exact ?? side.asStated} words={side.asStated} isContested />
            </mark>
            <span className="note">
              {' '}
              {nameOf(side)}
              {isRead(side) && ` · ${words.entity.shownIn}`}
            </span>
          </p>
        ))}
      </div>
      <p className="note">
        {statement.edition.source.publisher}, {statement.edition.source.published} ·{' '}
        <Go to={`/source/${statement.edition.source.id}`}>{words.evidence.fullSource}</Go>
        {statement.conflicts[0] && (
          <>
            {' · '}
            <Go to={nodePath(statement.conflicts[0].id)}>{words.evidence.conflict}</Go>
          </>
        )}
      </p>
    </>
  )
}

function SupplierTable({ edges }: { readonly edges: readonly Edge[] }) {
  const words = useWords()
  return (
    <Scroll label={`${words.supply.suppliers}, ${words.entity.table}`}>
      <table className="tb sup">
        <thead>
          <tr>
            <th scope="col">{words.types.REGION?.[0]}</th>
            <th scope="col">{words.entity.statedAs.trim()}</th>
            <th scope="col">{words.supply.role}</th>
            <th scope="col">{words.types.CORRIDOR?.[0]}</th>
            <th scope="col" className="r">
              {words.entity.confidence}
            </th>
            <th scope="col">{words.entity.whoSays}</th>
          </tr>
        </thead>
        <tbody>
          {edges.map(edge => {
            const rivals = rivalsOf(edge)
            return (
              <tr key={`${edge.node.id} ${edge.corridor.id}`}>
                <th scope="row" className={rivals.length > 0 ? 'bar' : undefined}>
                  <span className="val">
                    <EntityLink entity={edge.node} />
                  </span>
                  {rivals.map(rival => (
                    <span key={rival.id} className="rival">
                      {' '}
                      <Fork /> {words.entity.says(words.entity.edition(languageName(rival.edition.language, words)))}
                      <span className="src" lang={rival.language}>
                        {rival.asStated}
                      </span>
                    </span>
                  ))}
                </th>
                <td className="src" lang={edge.statement.language}>
                  {edge.statement.asStated}
                </td>
                <td>
                  {edge.role === 'MEMBER' ? (
                    <span className="unstated">{words.values.notStated}</span>
                  ) : (
                    words.values.codes[edge.role]
                  )}
                </td>
                <td lang={languageOf(edge.corridor.label)}>
                  <EntityLink entity={edge.corridor} alone />
                </td>
                <td className="r">{edge.confidence}</td>
                <td>
                  <Go
                    to={nodePath(edge.statement.id)}
                    aria-label={`${words.evidence.for(edge.node.label)}, ${markOf(edge.statement.edition.language)}`}
                    className="q"
                  >
                    <LanguageMark
                      language={edge.statement.edition.language}
                      isOriginal={!edge.statement.edition.translationOf}
                    />
                  </Go>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}

const tableOf = (edges: readonly Edge[], words: Words) => ({
  name: 'supply',
  columns: ['region', 'label', 'stated as', 'role', 'corridor', 'confidence', 'statement', 'contradicted by'],
  rows: edges.map(edge => [
    edge.node.id,
    edge.node.label,
    edge.statement.asStated,
    words.values.codes[edge.role] ?? edge.role,
    edge.corridor.id,
    edge.confidence,
    edge.statement.id,
    rivalsOf(edge)
      .map(({ asStated }) => asStated)
      .join(' | '),
  ]),
})
