import { scaleUtc } from 'd3-scale'
import { useRef } from 'react'
import { entityPath, Go } from '../address/address.js'
import { useData } from '../client/use-data.js'
import { type EntityLabelFragment, TimelineDocument, type TimelineQuery } from '../generated/graphql.js'
import { DateMark } from '../parts/date-mark.js'
import { type DrawnDate, dateInWords, readEdtf } from '../parts/edtf.js'
import { Scroll } from '../parts/scroll.js'
import { Download, OpenAsQuery } from '../parts/take.js'
import { Loaded, useTitle } from '../shell/states.js'
import { languageOf, useShared, useWords, type Words } from '../words/words.js'
import { cut } from './entity/graph-section.js'

interface Row {
  readonly key: string
  readonly what: string
  readonly entity: EntityLabelFragment
  readonly date: DrawnDate
}

/** When things held in the world, with EDTF's uncertainty drawn as such. */
// biome-ignore lint/style/noDefaultExport: what React.lazy takes
export default function TimelinePage() {
  const words = useWords()
  const answer = useData(TimelineDocument, useShared())
  const picture = useRef<SVGSVGElement>(null)
  useTitle(words.nav.timeline)
  return (
    <Loaded answer={answer} what={words.nav.timeline}>
      {data => {
        const rows = rowsOf(data, words)
        return (
          <>
            <div className="head">
              <h1>{words.nav.timeline}</h1>
              <p className="note">{words.timeline.note}</p>
            </div>
            {rows.length === 0 ? (
              <p className="lead">{words.entity.none.dates}</p>
            ) : (
              <figure>
                <Scroll label={`${words.nav.timeline}, ${words.entity.picture}`}>
                  <div className="pic wide">
                    <Drawing rows={rows} picture={picture} />
                  </div>
                </Scroll>
                <figcaption>{words.timeline.legend}</figcaption>
              </figure>
            )}
            <section aria-label={words.timeline.table}>
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
                    {rows.map(({ key, what, entity, date }) => (
                      <tr key={key}>
                        <th scope="row" lang={languageOf(entity.label)}>
                          <Go to={entityPath(entity.id)} className="q">
                            {entity.label}
                          </Go>
                        </th>
                        <td>{what}</td>
                        <td className="nw">
                          <DateMark date={date} />
                          {date.isApproximate ? <span className="approx">{date.edtf}</span> : date.edtf}
                        </td>
                        <td>{dateInWords(date.edtf, words)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroll>
            </section>
          </>
        )
      }}
    </Loaded>
  )
}

function rowsOf({ conferences, targets }: TimelineQuery, words: Words): readonly Row[] {
  const row = (entity: EntityLabelFragment, what: string, edtf: string | null): readonly Row[] => {
    const date = edtf === null ? undefined : readEdtf(edtf)
    return date ? [{ key: `${entity.id} ${what}`, what, entity, date }] : []
  }
  return [
    ...conferences.nodes.flatMap(each => row(each, words.timeline.held, each.held)),
    ...targets.nodes.flatMap(each => [
      ...row(each, words.targets.announced, each.announced),
      ...row(each, words.targets.due, each.due),
    ]),
  ].sort((a, b) => (a.date.start ?? 0) - (b.date.start ?? 0))
}

const left = 300
const right = 1060
const rowHeight = 44

function Drawing({
  rows,
  picture,
}: {
  readonly rows: readonly Row[]
  readonly picture: React.RefObject<SVGSVGElement | null>
}) {
  const words = useWords()
  const now = Date.now()
  const ends = rows.flatMap(({ date }) => [date.start, date.end].filter(end => typeof end === 'number'))
  const scale = scaleUtc()
    .domain([Math.min(now, ...ends), Math.max(now, ...ends)])
    .nice()
    .range([left, right])
  const height = rows.length * rowHeight + 50
  return (
    <svg ref={picture} viewBox={`0 0 1080 ${height}`} role="img" aria-label={words.timeline.pictureTitle}>
      <defs>
        <pattern id="about" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V8" stroke="var(--vague)" strokeWidth="3" />
        </pattern>
      </defs>
      {scale.ticks(6).map(tick => (
        <g key={tick.valueOf()}>
          <path d={`M${scale(tick)} 8V${height - 26}`} stroke="var(--rule)" />
          <text x={scale(tick)} y={height - 10} textAnchor="middle">
            {tick.getUTCMonth() === 0 ? tick.getUTCFullYear() : tick.toISOString().slice(0, 7)}
          </text>
        </g>
      ))}
      <path d={`M${scale(now)} 8V${height - 26}`} stroke="var(--accent)" strokeWidth="1.5" />
      <text x={scale(now) - 5} y={16} textAnchor="end" fill="var(--accent)">
        {words.view.today}
      </text>
      {rows.map(({ key, what, entity, date }, at) => {
        const y = at * rowHeight + 40
        const from = typeof date.start === 'number' ? scale(date.start) : left
        const to = typeof date.end === 'number' ? scale(date.end) : right
        return (
          <g key={key}>
            <text className="h" x="8" y={y - 3} lang={languageOf(entity.label)}>
              {cut(entity.label, 270)}
            </text>
            <text x="8" y={y + 13}>
              {what} {date.edtf}
            </text>
            {date.isApproximate || date.isUncertain ? (
              <rect x={from - 12} y={y - 8} width={Math.max(18, to - from + 24)} height="16" fill="url(#about)" />
            ) : date.precision === 'day' ? (
              <circle cx={from} cy={y} r="6" fill="var(--ink)" />
            ) : date.end === null || date.end === undefined || date.start === undefined ? (
              <path d={`M${from} ${y}H${to}`} stroke="var(--ink-2)" strokeWidth="2" strokeDasharray="8 5" />
            ) : (
              <path
                d={`M${from} ${y}H${to}M${from} ${y - 7}V${y + 7}M${to} ${y - 7}V${y + 7}`}
                stroke="var(--ink-2)"
                strokeWidth="2"
                fill="none"
              />
            )}
          </g>
        )
      })}
    </svg>
  )
}
