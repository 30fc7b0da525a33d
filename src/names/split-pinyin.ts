import { isPinyinBeginning, isPinyinSyllable } from './romanisation.js'

/** A stretch of letters that every reading as pinyin divides from what follows: the ways in which it reads. */
export type Stretch = readonly (readonly string[])[]

/**
 * Folded letters as syllables of pinyin, stretch by stretch: jianguoxian is jian or ji-an, guo or gu-o, xian or xi-an.
 * The last syllable may lack its end, as when somebody is still typing. Undefined where the letters are no pinyin; a
 * stretch that reads in too many ways is left out.
 */
export function splitPinyin(letters: string): readonly Stretch[] | undefined {
  if (letters.length > maxLetters) return undefined
  const syllables = syllablesOnTheWay(letters)
  if (syllables.length === 0) return undefined
  // Every way passes where no syllable lies across.
  const isCrossed = (place: number) => syllables.some(({ start, end }) => start < place && place < end)
  const ends = [...new Set(syllables.map(({ end }) => end))].filter(end => !isCrossed(end)).sort((a, b) => a - b)
  return ends.flatMap((end, i) => {
    const ways = waysBetween(ends[i - 1] ?? 0, end, letters, syllables)
    return ways.length <= maxWays ? [ways] : []
  })
}

interface Syllable {
  readonly start: number
  readonly end: number
}

/** The syllables from which the beginning and the end of the letters can both be reached. */
function syllablesOnTheWay(letters: string): readonly Syllable[] {
  const all: Syllable[] = []
  const fromStart = new Set([0])
  for (let start = 0; start < letters.length; start++)
    for (let end = start + 1; fromStart.has(start) && end <= Math.min(letters.length, start + longest); end++) {
      if (!fits(letters, start, end)) continue
      all.push({ start, end })
      fromStart.add(end)
    }
  const toEnd = new Set([letters.length])
  return all.toReversed().filter(({ start, end }) => toEnd.has(end) && toEnd.add(start))
}

function fits(letters: string, start: number, end: number): boolean {
  const syllable = letters.slice(start, end)
  return isPinyinSyllable(syllable) || rare.has(syllable) || (end === letters.length && isPinyinBeginning(syllable))
}

/** No more than one beyond the most that are allowed, since then they are not taken. */
function waysBetween(from: number, to: number, letters: string, syllables: readonly Syllable[]): Stretch {
  const ways: (readonly string[])[] = []
  const walk = (at: number, begun: readonly string[]) => {
    if (at === to) ways.push(begun)
    else
      for (const { start, end } of syllables)
        if (start === at && ways.length <= maxWays) walk(end, [...begun, letters.slice(start, end)])
  }
  walk(from, [])
  return ways
}

/** The province 陕西 as it is spelled, and what characters that few names have are read as. */
const rare: ReadonlySet<string> = new Set('shaan o yo lo eng den dei kei tei rua zhei shei'.split(' '))
const longest = 6
const maxWays = 8
const maxLetters = 100
