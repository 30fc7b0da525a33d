import type { ReactNode } from 'react'
import { useWords } from '../words/words.js'

/** How much of something is shown, if it is not all; and what shows the rest. */
export function Truncated({
  shown,
  total,
  children,
}: {
  readonly shown: number
  readonly total: number
  readonly children?: ReactNode
}) {
  const { states } = useWords()
  if (shown >= total) return null
  return (
    <p className="note more" role="status">
      {states.truncated(shown, total)} {children}
    </p>
  )
}
