import { Go } from '../../address/address.js'
import { useAllPages } from '../../client/read-all.js'
import { OpeningsDocument } from '../../generated/graphql.js'
import { readEdtf } from '../../parts/edtf.js'
import { Scroll } from '../../parts/scroll.js'
import { Section } from '../../parts/section.js'
import { Download } from '../../parts/take.js'
import { Truncated } from '../../parts/truncated.js'
import { useShared, useWords } from '../../words/words.js'

/** Centres whose dates are counted at most. */
const most = 2_000

/** How many centres opened in which year: as bars, and as a table. Those without a date are counted beside them. */
export function Openings({ centres }: { readonly centres: number }) {
  const words = useWords()
  const { view } = useShared()
  const found = useAllPages(OpeningsDocument, { ...(view && { view }) }, ({ computeCentres }) => computeCentres, most)
  if (!found || found.total === 0) return null
  const counts = new Map<number, number>()
  for (const { opened } of found.nodes) {
    const start = readEdtf(opened ?? '')?.start
    if (typeof start !== 'number') continue
    const year = new Date(start).getUTCFullYear()
    counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  const known = [...counts.keys()]
  const [first, last] = [Math.min(...known), Math.max(...known)]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const highest = Math.max(...counts.values())
  const width = 1080 / Math.max(years.length, 8)
  return (
    <Section label={words.timeline.openings}>
      <div className="hd">
        <h2>
          {words.timeline.openings}{' '}
          <span className="c">{words.timeline.dated(found.total, centres - found.total)}</span>
        </h2>
        <span className="take">
          <Go to="/search" with={{ type: 'COMPUTE_CENTRE', sort: 'OPENED' }}>
            {words.types.COMPUTE_CENTRE?.[1]}
          </Go>
          <Download
            table={{
              name: 'openings',
              columns: ['year', 'count'],
              rows: years.map(year => [year, counts.get(year) ?? 0]),
            }}
          />
        </span>
      </div>
      <Scroll label={`${words.timeline.openings}, ${words.entity.picture}`}>
        <div className="pic wide">
          <svg viewBox="0 0 1080 150" role="img" aria-label={words.timeline.openings}>
            {years.map((year, at) => {
              const count = counts.get(year) ?? 0
              const height = (count / highest) * 100
              return (
                <g key={year}>
                  <rect
                    x={at * width + width * 0.15}
                    y={122 - height}
                    width={width * 0.7}
                    height={height}
                    fill="var(--ink-2)"
                  />
                  <text x={(at + 0.5) * width} y={117 - height} textAnchor="middle">
                    {count > 0 ? count : ''}
                  </text>
                  <text x={(at + 0.5) * width} y="142" textAnchor="middle">
                    {years.length > 24 && year % 5 !== 0 ? '' : year}
                  </text>
                </g>
              )
            })}
          </svg>
        </div>
      </Scroll>
      <details>
        <summary>{words.timeline.table}</summary>
        <table className="tb">
          <thead>
            <tr>
              <th scope="col">{words.timeline.year}</th>
              <th scope="col" className="r">
                {words.timeline.openings}
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(year => (
              <tr key={year}>
                <th scope="row">{year}</th>
                <td className="r">{counts.get(year) ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <Truncated shown={found.nodes.length} total={found.total} />
    </Section>
  )
}
