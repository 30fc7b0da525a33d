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
  let best: Heard | undefined
  for (const isInContext of [true, false])
    for (let first = 0; first < name.units.length; first++) {
      const heard = listen(sound, breaks, name, first, isInContext)
      if (heard?.places.some(place => taken.has(place))) continue
      if (heard?.isWhole) return { ...heard, isInContext }
      if (heard) best ??= { ...heard, isInContext }
    }
  return best
}

/** From one character on, as far as the sound goes. One letter alone is an initial, and no sound that lacks its end. */
function listen(
  sound: string,
  breaks: ReadonlySet<number>,
  name: SearchedName,
  first: number,
  isInContext: boolean,
): Omit<Heard, 'isInContext'> | undefined {
  const places: number[] = []
  // Up to where in the sound the characters so far may reach: more than one place, as lü is lu and lyu.
  let reached: ReadonlySet<number> = new Set([0])
  for (const unit of unitsFrom(name, first)) {
    const spellings = name.spellingsAt(unit.start)[isInContext ? 'inContext' : 'all']
    places.push(unit.start)
    const next = new Set<number>()
    let isBegun = false
    for (const from of reached)
      for (const spelling of spellings) {
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
