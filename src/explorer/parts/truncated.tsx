import type { ReactNode } from 'react'
import { useWords } from '../words/words.js'

/** How much of something is shown, if it is not all; and what shows the rest. */
export function Truncated({
  shown,
  total,
  children,
}: {
  readonly shown: number
  /** Absent if nobody has counted the rest. */
  readonly total: number | undefined
  readonly children?: ReactNode
}) {
  const { states } = useWords()
  if (total !== undefined && shown >= total) return null
  return (
    <p className="note more" role="status">
      {total === undefined ? states.firstOnly(shown) : states.truncated(shown, total)} {children}
    </p>
  )
}
