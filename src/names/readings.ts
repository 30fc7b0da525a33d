import { createRequire } from 'node:module'
import type * as PinyinPro from 'pinyin-pro'
import { spellings } from './romanisation.js'

/** Each reading of a Chinese character in pinyin without tones: 长 is chang and zhang. None of what has no reading. */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  const found = [...new Set(soundsOf(character, { multiple: true }).filter(sound => isSyllable.test(sound)))]
  readings.set(character, found)
  return found
}

/** How a character is written in Latin letters, by any of its readings: 吕 lu, lv and lyu. */
export function spellingsOf(character: string): readonly string[] {
  const known = spelled.get(character)
  if (known) return known
  const all = spell(character, readingsOf(character))
  if (all.length > 0) spelled.set(character, all)
  return all
}

/** How each character of a name is written, as it is read there: by the words that it is part of and, at the head, as a surname (单 shan). */
export function spellingsInName(characters: readonly string[]): readonly (readonly string[])[] {
  const all = characters.map(spellingsOf)
  // To read in context takes a thousand times as long as to look up.
  if (characters.every(character => readingsOf(character).length < 2)) return all
  const name = characters.join('')
  const [plain, asSurname] = [soundsOf(name, {}), soundsOf(name, { surname: 'head' })]
  return characters.map((character, place) =>
    spell(
      character,
      [plain[place], asSurname[place]].filter(sound => sound !== undefined),
    ),
  )
}

function spell(character: string, syllables: readonly string[]): readonly string[] {
  return [...new Set([...syllables.flatMap(spellings), ...(irregular[character] ?? [])])]
}

/** One for each character. */
function soundsOf(characters: string, options: { multiple?: boolean; surname?: 'head' }): readonly string[] {
  // Loaded when it is first used: that takes longer than a small request, and most threads need none of it.
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro
  return loaded.pinyin(characters, { toneType: 'none', type: 'array', ...options })
}

let loaded: typeof PinyinPro | undefined
const readings = new Map<string, readonly string[]>()
const spelled = new Map<string, readonly string[]>()
const isSyllable = /^[a-zü]+$/

/** The province 陕西 is spelled Shaanxi, so that it is not taken for 山西, Shanxi. */
const irregular: Readonly<Record<string, readonly string[]>> = { 陕: ['shaan'], 陝: ['shaan'] }
