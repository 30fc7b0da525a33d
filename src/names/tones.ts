import type { Letter } from './fold-name.js'

/** The tones of Mandarin that pinyin marks: first to fourth. The neutral tone has no mark. */
export type Tone = 1 | 2 | 3 | 4

/**
 * The tones that a text writes, by the place among `letters` of the letter that carries the mark or precedes the
 * figure: `Sūzhōu` and `su1zhou1`. Letters without either, and the neutral tone (0 or 5), say nothing of a tone.
 */
export function tonesWritten(text: string, letters: readonly Letter[]): ReadonlyMap<number, Tone> {
  const tones = new Map<number, Tone>()
  let place = -1
  for (const { folded, start, end } of letters) {
    if (folded >= '0' && folded <= '9') {
      const tone = toneOfFigure[folded]
      if (tone && place >= 0) tones.set(place, tone)
      continue
    }
    place++
    for (const mark of text.slice(start, end).normalize('NFD')) {
      const tone = toneOfMark[mark]
      if (tone) tones.set(place, tone)
    }
  }
  return tones
}

const toneOfFigure: Readonly<Record<string, Tone>> = { 1: 1, 2: 2, 3: 3, 4: 4 }

/** Macron, acute, caron and grave. The breve is often typed for the caron. */
const toneOfMark: Readonly<Record<string, Tone>> = { '\u0304': 1, '\u0301': 2, '\u030c': 3, '\u0306': 3, '\u0300': 4 }
