import { scaleUtc } from 'd3-scale'
import type { RefObject } from 'react'
import type { DrawnDate } from '../../parts/edtf.js'
import { languageOf, useWords } from '../../words/words.js'
import { cut } from '../entity/graph-section.js'
import type { Row } from './rows.js'

const left = 320
const right = 1060
const rowHeight = 44

/** A lane for each row: what is exact, what lies within, what is about, what is open and what is unknown look apart. */
export function Drawing({
  rows,
  picture,
}: {
  readonly rows: readonly Row[]
  readonly picture: RefObject<SVGSVGElement | null>
}) {
  const words = useWords()
  const now = Date.now()
  const ends = rows.flatMap(({ date }) => [date.start, date.end].filter(end => typeof end === 'number'))
  const scale = scaleUtc()
    .domain([Math.min(now, ...ends), Math.max(now, ...ends)])
    .nice()
    .range([left, right])
  const height = rows.length * rowHeight + 50
  const x = (time: number) => scale(time)
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
      {rows.map(({ key, kind, what, entity, date }, at) => {
        const y = at * rowHeight + 40
        return (
          <g key={key}>
            <text className="h" x="8" y={y - 3} lang={languageOf(entity.label)}>
              {cut(entity.label, 290)}
            </text>
            <text x="8" y={y + 13}>
              {cut(`${what} ${date.edtf === '/' ? words.values.notStated : date.edtf}`, 300)}
            </text>
            <Span date={date} y={y} x={x} isDeadline={kind === 'due'} />
          </g>
        )
      })}
    </svg>
  )
}

function Span({
  date,
  y,
  x,
  isDeadline,
}: {
  readonly date: DrawnDate
  readonly y: number
  readonly x: (time: number) => number
  readonly isDeadline: boolean
}) {
  const { start, end, precision } = date
  const [from, to] = [typeof start === 'number' ? x(start) : left, typeof end === 'number' ? x(end) : right]
  if (date.isApproximate || date.isUncertain)
    return <rect x={from - 12} y={y - 8} width={Math.max(18, to - from + 24)} height="16" fill="url(#about)" />
  if (precision === 'day') return <circle cx={from} cy={y} r="6" fill="var(--ink)" />
  if (precision !== 'period' || (typeof start === 'number' && typeof end === 'number'))
    return isDeadline || precision === 'period' ? (
      <rect x={from} y={y - 5} width={Math.max(4, to - from)} height="10" fill="var(--ink-2)" />
    ) : (
      <path
        d={`M${from} ${y}H${to}M${from} ${y - 7}V${y + 7}M${to} ${y - 7}V${y + 7}`}
        stroke="var(--ink-2)"
        strokeWidth="2"
        fill="none"
      />
    )
  // An open side is dashed, an unknown one dotted; a known one has a dot.
  const isUnknown = start === undefined || end === undefined
  return (
    <>
      <path
        d={`M${from} ${y}H${to}`}
        stroke={isUnknown ? 'var(--vague)' : 'var(--ink-2)'}
        strokeWidth="2"
        strokeDasharray={isUnknown ? '1 6' : '8 5'}
        strokeLinecap={isUnknown ? 'round' : 'butt'}
      />
      {typeof start === 'number' && <circle cx={from} cy={y} r="5" fill="var(--ink)" />}
      {typeof end === 'number' && <circle cx={to} cy={y} r="5" fill="var(--ink)" />}
    </>
  )
}
