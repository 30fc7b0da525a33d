import type { SearchWord } from './search-query.js'
import type { SearchedName, Unit } from './searched-name.js'

/** Characters that follow each other and sound like what was asked for. */
interface Heard {
  readonly places: readonly number[]
  /** The last syllable is there to its end. */
  readonly isWhole: boolean
  /** Each character is read as it is in this name, not as it may be elsewhere. */
  readonly isInContext: boolean
}

/** Where in the name the word is heard as pinyin; the best such place: whole, in context, the first. Not in places that are taken. */
export function findSound(
  { sound, breaks }: SearchWord,
  name: SearchedName,
  taken: ReadonlySet<number>,
): Heard | undefined {
  if (sound === '') return undefined
  const anyway = listenFromEach(sound, breaks, name, taken, place => name.spellingsAt(place))
  if (!anyway) return undefined
  const inContext = listenFromEach(sound, breaks, name, taken, place => name.spellingsInContextAt(place))
  const isBetter = inContext !== undefined && (inContext.isWhole || !anyway.isWhole)
  return isBetter ? { ...inContext, isInContext: true } : { ...anyway, isInContext: false }
}

type Listened = Omit<Heard, 'isInContext'>

/** The first place in which the sound is heard whole, or else the first in which it begins. */
function listenFromEach(
  sound: string,
  breaks: ReadonlySet<number>,
  name: SearchedName,
  taken: ReadonlySet<number>,
  spellingsAt: (place: number) => readonly string[],
): Listened | undefined {
  let begun: Listened | undefined
  for (let first = 0; first < name.units.length; first++) {
    const heard = listen(sound, breaks, name, first, spellingsAt)
    if (!heard || heard.places.some(place => taken.has(place))) continue
    if (heard.isWhole) return heard
    begun ??= heard
  }
  return begun
}

/** From one character on, as far as the sound goes. One letter alone is an initial, and no sound that lacks its end. */
function listen(
  sound: string,
  breaks: ReadonlySet<number>,
  name: SearchedName,
  first: number,
  spellingsAt: (place: number) => readonly string[],
): Listened | undefined {
  const places: number[] = []
  // Up to where in the sound the characters so far may reach: more than one place, as lü is lu and lyu.
  let reached: ReadonlySet<number> = new Set([0])
  for (const unit of unitsFrom(name, first)) {
    places.push(unit.start)
    const next = new Set<number>()
    let isBegun = false
    for (const from of reached)
      for (const spelling of spellingsAt(unit.start)) {
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
