import { findExonym, findExonymsLike } from '../names/exonyms.js'
import { spellingsOf } from '../names/readings.js'
import { countEdits, editsAllowed } from '../names/typos.js'
import { findSound, type Heard } from './find-sound.js'
import type { SearchWord } from './search-query.js'
import type { SearchedName, Unit } from './searched-name.js'

/** How a word that is looked for was found in a name. */
export interface FoundWord {
  readonly way: 'WORDS' | 'PINYIN' | 'INITIALS' | 'FUZZY'
  /** How well, 0 to 1. */
  readonly weight: number
  /** Places of the letters that it was found in, rising. */
  readonly places: readonly number[]
}

/**
 * The best match of the word in the name, with edits of the pen only where they are allowed for. `taken`: the
 * places in which other words were found, so that one Jing is not found for jing and for jin.
 */
export function findWord(
  word: SearchWord,
  name: SearchedName,
  withTypos: boolean,
  taken: ReadonlySet<number>,
): FoundWord | undefined {
  const found = findAnyWay(word, name, withTypos, taken)
  return found?.places.some(place => taken.has(place)) ? undefined : found
}

function findAnyWay(
  word: SearchWord,
  name: SearchedName,
  withTypos: boolean,
  taken: ReadonlySet<number>,
): FoundWord | undefined {
  const asWritten =
    findLetters(word, name, taken) ??
    (word.isHan ? undefined : (findBySound(word, name, taken) ?? findInitials(word, name)))
  if (asWritten || !withTypos) return asWritten
  return word.isHan ? (findPieces(word, name) ?? findOtherCharacters(word, name)) : findEdit(word, name)
}

/** The letters themselves: characters anywhere, other words from where a word of the name begins. */
function findLetters(
  { isHan, letters }: SearchWord,
  name: SearchedName,
  taken: ReadonlySet<number>,
): FoundWord | undefined {
  let begun: FoundWord | undefined
  for (let start = 0; start + letters.length <= name.letters.length; start++) {
    if (taken.has(start) || (!isHan && !name.startsWord[start])) continue
    if (!letters.every((letter, i) => name.letters[start + i]?.folded === letter)) continue
    const end = start + letters.length
    if (isHan || end === name.letters.length || name.startsWord[end]) return found('WORDS', 0.75, range(start, end))
    begun ??= found('WORDS', 0.7, range(start, end))
  }
  return begun
}

/** As pinyin, or by the name that the place usually has in Latin letters (Peking). */
function findBySound(word: SearchWord, name: SearchedName, taken: ReadonlySet<number>): FoundWord | undefined {
  const heard = findSound(word, name, taken)
  if (heard) return found('PINYIN', weightOfSound(heard), heard.places)
  const places = placesOfAny(findExonym(word.text) ?? [], name)
  return places && found('PINYIN', 0.78, places)
}

function weightOfSound({ places, isWhole, isInContext, hasTones }: Heard): number {
  const weight = isWhole ? (isInContext ? 0.8 : 0.6) : 0.66
  // With the tones that were typed, the beginning of a name is as good an answer as the same letters in another name.
  return hasTones && places[0] === 0 ? weight * 1.2 : weight
}

/** The first letters of characters or words that follow each other. */
function findInitials({ text }: SearchWord, name: SearchedName): FoundWord | undefined {
  if (!isInitials.test(text)) return undefined
  const asIn = (spellings: (unit: Unit) => readonly string[]) => {
    const initials = name.units.map(unit => spellings(unit).map(spelling => spelling.charAt(0)))
    const first = initials.findIndex((_, at) =>
      Array.from(text).every((letter, i) => initials[at + i]?.includes(letter)),
    )
    return first < 0 ? undefined : name.units.slice(first, first + text.length).map(({ start }) => start)
  }
  const places = asIn(unit => (unit.isHan ? name.spellingsAt(unit.start) : [name.textOf(unit)]))
  const inContext = places && asIn(unit => (unit.isHan ? name.spellingsInContextAt(unit.start) : [name.textOf(unit)]))
  return places && found('INITIALS', inContext ? 0.5 : 0.45, inContext ?? places)
}

