import type { Letter } from '../names/fold-name.js'

/** A part of a text, in UTF-16 code units, end exclusive. */
export interface Highlight {
  readonly start: number
  readonly end: number
}

/** The parts of the text in which these letters stand; letters that follow each other are one part, with what divides them. `places`: rising. */
export function highlightsOf(letters: readonly Letter[], places: readonly number[]): readonly Highlight[] {
  const highlights: Highlight[] = []
  for (const [i, place] of places.entries()) {
    const letter = letters[place]
    if (!letter) continue
    const last = highlights.at(-1)
    if (last && (places[i - 1] === place - 1 || letter.start < last.end))
      highlights[highlights.length - 1] = { start: last.start, end: letter.end }
    else highlights.push({ start: letter.start, end: letter.end })
  }
  return highlights
}
