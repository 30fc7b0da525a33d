import { isChinese } from '../values/language-tag.js'
import type { TextValue } from '../values/value.js'
import { findExonym, isNameOfCountry } from './exonyms.js'
import { readingsOf, spellingsOf } from './readings.js'
import { foldLatin, isPinyin, isPinyinSyllable, wadeGiles } from './romanisation.js'
import { isCompoundSurname, otherSpellingsOfSurname } from './surnames.js'

/** What a name is the name of: a person's may be turned round, a place's may say more or less. */
/** Whether names are those of people or of places, as an entity type declares. */
export type NameBearer = 'PERSON' | 'PLACE'

/**
 * Whether two names of one bearer, one of them in Chinese characters, sound alike: 唐建国 as Tang Jianguo, TÁNG
 * Jiànguó, Jianguo Tang and T'ang Chien-kuo; 吕布 as Lü Bu, Lu Bu, Lyu Bu; 北京市 as Beijing and Peking.
 *
 * `incomparable` where sound can tell nothing: a name that is translated (Inner Mongolia), of another tradition
 * (Chan Mo-po, Elon Musk, 阿里木·买买提), or in a third language. Only a Latin name that reads as pinyin from end to
 * end, and is none of those, can be `unlike`: what is not written by the sound of Mandarin is not wrong by it.
 * Every reading of a character is allowed.
 */
export function compareNames(a: TextValue, b: TextValue, bearer: NameBearer): 'alike' | 'unlike' | 'incomparable' {
  const [hanOfA, hanOfB] = [hanOf(a), hanOf(b)]
  if (hanOfA && hanOfB) return compareCharacters(hanOfA, hanOfB, bearer)
  const han = hanOfA ?? hanOfB
  const words = wordsOf(hanOfA ? b : a)
  if (!han || !words) return 'incomparable'
  return bearer === 'PERSON' ? comparePerson(han, words) : comparePlace(han, words)
}

/** The characters of a Chinese name of two or more; one alone is an abbreviation (蒙, 冀) or half a name. */
function hanOf({ text, language }: TextValue): string | undefined {
  const compact = text.normalize('NFKC').replace(/\s/gu, '')
  return isChinese(language) && /^\p{Script=Han}{2,}$/u.test(compact) ? compact : undefined
}

/** The words of a name in Latin letters, folded: `Jiàn-guó TANG` is jian, guo, tang. */
function wordsOf({ text }: TextValue): readonly string[] | undefined {
  const words = foldLatin(text)
    .split(/[\s,.·・‧\p{Pd}]+/u)
    .filter(word => word !== '')
  return words.length > 0 && words.every(word => /^[a-z]+$/.test(word)) ? words : undefined
}

// ── Persons ──────────────────────────────────────────────────────────────────

function comparePerson(han: string, words: readonly string[]): 'alike' | 'unlike' | 'incomparable' {
  const letters = words.join('')
  const surnameLength = isCompoundSurname(han) ? 2 : 1
  for (const sounds of soundsOf(han)) {
    const surname = sounds.slice(0, surnameLength)
    if (ordersOf(sounds, surnameLength).some(order => isWritten(order, letters))) return 'alike'
    if (words.length === 1 && isWritten(surname, letters)) return 'alike'
    // Lisa Su: a given name before the right surname may be one that she took.
    if (words.length > 1 && isWritten(surname, words.at(-1) ?? '')) return 'incomparable'
  }
  if (!words.every(isPinyin)) return 'incomparable'
  // One word of more syllables is the surname of a foreigner (莫迪, Modi) or no full name.
  if (words.length === 1 && !isPinyinSyllable(letters)) return 'incomparable'
  return isOfOtherTradition(han, words, surnameLength) ? 'incomparable' : 'unlike'
}

/** Surname first, or given name first; a wife's name may begin with two surnames (林郑月娥). */
function ordersOf(sounds: Sounds, surnameLength: number): readonly Sounds[] {
  const lengths = new Set([surnameLength, ...(sounds.length === 4 ? [1, 2] : [])])
  return [sounds, ...[...lengths].map(length => [...sounds.slice(length), ...sounds.slice(0, length)])]
}

/**
 * Chan Mo-po for 陈茂波: the surname is spelled by the sound of another Chinese language, and so will the given name
 * be. Where the given name is plain pinyin (Tang Jianguo for 邓建国), so is the surname, and wrong.
 */
