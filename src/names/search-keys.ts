import { foldWholeName, type Word } from './fold-name.js'
import { hash } from './hash-key.js'
import { spellingsOf } from './readings.js'

/*
 * A search key is what a name is looked up by: one or two Chinese characters, or a letter that says which kind of key
 * it is, and letters and figures of ASCII. So a key means the same to every engine's full-text index, and no user's text
 * is ever read as a query.
 */

/** Every key under which a name is found. Their number is bounded, however long the name is. */
export function keysOfName(name: string): readonly string[] {
  const words = foldWholeName(name)
  const latin = words.filter(({ isHan }) => !isHan).slice(0, maxWords)
  const runs = words.filter(({ isHan }) => isHan).map(({ letters }) => letters.map(({ folded }) => folded))
  const spelled = runs.flat().slice(0, maxCharacters).map(spelledForm)
  const sounds = spelled.length <= maxSounded ? combine(spelled.map(each => each.spellings)) : []
  const initials = spelled.map(each => each.initials)
  const acronym = acronymOf(latin)
  const keys = new Set<string>()
  const add = (more: readonly string[]) => {
    for (const key of more) keys.add(key)
  }
  for (const compact of [compactOf(words), ...sounds, ...combine(initials.slice(0, maxSounded)), acronym])
    if (compact !== '') keys.add(wholeKey(compact))
  for (const run of runs) add(keysOfRun(run))
  for (const { syllableKeys } of spelled) add(syllableKeys)
  for (let start = 0; start < initials.length; start++)
    add(combine(initials.slice(start, start + maxInitials)).map(initialsKey))
  if (acronym !== '') keys.add(initialsKey(acronym))
  for (const { text } of latin) {
    keys.add(wordKey(text))
    add(typoKeys(text))
  }
  if (latin.length > 1 && runs.length === 0) add(typoKeys(compactOf(latin)))
  for (const sound of sounds.slice(0, 2)) add(typoKeys(sound))
  return [...keys]
}

/** A character as it is looked up by sound. */
interface SpelledForm {
  readonly spellings: readonly string[]
  readonly initials: readonly string[]
  readonly syllableKeys: readonly string[]
}

/** Remembered: there are not many characters that have a reading. */
function spelledForm(character: string): SpelledForm {
  const known = spelledForms.get(character)
  if (known) return known
  const spellings = spellingsOf(character)
  const initials = [...new Set(spellings.map(spelling => spelling.charAt(0)))]
  const form = { spellings, initials, syllableKeys: spellings.map(syllableKey) }
  if (spellings.length > 0) spelledForms.set(character, form)
  return form
}

const spelledForms = new Map<string, SpelledForm>()

/** A common character before a rare one has a key of its own, since the two together do not begin with it. */
function keysOfRun(characters: readonly string[]): readonly string[] {
  const run = characters.slice(0, maxCharacters)
  const beforeRare = run.filter((each, place) => isPlainHan.test(each) && !isPlainHan.test(run[place + 1] ?? each))
  return [...characterKeys(run), ...beforeRare.map(each => characterKey(each))]
}

/** Of every name that sounds in whole like these characters; none where they are many. */
export function soundKeys(characters: string): readonly string[] {
  const spelled = [...characters].map(character => spelledForm(character).spellings)
  return spelled.length > maxSounded || spelled.length === 0 ? [] : combine(spelled).map(wholeKey)
}

/** Every key under which a code is found. */
export function keysOfCode(code: string): readonly string[] {
  const words = foldWholeName(code).slice(0, maxWords)
  return words.length === 0 ? [] : [...new Set([wholeKey(compactOf(words)), ...words.map(({ text }) => wordKey(text))])]
}

/** The key of all that is about entities of the type that an id begins with: official/tang-jianguo. */
export function typeKey(id: string): string {
  return `y${encodeWord(id.slice(0, Math.max(0, id.indexOf('/'))).toLowerCase())}`
}

