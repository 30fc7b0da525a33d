import { Fragment } from 'react'
import type { Fact } from '../../parts/facts.js'
import { markedParts } from '../../parts/match.js'

/** A label in which the contested words have a double line: two lines for two readings. */
export function MarkedLabel({ label, facts }: { readonly label: string; readonly facts: readonly Fact[] }) {
  const contested = facts.flatMap(({ values }) =>
    values.flatMap(({ shown, agreeing, contradicting }) =>
      contradicting.length > 0 ? [shown, ...agreeing, ...contradicting].map(({ asStated }) => asStated) : [],
    ),
  )
  const marks = [...new Set(contested)].flatMap(words => {
    const start = words === '' ? -1 : label.indexOf(words)
    return start < 0 ? [] : [{ start, end: start + words.length }]
  })
  return markedParts(label, marks).map(({ start, part, isMarked }) =>
    isMarked ? (
      <span key={start} className="diff">
        {part}
      </span>
    ) : (
      <Fragment key={start}>{part}</Fragment>
    ),
  )
}
