import { type CoreName, coreNameOf } from '../names/core-name.js'
import { findExonym } from '../names/exonyms.js'
import { isSpelled } from '../names/names-sound-alike.js'
import { isCompoundSurname } from '../names/surnames.js'
import { countEdits, editsAllowed } from '../names/typos.js'
import type { EntityType } from '../ontology/ontology.js'

/** Ways in which two names may belong to one entity, the surest first. */
export const nameLikenesses = [
  'SAME_NAME',
  'SAME_WITHOUT_FORM',
  'SAME_SOUND',
  'USUAL_NAME',
  'SAME_WORDS',
  'SLIP',
  'ABBREVIATED',
  'PART',
] as const
export type NameLikeness = (typeof nameLikenesses)[number]

/** A name with its parts, computed once for all comparisons. */
export interface ComparedName extends CoreName {
  readonly text: string
  /** The name of a place without its kind of division. */
  readonly place: string
}

export function comparedName(text: string, { namesBySound }: Pick<EntityType, 'namesBySound'>): ComparedName {
  const name = coreNameOf(text)
  return { ...name, text, place: namesBySound === 'PLACE' ? placeOf(name) : name.core }
}

/** The best reason to match two names; undefined if there is none. The caller compares numbers and branches. */
export function likenessOf(
  a: ComparedName,
  b: ComparedName,
  { namesBySound }: Pick<EntityType, 'namesBySound'>,
): NameLikeness | undefined {
  if (a.compact === '' || b.compact === '') return undefined
  if (a.compact === b.compact) return 'SAME_NAME'
  if (namesBySound === 'PLACE' && !mayBeOneDivision(a, b)) return undefined
  if (a.core === b.core || a.place === b.place) return a.place.length > 1 ? 'SAME_WITHOUT_FORM' : undefined
  if (a.isHan !== b.isHan) return likenessAcross(a.isHan ? a : b, a.isHan ? b : a, namesBySound)
  if (haveSameWords(a, b)) return 'SAME_WORDS'
  return a.isHan ? likenessInHan(a, b, namesBySound) : likenessInLatin(a, b, namesBySound)
}

/** One in characters, one in letters. */
function likenessAcross(han: ComparedName, latin: ComparedName, namesBySound: EntityType['namesBySound']) {
  if (findExonym(latin.place)?.some(name => isNearly(han.place, name))) return 'USUAL_NAME'
  const orders = namesBySound === 'PERSON' ? ordersOf(han.core) : [han.core, han.place, han.compact]
  const letters = new Set([latin.compact, latin.core, latin.place])
  const isHeard = orders.some(order => order.length > 1 && [...letters].some(each => isSpelled(order, each)))
  return isHeard ? 'SAME_SOUND' : undefined
}

/** 内蒙古 is nearly 内蒙. */
function isNearly(place: string, name: string): boolean {
  return place.startsWith(name) && place.length - name.length < 2
}

/** Surname first, or given name first. */
function ordersOf(han: string): readonly string[] {
  const length = isCompoundSurname(han) ? 2 : 1
  return [han, han.slice(length) + han.slice(0, length)]
}

function likenessInHan(a: ComparedName, b: ComparedName, namesBySound: EntityType['namesBySound']) {
  const [short, long] = a.core.length <= b.core.length ? [a.core, b.core] : [b.core, a.core]
  // In names of persons and places every character counts: 王建国, 唐建国.
  if (namesBySound !== undefined) return undefined
  if (sortedLetters(short) === sortedLetters(long) && short.length > 4) return 'SAME_WORDS'
  if (short.length < 2 || short.length === long.length) return undefined
  if (long.startsWith(short) && short.length > 2) return 'PART'
  return short.length > 2 && isAbbreviation(short, long) ? 'ABBREVIATED' : undefined
}

/** Whether the characters of the short name occur in the long name in order, with the same first character: 国家发改委, 国家发展和改革委员会. */
function isAbbreviation(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false
  let at = 0
  for (const character of short) {
    at = long.indexOf(character, at) + 1
    if (at === 0) return false
  }
  return true
}

function likenessInLatin(a: ComparedName, b: ComparedName, namesBySound: EntityType['namesBySound']) {
  // In names of persons and places every letter counts: Li Na and Li Ning, Shanxi and Shaanxi.
  if (namesBySound !== undefined) return undefined
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (isAcronym(short, long)) return 'ABBREVIATED'
  if (areTypos(a.words, b.words)) return 'SLIP'
  return short.words.every((word, i) => word === long.words[i]) ? 'PART' : undefined
}

/** Word by word, so that no word is taken for another one: east, west. */
function areTypos(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false
  return a.every((word, i) => {
    const other = b[i] ?? ''
    const most = word === other ? 0 : Math.min(editsAllowed(word), editsAllowed(other))
    return word === other || (most > 0 && countEdits(word, other, most) <= most)
  })
}

/** Initials: gdec of Global Digital Economy Conference. Numbers are ignored. */
function isAcronym({ words: short }: ComparedName, { words: long }: ComparedName): boolean {
  const letters = short.filter(word => !/^\d+$/.test(word)).join('')
  const spelledOut = long.filter(word => !/^\d+$/.test(word))
  return (
    spelledOut.length > 2 &&
    letters.length === spelledOut.length &&
    spelledOut.every((word, i) => word[0] === letters[i])
  )
}

function haveSameWords(a: ComparedName, b: ComparedName): boolean {
  return a.words.length > 1 && sorted(a.words) === sorted(b.words)
}

function sorted(words: readonly string[]): string {
  return words.toSorted().join(' ')
}

function sortedLetters(word: string): string {
  return [...word].sort().join('')
}

// ── Places ───────────────────────────────────────────────────────────────────

/** 省 and 市 differ, whatever text precedes them; 北京 may be 北京市. */
function mayBeOneDivision(a: ComparedName, b: ComparedName): boolean {
  const [of, other] = [divisionOf(a), divisionOf(b)]
  return of === undefined || other === undefined || of === other
}

/** The kind of division that a place name states, equal for both scripts. */
function divisionOf({ isHan, core, words }: ComparedName): string | undefined {
  if (isHan) return core.length > 2 ? hanDivisions.get(hanDivision.exec(core)?.[0] ?? '') : undefined
  return words.length > 1 ? latinDivisions.get(words.at(-1) ?? '') : undefined
}

function placeOf({ isHan, core, words }: CoreName): string {
  if (isHan) {
    const place = core.length > 2 ? core.replace(hanDivision, '') : core
    return place.length > 1 ? place : core
  }
  const place = words.filter(word => !placeWords.has(word))
  return place.length > 0 ? place.join('') : core
}

const hanDivision = /(特别行政区|自治区|自治州|自治县|自治旗|地区|新区|开发区|省|市|区|县|盟|旗|州)$/
const hanDivisions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    特别行政区: 'sar',
    自治区: 'autonomous',
    自治州: 'prefecture',
    地区: 'prefecture',
    盟: 'prefecture',
    新区: 'area',
    开发区: 'zone',
    省: 'province',
    市: 'city',
    区: 'district',
    县: 'county',
    旗: 'banner',
  }),
)
const latinDivisions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    province: 'province',
    sheng: 'province',
    city: 'city',
    shi: 'city',
    municipality: 'city',
    district: 'district',
    qu: 'district',
    county: 'county',
    xian: 'county',
    banner: 'banner',
  }),
)
const placeWords: ReadonlySet<string> = new Set(
  'province sheng city shi municipality prefecture county xian district qu town autonomous special administrative region new area sar'.split(
    ' ',
  ),
)