/** Of everything that belongs to this entity. */
export function linkKey(id: string): string {
  return `l${hash(id)}`
}

/** Of everything of which a statement holds these words, apart from names: each word, and characters two by two. */
export function textKeys(text: string): readonly string[] {
  const keys = foldWholeName(text).flatMap(({ isHan, letters, text: word }) =>
    isHan ? pairsOf(letters.map(({ folded }) => folded)) : [word],
  )
  return [...new Set(keys)].map(key => `t${encodeWord(key)}`)
}

function pairsOf(characters: readonly string[]): readonly string[] {
  return characters.length === 1 ? characters : characters.slice(1).map((next, i) => `${characters[i]}${next}`)
}

/** Of everything that is written, sounds or begins in whole like this: letters without what divides them. */
export function wholeKey(compact: string): string {
  return `x${hash(compact)}`
}

/** Of every name with this word. */
export function wordKey(word: string): string {
  return `w${encodeWord(word)}`
}

/** Of every name with a character that has this reading. */
export function syllableKey(syllable: string): string {
  return `p${syllable}`
}

/** Of every name in which such initials follow each other: jg of 唐建国. Longer ones than any name has keys for are cut. */
export function initialsKey(initials: string): string {
  return `i${encodeWord(initials.slice(0, maxInitials))}`
}

/** Of every name in which these characters follow each other, two by two; the last one by itself. */
export function characterKeys(characters: readonly string[]): readonly string[] {
  return characters.map((character, place) => characterKey(character, characters[place + 1]))
}

/** A character with the one after it, or by itself. A rare one is written as its number, which every engine knows for a letter. */
export function characterKey(character: string, next = ''): string {
  return isPlainHan.test(character + next) ? character + next : `h${encodeWord(character)}${encodeWord(next)}`
}

/**
 * Of a word and of every one in which a letter more, less, other or in another place is near the beginning (as in
 * SymSpell: with one letter left out, the two are alike). Short words have none.
 */
export function typoKeys(word: string): readonly string[] {
  if (word.length < minEdited || hasFigure.test(word)) return []
  const head = word.slice(0, slipped)
  const without = Array.from(head, (_, place) => head.slice(0, place) + head.slice(place + 1))
  return [...new Set([head, ...without])].map(each => `d${encodeWord(each)}`)
}

/** Letters without what divides them. */
function compactOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join('')
}

/** The first letters of several words, figures left out: gdec of 2024 Global Digital Economy Conference. */
function acronymOf(words: readonly Word[]): string {
  const initials = words.map(({ letters }) => letters[0]?.folded ?? '').filter(letter => !hasFigure.test(letter))
  return initials.length > 1 ? initials.join('') : ''
}

/** What both engines' word breakers leave whole: any other character as its number. */
function encodeWord(word: string): string {
  const cut = word.length > maxLetters ? word.slice(0, maxLetters) : word
  return isPlain.test(cut) ? cut : cut.replace(unusual, numberOf)
}

function numberOf(character: string): string {
  return `u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}

const isPlain = /^[a-z0-9]*$/
const unusual = /[^a-z0-9]/gu

/** Each way to take one of each list and put them together, the first ones where there are many. */
function combine(lists: readonly (readonly string[])[]): readonly string[] {
  let combined: readonly string[] = ['']
  for (const list of lists) {
    if (list.length === 1) combined = combined.map(begun => begun + list[0])
    else if (list.length > 1) combined = list.flatMap(each => combined.map(begun => begun + each)).slice(0, maxCombined)
  }
  return combined
}

const maxCombined = 4
const isPlainHan = /^[\u3400-\u4db5\u4e00-\u9fa5]+$/
const hasFigure = /\p{N}/u
const maxWords = 32
const maxCharacters = 64
const maxLetters = 40
/** Names of more characters are not looked up by all of their sounds. */
const maxSounded = 8
const maxInitials = 6
const minEdited = 4
const slipped = 7