/** A word of the name, all of its words together, or the pinyin that it begins with, with a edit or two. */
function findEdit({ text, letters }: SearchWord, name: SearchedName): FoundWord | undefined {
  const most = editsAllowed(text)
  let best: FoundWord | undefined
  const tryOne = (written: string, places: readonly number[]) => {
    const edits = countEdits(text, written, Math.min(most, editsAllowed(written)))
    const weight = 0.4 * (1 - edits / letters.length)
    if (most > 0 && edits <= Math.min(most, editsAllowed(written)) && weight > (best?.weight ?? 0))
      best = found('FUZZY', weight, places)
  }
  for (const unit of name.units) if (!unit.isHan) tryOne(name.textOf(unit), range(unit.start, unit.end))
  if (name.units.every(({ isHan }) => !isHan)) tryOne(name.compact, range(0, name.letters.length))
  let sound = ''
  const heard: number[] = []
  for (const { start } of name.units.filter(({ isHan }) => isHan).slice(0, text.length)) {
    sound += name.spellingsInContextAt(start)[0] ?? ''
    heard.push(start)
    tryOne(sound, [...heard])
  }
  if (best) return best
  const places = placesOfAny(findExonymsLike(text), name)
  return places && found('FUZZY', 0.36, places)
}

/**
 * In order, but with other characters in between: 京津冀算力走廊 in 京津冀蒙算力供给走廊. Where they stand one by one,
 * it is what a long name may be cut to, or mere chance: 经信局 in 经济和信息化局.
 */
function findPieces({ letters }: SearchWord, name: SearchedName): FoundWord | undefined {
  const places: number[] = []
  let pieces = 0
  for (let at = 0, from = 0; at < letters.length; ) {
    const piece = longestPiece(letters.slice(at), name, from)
    if (!piece) return undefined
    pieces++
    places.push(...range(piece.start, piece.end))
    at += piece.end - piece.start
    from = piece.end
  }
  if (pieces * 2 <= letters.length) return found('WORDS', 0.6, places)
  return letters.length > 2 ? found('FUZZY', 0.3, places) : undefined
}

function longestPiece(
  letters: readonly string[],
  name: SearchedName,
  from: number,
): { start: number; end: number } | undefined {
  let longest: { start: number; end: number } | undefined
  for (let start = from; start < name.letters.length; start++) {
    let end = start
    while (end - start < letters.length && name.letters[end]?.folded === letters[end - start]) end++
    if (end - start > (longest ? longest.end - longest.start : 0)) longest = { start, end }
  }
  return longest
}

/** With others that sound alike (唐健国 for 唐建国), or one that is wrong among three or more. */
function findOtherCharacters({ letters }: SearchWord, name: SearchedName): FoundWord | undefined {
  if (letters.length < 2) return undefined
  const asked = letters.map(spellingsOf)
  let best: FoundWord | undefined
  for (let start = 0; start + letters.length <= name.letters.length; start++) {
    const others = range(start, start + letters.length).filter((place, i) => name.letters[place]?.folded !== letters[i])
    const unlike = others.filter(place => {
      const sounds = name.spellingsAt(place)
      return !asked[place - start]?.some(sound => sounds.includes(sound))
    })
    const weight = unlike.length === 0 ? 0.42 : letters.length > 2 && others.length === 1 ? 0.34 : 0
    if (weight > (best?.weight ?? 0)) best = found('FUZZY', weight, range(start, start + letters.length))
  }
  return best
}

function placesOfAny(names: readonly string[], name: SearchedName): readonly number[] | undefined {
  for (const each of names) {
    const letters = [...each]
    const start = name.letters.findIndex((_, place) =>
      letters.every((letter, i) => name.letters[place + i]?.folded === letter),
    )
    if (start >= 0) return range(start, start + letters.length)
  }
  return undefined
}

function found(way: FoundWord['way'], weight: number, places: readonly number[]): FoundWord {
  return { way, weight, places }
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, i) => start + i)
}

const isInitials = /^[a-z0-9]{2,12}$/
