import { foldWholeName, type Letter } from '../names/fold-name.js'
import { readingsInName, readingsOf, spellingsOf } from '../names/readings.js'

/** A name as it is searched: its letters in one row, and how the Chinese ones sound. */
export class SearchedName {
  readonly letters: readonly Letter[]
  /** The letters without what divides them. */
  readonly compact: string
  /** Of each letter, whether a word begins there. */
  readonly startsWord: readonly boolean[]
  /** What has a sound and an initial of its own: a Chinese character, or a word of other letters. */
  readonly units: readonly Unit[]
  #spellings: ReadonlyMap<number, Spellings> | undefined

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
  }

  /** The folded letters of a unit. */
  textOf({ start, end }: Unit): string {
    return this.letters
      .slice(start, end)
      .map(({ folded }) => folded)
      .join('')
  }

  isHanAt(place: number): boolean {
    return this.units.some(({ isHan, start }) => isHan && start === place)
  }

  /** How the Chinese character at a place is written in Latin letters. */
  spellingsAt(place: number): Spellings {
    this.#spellings ??= this.#spell()
    return this.#spellings.get(place) ?? silent
  }

  #spell(): ReadonlyMap<number, Spellings> {
    const places = this.units.filter(({ isHan }) => isHan).map(({ start }) => start)
    const characters = places.map(place => this.letters[place]?.folded ?? '')
    const inName = readingsInName(characters.join(''))
    return new Map(
      places.map((place, i) => {
        const character = characters[i] ?? ''
        const inContext = spellingsOf(character, inName[i] ?? [])
        const other = spellingsOf(character, readingsOf(character)).filter(each => !inContext.includes(each))
        return [place, { inContext, all: [...inContext, ...other] }]
      }),
    )
  }
}

export interface Unit {
  readonly isHan: boolean
  /** Places of its letters, end exclusive. */
  readonly start: number
  readonly end: number
}

export interface Spellings {
  /** As the character is read in this name. */
  readonly inContext: readonly string[]
  /** As it may be read in any; those in context first. */
  readonly all: readonly string[]
}

const silent: Spellings = { inContext: [], all: [] }
