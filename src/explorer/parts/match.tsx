import { Fragment } from 'react'
import type { MatchReason } from '../generated/graphql.js'
import type { Words } from '../words/words.js'

export interface MatchParts {
  readonly text: string
  readonly language: string
  readonly reason: MatchReason
  readonly highlights: readonly { readonly start: number; readonly end: number }[]
}

/** Why something was found, in words. */
export const reasonIn = (words: Words, { reason, language }: MatchParts): string =>
  language === 'zxx' ? words.search.code : words.search.reasons[reason]

/** The text that matched, with the parts that did marked. */
export function MatchedText({ match: { text, language, highlights } }: { readonly match: MatchParts }) {
  return (
    <span className="src" lang={language === 'zxx' ? undefined : language}>
      {markedParts(text, highlights).map(({ start, part, isMarked }) =>
        isMarked ? <mark key={start}>{part}</mark> : <Fragment key={start}>{part}</Fragment>,
      )}
    </span>
  )
}

/** A text cut at the ends of the marked parts. Positions count characters, as the API does. */
export function markedParts(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly start: number; readonly part: string; readonly isMarked: boolean }[] {
  const parts: { start: number; part: string; isMarked: boolean }[] = []
  let at = 0
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start > at) parts.push({ start: at, part: text.slice(at, start), isMarked: false })
    if (end > Math.max(at, start))
      parts.push({ start: Math.max(at, start), part: text.slice(Math.max(at, start), end), isMarked: true })
    at = Math.max(at, end)
  }
  if (at < text.length) parts.push({ start: at, part: text.slice(at), isMarked: false })
  return parts
}
