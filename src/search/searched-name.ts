import { foldWholeName, type Letter } from '../names/fold-name.js'
import {
  isReadWithTone,
  type Reading,
  spellingsInName,
  spellingsOf,
  tonedReadingsInName,
  tonedReadingsOf,
} from '../names/readings.js'
import { type Tone, tonesWritten } from '../names/tones.js'

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
  #tonedInContext: ReadonlyMap<number, readonly Reading[]> | undefined

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

  /** Whether the character at a place, when it is spelled so, has this tone: as it is read in this name, or by any reading. */
  hasTone(place: number, spelling: string, tone: Tone, isInContext: boolean): boolean {
    const character = this.letters[place]?.folded ?? ''
    const readings = isInContext ? (this.#tonedReadings().get(place) ?? []) : tonedReadingsOf(character)
    return isReadWithTone(character, readings, spelling, tone)
  }

  /** The tones that a name in Latin letters is written with (Sūzhōu), by the places of its letters. */
  tonesWritten(): ReadonlyMap<number, Tone> {
    return tonesWritten(this.text, this.letters)
  }

  #tonedReadings(): ReadonlyMap<number, readonly Reading[]> {
    if (this.#tonedInContext) return this.#tonedInContext
    const places = [...this.#hanPlaces]
    const readings = tonedReadingsInName(places.map(place => this.letters[place]?.folded ?? ''))
    this.#tonedInContext = new Map(places.map((place, i) => [place, readings[i] ?? []]))
    return this.#tonedInContext
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
