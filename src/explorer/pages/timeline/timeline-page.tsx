import { useRef } from 'react'
import { entityPath, Go, useAddress } from '../../address/address.js'
import { useData } from '../../client/use-data.js'
import { TimelineDocument } from '../../generated/graphql.js'
import { DateMark } from '../../parts/date-mark.js'
import { dateInWords } from '../../parts/edtf.js'
import { Scroll } from '../../parts/scroll.js'
import { Section } from '../../parts/section.js'
import { Download, OpenAsQuery } from '../../parts/take.js'
import { Truncated } from '../../parts/truncated.js'
import { Loaded, useTitle } from '../../shell/states.js'
import { languageOf, useShared, useWords } from '../../words/words.js'
import { Drawing } from './drawing.js'
import { Openings } from './openings.js'
import { rowKinds, rowsOf } from './rows.js'

/** Rows that a picture shows at most; the table has all. */
const mostLanes = 60

/** When things held in the world, with EDTF's uncertainty drawn as such. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function TimelinePage() {
  const words = useWords()
  const { parameters, here, go } = useAddress()
  const wanted = rowKinds.find(kind => kind === parameters.get('show'))
  const answer = useData(TimelineDocument, useShared())
  const picture = useRef<SVGSVGElement>(null)
  useTitle(words.nav.timeline)
  return (
    <Loaded answer={answer} what={words.nav.timeline}>
      {data => {
        const all = rowsOf(data, words)
        const rows = wanted ? all.filter(({ kind }) => kind === wanted) : all
        const lists = [data.conferences, data.targets, data.officials, data.policyMeasures]
        const [read, total] = [
          lists.reduce((sum, { nodes }) => sum + nodes.length, 0),
          lists.reduce((sum, { totalCount }) => sum + totalCount, 0),
        ]
        return (
          <>
            <div className="head">
              <h1>{words.nav.timeline}</h1>
              <p className="note">{words.timeline.note}</p>
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset does not stand in a line. */}
            <div className="filters" role="group" aria-label={words.search.filters}>
              <label>
                {words.timeline.show}{' '}
                <select
                  value={wanted ?? ''}
                  onChange={event => go(here({ show: event.target.value }), { replace: true })}
                >
                  <option value="">
                    {words.conflicts.all} ({all.length})
                  </option>
                  {rowKinds.map(kind => (
                    <option key={kind} value={kind}>
                      {words.timeline.kinds[kind]} ({all.filter(row => row.kind === kind).length})
                    </option>
                  ))}
                </select>
              </label>
            </div>
            {rows.length === 0 ? (
              <p className="lead">{words.entity.none.dates}</p>
            ) : (
              <figure>
                <Scroll label={`${words.nav.timeline}, ${words.entity.picture}`}>
                  <div className="pic wide">
                    <Drawing rows={rows.slice(0, mostLanes)} picture={picture} />
                  </div>
                </Scroll>
                <figcaption>
                  {words.timeline.legend} {rows.length > mostLanes && words.states.truncated(mostLanes, rows.length)}
                </figcaption>
              </figure>
            )}
            <Section label={words.timeline.table}>
              <div className="hd">
                <h2>
                  {words.timeline.table} <span className="c">{rows.length}</span>
                </h2>
                <span className="take">
                  <OpenAsQuery asked={answer.asked} />
                  <Download
                    picture={{ name: 'timeline', ref: picture }}
                    table={{
                      name: 'timeline',
                      columns: ['entity', 'label', 'what', 'date'],
                      rows: rows.map(({ entity, what, date }) => [entity.id, entity.label, what, date.edtf]),
                    }}
                  />
                </span>
              </div>
              <Scroll label={`${words.timeline.table}, ${words.entity.table}`}>
                <table className="tb">
                  <thead>
                    <tr>
                      <th scope="col">{words.timeline.what}</th>
                      <th scope="col">{words.entity.property}</th>
                      <th scope="col">{words.timeline.when}</th>
                      <th scope="col">{words.timeline.inWords}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map(({ key, kind, what, entity, date }) => (
                      <tr key={key}>
                        <th scope="row" lang={languageOf(entity.label)}>
                          <Go to={entityPath(entity.id)} className="q">
                            {entity.label}
                          </Go>
                        </th>
                        <td>{what}</td>
                        <td className="nw">
                          <DateMark date={date} isDeadline={kind === 'due'} />
                          {date.edtf === '/' ? (
                            <span className="unstated">{words.values.notStated}</span>
                          ) : date.isApproximate ? (
                            <span className="approx">{date.edtf}</span>
                          ) : (
                            date.edtf
                          )}
                        </td>
                        <td>{date.edtf === '/' ? '' : dateInWords(date.edtf, words)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
              <Truncated shown={read} total={total} />
            </Section>
            <Openings centres={data.centres.totalCount} />
          </>
        )
      }}
    </Loaded>
  )
}
