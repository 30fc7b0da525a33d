import { useRef } from 'react'
import { entityPath, Go, useAddress } from '../../address/address.js'
import type { EntityLabelFragment, StatementRowFragment } from '../../generated/graphql.js'
import type { Fact } from '../../parts/facts.js'
import { Scroll } from '../../parts/scroll.js'
import { Download } from '../../parts/take.js'
import { Truncated } from '../../parts/truncated.js'
import { markOf } from '../../parts/witness.js'
import { languageOf, useWords } from '../../words/words.js'
import type { ShownEntity, ShownLink } from './shown.js'

interface End {
  readonly key: string
  readonly entity: EntityLabelFragment
  readonly label: string
  readonly witnesses: string
  readonly isRival: boolean
}

const most = 9
const rowHeight = 30

/** What the entity links to and what links to it, one step away. The lists above have the same. */
export function GraphSection({
  entity,
  facts,
  links,
}: {
  readonly entity: ShownEntity
  readonly facts: readonly Fact[]
  readonly links: readonly ShownLink[]
}) {
  const words = useWords()
  const { go, href } = useAddress()
  const picture = useRef<SVGSVGElement>(null)
  const right = facts.flatMap(({ property, values }) =>
    values.flatMap(({ shown, agreeing, contradicting }) => [
      ...endOf(shown, property.label, [shown, ...agreeing], false),
      ...contradicting.flatMap(rival => endOf(rival, property.label, [rival], true)),
    ]),
  )
  const left = [...new Map(links.map(link => [link.from.id, link])).values()].map(({ from, statement }) => ({
    key: statement.id,
    entity: from,
    label: statement.property.inverseLabel ?? statement.property.label,
    witnesses: markOf(statement.edition.language),
    isRival: false,
  }))
  const shownRight = right.slice(0, most)
  const shownLeft = left.slice(0, most)
  const rows = Math.max(shownLeft.length, shownRight.length, 2)
  const height = rows * rowHeight + 40
  const middle = height / 2
  const y = (at: number, count: number) => middle + (at - (count - 1) / 2) * rowHeight
  const open = (end: End) => () => go(href(entityPath(end.entity.id)))
  return (
    <section aria-label={words.entity.graph} className="gsec">
      <div className="hd">
        <h2>{words.entity.graph}</h2>
        <span className="take">
          <Go to="/graph" with={{ id: entity.id }}>
            {words.graph.larger}
          </Go>
          <Download picture={{ name: entity.id.replace('/', '-'), ref: picture }} />
        </span>
      </div>
      <Scroll label={`${words.entity.graph}, ${words.entity.picture}`}>
        <div className="pic mini">
          <svg
            ref={picture}
            viewBox={`0 0 920 ${height}`}
            role="img"
            aria-label={`${words.entity.graph}: ${entity.label}`}
          >
            {shownLeft.map((end, at) => (
              <path
                key={end.key}
                d={`M300 ${y(at, shownLeft.length)}C350 ${y(at, shownLeft.length)} 330 ${middle} 380 ${middle}`}
                fill="none"
                stroke="var(--rule-2)"
                strokeWidth="1.2"
              />
            ))}
            {shownRight.map((end, at) => (
              <path
                key={end.key}
                d={`M540 ${middle}C590 ${middle} 570 ${y(at, shownRight.length)} 620 ${y(at, shownRight.length)}`}
                fill="none"
                stroke={end.isRival ? 'var(--conflict)' : 'var(--rule-2)'}
                strokeWidth={end.isRival ? 1.5 : 1.2}
                strokeDasharray={end.isRival ? '4 3' : undefined}
              />
            ))}
            <rect
              x="380"
              y={middle - 20}
              width="160"
              height="40"
              fill="var(--accent-wash)"
              stroke="var(--accent)"
              strokeWidth="1.5"
            />
            <text className="s" lang={languageOf(entity.label)} x="460" y={middle + 5} textAnchor="middle">
              {cut(entity.label, 150)}
            </text>
            {shownLeft.map((end, at) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list has the same link for the keyboard.
              <g key={end.key} onClick={open(end)} className="nodelink">
                <circle cx="300" cy={y(at, shownLeft.length)} r="4.5" fill="var(--ink-2)" />
                <text
                  className="h"
                  x="286"
                  y={y(at, shownLeft.length) + 4}
                  textAnchor="end"
                  lang={languageOf(end.entity.label)}
                >
                  {cut(end.entity.label, 190)}
                </text>
                <text x="0" y={y(at, shownLeft.length) + 4}>
                  {cut(end.label, 80)}
                </text>
              </g>
            ))}
            {shownRight.map((end, at) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the list has the same link for the keyboard.
              <g key={end.key} onClick={open(end)} className="nodelink">
                <circle
                  cx="620"
                  cy={y(at, shownRight.length)}
                  r="4.5"
                  fill={end.isRival ? 'var(--paper)' : 'var(--ink-2)'}
                  stroke={end.isRival ? 'var(--conflict)' : undefined}
                  strokeDasharray={end.isRival ? '2 2' : undefined}
                />
                <text
                  className={end.isRival ? 'h cf' : 'h'}
                  x="634"
                  y={y(at, shownRight.length) + 4}
                  lang={languageOf(end.entity.label)}
                >
                  {cut(end.entity.label, 180)}
                </text>
                <text className={end.isRival ? 'cf' : undefined} x="826" y={y(at, shownRight.length) + 4}>
                  {cut(`${end.label} ${end.witnesses}`, 94)}
                </text>
              </g>
            ))}
          </svg>
        </div>
      </Scroll>
      <Truncated shown={shownLeft.length + shownRight.length} total={left.length + right.length} />
    </section>
  )
}

function endOf(
  statement: StatementRowFragment,
  label: string,
  stating: readonly StatementRowFragment[],
  isRival: boolean,
): readonly End[] {
  if (statement.value.__typename !== 'EntityValue') return []
  const witnesses = [...new Set(stating.map(({ edition }) => markOf(edition.language)))].join(' ')
  return [{ key: statement.id, entity: statement.value.entity, label, witnesses, isRival }]
}

/** A label that fits in so many units of the picture; a Chinese character is as wide as two letters. */
export function cut(text: string, width: number): string {
  let left = width
  let end = 0
  for (const character of text) {
    left -= /\p{Script=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character) ? 13 : 6.8
    if (left < 0) return `${text.slice(0, Math.max(1, end - 1))}…`
    end += character.length
  }
  return text
}
