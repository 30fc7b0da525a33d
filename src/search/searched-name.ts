import { foldWholeName, type Letter } from '../names/fold-name.js'
import { spellingsInName, spellingsOf } from '../names/readings.js'

/** A name as it is searched: its letters in one row, and how the Chinese ones sound. */
export class SearchedName {
  readonly letters: readonly Letter[]
  /** The letters without what divides them. */
  readonly compact: string
  /** Of each letter, whether a word begins there. */
  readonly startsWord: readonly boolean[]
  /** What has a sound and an initial of its own: a Chinese character, or a word of other letters. */
  readonly units: readonly Unit[]
  readonly #hanPlaces: ReadonlySet<number>
  #inContext: ReadonlyMap<number, readonly string[]> | undefined

  constructor(readonly text: string) {
    const words = foldWholeName(text)
    this.letters = words.flatMap(word => word.letters)
    this.compact = words.map(word => word.text).join('')
    this.startsWord = words.flatMap(word => word.letters.map((_, i) => i === 0))
    const units: Unit[] = []
    let at = 0
    for (const { isHan, letters } of words) {
      if (isHan) for (let i = 0; i < letters.length; i++) units.push({ isHan, start: at + i, end: at + i + 1 })
      else units.push({ isHan, start: at, end: at + letters.length })
      at += letters.length
    }
    this.units = units
    this.#hanPlaces = new Set(units.filter(({ isHan }) => isHan).map(({ start }) => start))
  }

  /** The folded letters of a unit. */
  textOf({ start, end }: Unit): string {
    return this.letters
      .slice(start, end)
      .map(({ folded }) => folded)
      .join('')
  }

  isHanAt(place: number): boolean {
    return this.#hanPlaces.has(place)
  }

  /** How the Chinese character at a place is written in Latin letters, by any of its readings; of other letters nothing. */
  spellingsAt(place: number): readonly string[] {
    return this.isHanAt(place) ? spellingsOf(this.letters[place]?.folded ?? '') : silent
  }

  /** The same, as it is read in this name. */
  spellingsInContextAt(place: number): readonly string[] {
    this.#inContext ??= this.#readInContext()
    return this.#inContext.get(place) ?? silent
  }

  #readInContext(): ReadonlyMap<number, readonly string[]> {
    const places = [...this.#hanPlaces]
    const spellings = spellingsInName(places.map(place => this.letters[place]?.folded ?? ''))
    return new Map(places.map((place, i) => [place, spellings[i] ?? silent]))
  }
}

export interface Unit {
  readonly isHan: boolean
  /** Places of its letters, end exclusive. */
  readonly start: number
  readonly end: number
}

const silent: readonly string[] = []
