import type { SearchWord } from './search-query.js'
import type { SearchedName, Unit } from './searched-name.js'

/** Characters that follow each other and sound like what was asked for. */
export interface Heard {
  readonly places: readonly number[]
  /** The last syllable is there to its end. */
  readonly isWhole: boolean
  /** Each character is read as it is in this name, not as it may be elsewhere. */
  readonly isInContext: boolean
  /** Whether the characters are read with the tones that the user typed; undefined where the user typed none. */
  readonly hasTones: boolean | undefined
}

/**
 * Where in the name the word is heard as pinyin; the best such place: whole, with the tones that were typed, in context,
 * the first. Not in places that are taken.
 */
export function findSound(word: SearchWord, name: SearchedName, taken: ReadonlySet<number>): Heard | undefined {
  if (word.sound === '') return undefined
  const anyway = listenFromEach(word, name, taken, anyReading(name))
  if (!anyway) return undefined
  const inContext = listenFromEach(word, name, taken, inContextIn(name))
  const isBetter = inContext !== undefined && (inContext.isWhole || !anyway.isWhole)
  const heard = isBetter ? { ...inContext, isInContext: true } : { ...anyway, isInContext: false }
  if (word.tones.size === 0) return { ...heard, hasTones: undefined }
  // Where the name is read so, its own tones alone agree: 苏 has a rare reading sù, and 苏州 is Sūzhōu.
  const spellingsAt = heard.isInContext ? inContextIn(name) : anyReading(name)
  const toned = listenFromEach(word, name, taken, withTones(spellingsAt, word, name, heard.isInContext))
  if (!toned || (heard.isWhole && !toned.isWhole)) return { ...heard, hasTones: false }
  return { ...heard, places: toned.places, hasTones: true }
}

/** The letters that the character at a place may be spelled with, where they would stand from this place in the sound on. */
type SpellingsAt = (place: number, from: number) => readonly string[]

function anyReading(name: SearchedName): SpellingsAt {
  return place => name.spellingsAt(place)
}

function inContextIn(name: SearchedName): SpellingsAt {
  return place => name.spellingsInContextAt(place)
}

/** Those of the spellings that have the tone that was typed at their letters, if one was typed there. */
function withTones(
  spellingsAt: SpellingsAt,
  { tones }: SearchWord,
  name: SearchedName,
  isInContext: boolean,
): SpellingsAt {
  return (place, from) =>
    spellingsAt(place, from).filter(spelling => {
      const typed = Array.from(spelling, (_, i) => tones.get(from + i)).find(tone => tone !== undefined)
      return typed === undefined || name.hasTone(place, spelling, typed, isInContext)
    })
}

type Listened = Omit<Heard, 'isInContext' | 'hasTones'>

/** The first place in which the sound is heard whole, or else the first in which it begins. */
function listenFromEach(
  word: SearchWord,
  name: SearchedName,
  taken: ReadonlySet<number>,
  spellingsAt: SpellingsAt,
): Listened | undefined {
  let begun: Listened | undefined
  for (let first = 0; first < name.units.length; first++) {
    const heard = listen(word, name, first, spellingsAt)
    if (!heard || heard.places.some(place => taken.has(place))) continue
    if (heard.isWhole) return heard
    begun ??= heard
  }
  return begun
}

/** From one character on, as far as the sound goes. One letter alone is an initial, and no sound that lacks its end. */
function listen(
  { sound, breaks }: SearchWord,
  name: SearchedName,
  first: number,
  spellingsAt: SpellingsAt,
): Listened | undefined {
  const places: number[] = []
  // Up to where in the sound the characters so far may reach: more than one place, as lü is lu and lyu.
  let reached: ReadonlySet<number> = new Set([0])
  for (const unit of unitsFrom(name, first)) {
    places.push(unit.start)
    const next = new Set<number>()
    let isBegun = false
    for (const from of reached)
      for (const spelling of spellingsAt(unit.start, from)) {
        const end = from + spelling.length
        if (isBroken(breaks, from, Math.min(end, sound.length))) continue
        if (sound.startsWith(spelling, from)) next.add(end)
        else if (sound.length > 1 && end > sound.length && spelling.startsWith(sound.slice(from))) isBegun = true
      }
    if (next.has(sound.length)) return { places, isWhole: true }
    if (isBegun) return { places, isWhole: false }
    if (next.size === 0) return undefined
    reached = next
  }
  return undefined
}

function* unitsFrom(name: SearchedName, first: number): Iterable<Unit> {
  for (const unit of name.units.slice(first)) {
    if (!unit.isHan) return
    yield unit
  }
}

function isBroken(breaks: ReadonlySet<number>, from: number, end: number): boolean {
  for (const each of breaks) if (each > from && each < end) return true
  return false
}
