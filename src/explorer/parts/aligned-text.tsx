import { Fragment, type ReactNode } from 'react'
import type { QuotedStatementFragment, SpanPartsFragment } from '../generated/graphql.js'
import { groupBy } from './facts.js'
import { piecesOf, type Range, wordsIn } from './pieces.js'

/** Words in which two editions part: a letter, and what either says; of one thing, or of several in the same words. */
export interface Difference {
  readonly letter: string
  readonly sides: readonly QuotedStatementFragment[]
}

/** Conflicts between statements of the two editions, each with a letter, in the order of the text. */
export function differencesOf(
  here: readonly QuotedStatementFragment[],
  there: readonly QuotedStatementFragment[],
): readonly Difference[] {
  const found = new Map<string, QuotedStatementFragment[]>()
  for (const statement of here)
    for (const { id } of statement.conflicts) {
      const others = there.filter(({ conflicts }) => conflicts.some(conflict => conflict.id === id))
      if (others.length > 0) found.set(id, [...(found.get(id) ?? [statement]), ...others])
    }
  const sides = [...found.values()].map(all => [...new Map(all.map(side => [side.id, side])).values()])
  const alike = groupBy(sides, all => all.map(({ asStated }) => asStated).join('\n'))
  return [...alike.values()].map((all, at) => ({ letter: letterOf(at), sides: all.flat() }))
}

const letterOf = (at: number): string => (at < 26 ? String.fromCharCode(97 + at) : String(at + 1))

type Note =
  | { readonly kind: 'quote'; readonly id: string }
  | { readonly kind: 'contested'; readonly letter: string; readonly isThis: boolean }

/** A sentence of an edition: the quotes of what is shown are marked, and the words that another edition contradicts. */
export function SpanText({
  span,
  differences,
  shown,
  linkOf,
}: {
  readonly span: Pick<SpanPartsFragment, 'text' | 'start'> & {
    readonly statements: readonly Pick<QuotedStatementFragment, 'id' | 'quote' | 'asStated'>[]
  }
  readonly differences: readonly Difference[]
  /** The statements whose quotes are marked; undefined: all. */
  readonly shown?: ReadonlySet<string>
  /** Where a mark leads. */
  readonly linkOf?: (id: string, text: ReactNode) => ReactNode
}) {
  const ranges: Range<Note>[] = span.statements.flatMap(statement => {
    const { id, quote, asStated } = statement
    if (!quote || quote.start === null || quote.end === null) return []
    const isThis = shown?.has(id) ?? false
    const marks: Range<Note>[] =
      shown === undefined || isThis ? [{ start: quote.start, end: quote.end, note: { kind: 'quote', id } }] : []
    const words = wordsIn(quote, asStated)
    const difference = differences.find(({ sides }) => sides.some(side => side.id === id))
    if (words && difference) marks.push({ ...words, note: { kind: 'contested', letter: difference.letter, isThis } })
    return marks
  })
  return (
    <>
      {piecesOf(span.text, span.start, ranges).map(({ start, text, notes, ending }) => {
        const quoted = notes.filter(note => note.kind === 'quote').at(-1)
        const contested = notes.filter(note => note.kind === 'contested').at(-1)
        const letters = [...new Set(ending.flatMap(note => (note.kind === 'contested' ? [note.letter] : [])))]
        const marked = contested ? (
          <span className={contested.isThis || !shown ? 'diff' : 'quietdiff'}>{text}</span>
        ) : (
          text
        )
        const linked = quoted && linkOf && text.trim() !== '' ? linkOf(quoted.id, marked) : marked
        return (
          <Fragment key={start}>
            {quoted ? <mark>{linked}</mark> : linked}
            {letters.map(letter => (
              <sup key={letter} className="k">
                {letter}
              </sup>
            ))}
          </Fragment>
        )
      })}
    </>
  )
}