function isOfOtherTradition(han: string, words: readonly string[], surnameLength: number): boolean {
  const others = otherSpellingsOfSurname(han)
  const given = [...han].slice(surnameLength)
  const withoutSurname = others.includes(words[0] ?? '')
    ? words.slice(1)
    : others.includes(words.at(-1) ?? '')
      ? words.slice(0, -1)
      : undefined
  if (!withoutSurname) return false
  return !soundsOf(han).some(sounds => isWritten(sounds.slice(-given.length), withoutSurname.join('')))
}

// ── Places ───────────────────────────────────────────────────────────────────

function comparePlace(han: string, allWords: readonly string[]): 'alike' | 'unlike' | 'incomparable' {
  const words = allWords.filter(word => !divisions.has(word))
  const letters = words.join('')
  if (letters === '') return 'incomparable'
  const exonym = findExonym(letters)
  if (exonym?.some(name => han.includes(name))) return 'alike'
  // The one may say less (北京市, Beijing), the other more (Beijing Shi), and each in its order (Hangzhou, Zhejiang).
  for (const sounds of soundsOf(han))
    if (isPartOf(sounds, letters) || words.every(word => isPartOf(sounds, word)) || isWrittenIn(sounds, letters))
      return 'alike'
  if (exonym) return 'unlike'
  // Several names in one spell out what Chinese abbreviates: 京津冀, Beijing-Tianjin-Hebei.
  if (words.filter(word => !isPinyinSyllable(word)).length > 1) return 'incomparable'
  return words.every(isPinyin) && !isNameOfCountry(letters) ? 'unlike' : 'incomparable'
}

/** English words for what a place is, which say nothing of its sound: Hebei Province, Xiong'an New Area. */
const divisions: ReadonlySet<string> = new Set(
  'province city municipality prefecture county district town autonomous special administrative region new area'.split(
    ' ',
  ),
)

/** Whether the letters write a part of the name. */
function isPartOf(sounds: Sounds, letters: string): boolean {
  return sounds.some((_, start) => endsOf(sounds.slice(start), letters, [0]).some(ends => ends.has(letters.length)))
}

// ── Sounds ───────────────────────────────────────────────────────────────────

/** For each character of a name, the ways in which it may be written in Latin letters. */
type Sounds = readonly (readonly string[])[]

/** In pinyin, and in the system of Wade and Giles; a name is written in one or the other, not in both. */
function soundsOf(han: string): readonly Sounds[] {
  // Every reading of each character: among them are those of a surname (单 Shan, 万俟 Moqi) or of one place (厦门).
  const characters = [...han]
  return [characters.map(spellingsOf), characters.map(character => readingsOf(character).flatMap(wadeGiles))]
}

/** Whether the letters, folded, write just these characters by their sound: 唐建国 as tangjianguo. */
export function isSpelled(han: string, letters: string): boolean {
  return soundsOf(han).some(sounds => isWritten(sounds, letters))
}

function isWritten(sounds: Sounds, letters: string): boolean {
  return endsOf(sounds, letters, [0]).at(-1)?.has(letters.length) === true
}

/** Whether the whole name is written somewhere in the letters. */
function isWrittenIn(sounds: Sounds, letters: string): boolean {
  const starts = Array.from(letters, (_, start) => start)
  return (endsOf(sounds, letters, starts).at(-1)?.size ?? 0) > 0
}

/** After each character, where in the letters it can have ended, if the name begins at one of `starts`. */
function endsOf(sounds: Sounds, letters: string, starts: readonly number[]): readonly ReadonlySet<number>[] {
  let positions: ReadonlySet<number> = new Set(starts)
  return sounds.map(syllables => {
    positions = new Set(
      [...positions].flatMap(at =>
        syllables.filter(syllable => letters.startsWith(syllable, at)).map(syllable => at + syllable.length),
      ),
    )
    return positions
  })
}

/** Two names in characters, as 唐建国 and 唐建國: character by character, by some common reading. */
function compareCharacters(a: string, b: string, bearer: NameBearer): 'alike' | 'unlike' | 'incomparable' {
  const [short, long] = [[...a].map(readingsOf), [...b].map(readingsOf)].toSorted(
    (one, other) => one.length - other.length,
  )
  if (!short || !long) return 'incomparable'
  if (bearer === 'PERSON' && short.length !== long.length) return 'incomparable'
  const isAlike = long.some((_, start) =>
    short.every((readings, i) => readings.some(reading => long[start + i]?.includes(reading))),
  )
  return isAlike ? 'alike' : 'unlike'
}
