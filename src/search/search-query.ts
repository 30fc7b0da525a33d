import { foldName, type Letter, type Word } from '../names/fold-name.js'
import { type Tone, tonesWritten } from '../names/tones.js'

/** A word that is looked for. */
export interface SearchWord {
  readonly isHan: boolean
  /** Folded, one code point each. */
  readonly letters: readonly string[]
  readonly text: string
  /** As pinyin without figures for tones (tang2 is tang); empty where it is not of Latin letters alone. */
  readonly sound: string
  /** Where in `sound` a syllable must end, because the user put a space or an apostrophe there. */
  readonly breaks: ReadonlySet<number>
  /** The tones that the user typed, by the place in `sound` of the letter that carries them. */
  readonly tones: ReadonlyMap<number, Tone>
}

/** What a user looks for. */
export interface SearchQuery {
  /** As it was written, each word once: all must be found. */
  readonly words: readonly SearchWord[]
  /** Some words are of Chinese characters and some are not: they may stand in two names of one entity. */
  readonly isMixed: boolean
  /** Several words in Latin letters as one: bei jing may be Beijing, t j g initials. */
  readonly joined: SearchWord | undefined
  /** Letters and figures without what divides them. */
  readonly compact: string
  /** Where in `compact` the words begin. */
  readonly wordStarts: readonly number[]
  /** The user typed the tone of a syllable: names that are read with other tones are worse answers. */
  readonly isToned: boolean
}

/** Undefined where the text has no letter and no figure, so that there is nothing to look for. */
export function parseSearchQuery(text: string): SearchQuery | undefined {
  const seen = withoutUnseen(text)
  const found = foldName(seen)
  if (found.length === 0) return undefined
  const words = found.map(word => toSearchWord(word, seen))
  const hasHan = found.some(({ isHan }) => isHan)
  return {
    words: [...new Map(words.map(word => [word.text, word])).values()],
    isMixed: hasHan && found.some(({ isHan }) => !isHan),
    joined: !hasHan && found.length > 1 ? joinWords(words) : undefined,
    compact: found.map(word => word.text).join(''),
    wordStarts: startsOf(found),
    isToned: words.some(({ tones }) => tones.size > 0),
  }
}

function startsOf(words: readonly Word[]): readonly number[] {
  let at = 0
  return words.map(({ letters }) => {
    at += letters.length
    return at - letters.length
  })
}

/** The text without zero-width characters and marks of direction, which come along when a name is copied from a page. */
export function withoutUnseen(text: string): string {
  return text.replace(unseen, '')
}

const unseen = /\p{Default_Ignorable_Code_Point}/gu

function toSearchWord({ isHan, letters, text }: Word, query: string): SearchWord {
  const isSounding = !isHan && isPinyinWithTones.test(text)
  const sounding = isSounding ? letters.filter(({ folded }) => folded > '9') : []
  return {
    isHan,
    letters: letters.map(({ folded }) => folded),
    text,
    sound: sounding.map(({ folded }) => folded).join(''),
    breaks: breaksBetween(sounding),
    tones: isSounding ? tonesWritten(query, letters) : new Map(),
  }
}

function joinWords(words: readonly SearchWord[]): SearchWord {
  const isSounding = words.every(({ sound }) => sound !== '')
  const breaks = new Set<number>()
  const tones = new Map<number, Tone>()
  let sound = ''
  for (const word of isSounding ? words : []) {
    for (const each of word.breaks) breaks.add(sound.length + each)
    for (const [place, tone] of word.tones) tones.set(sound.length + place, tone)
    sound += word.sound
    breaks.add(sound.length)
  }
  return {
    isHan: false,
    letters: words.flatMap(({ letters }) => letters),
    text: words.map(({ text }) => text).join(''),
    sound,
    breaks,
    tones,
  }
}

/** Where letters do not stand beside each other, there was an apostrophe or the figure of a tone. */
function breaksBetween(letters: readonly Letter[]): ReadonlySet<number> {
  return new Set(letters.flatMap(({ start }, i) => (i > 0 && letters[i - 1]?.end !== start ? [i] : [])))
}

/** Letters, perhaps with the figure of a tone behind each syllable. */
const isPinyinWithTones = /^(?:[a-z]+|(?:[a-z]+[0-5])+[a-z]*)$/
