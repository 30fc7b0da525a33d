/** A marked part of a text; positions count characters (code points) of the whole text. */
export interface Range<Note> {
  readonly start: number
  readonly end: number
  readonly note: Note
}

export interface Piece<Note> {
  readonly start: number
  readonly text: string
  /** The notes of all ranges that the piece lies in, the shorter ranges last. */
  readonly notes: readonly Note[]
  /** The notes of the ranges that end with the piece. */
  readonly ending: readonly Note[]
}

/** A text cut wherever a range begins or ends; `offset` is the place of the text in the whole. */
export function piecesOf<Note>(text: string, offset: number, ranges: readonly Range<Note>[]): readonly Piece<Note>[] {
  const characters = [...text]
  const end = offset + characters.length
  const within = ranges
    .filter(range => range.start < end && range.end > offset && range.start < range.end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  const cuts = [...new Set([offset, end, ...within.flatMap(range => [range.start, range.end])])]
    .filter(cut => cut >= offset && cut <= end)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, at) => {
    const next = cuts[at + 1] ?? end
    return {
      start,
      text: characters.slice(start - offset, next - offset).join(''),
      notes: within.filter(range => range.start <= start && range.end >= next).map(({ note }) => note),
      ending: within.filter(range => range.end === next).map(({ note }) => note),
    }
  })
}

/** Where the words of a statement stand in its quote, in characters of the edition's text. */
export function wordsIn(quote: { readonly exact: string; readonly start: number | null }, words: string) {
  const at = quote.exact.indexOf(words)
  if (quote.start === null || at < 0 || words === '') return undefined
  const start = quote.start + [...quote.exact.slice(0, at)].length
  return { start, end: start + [...words].length }
}
