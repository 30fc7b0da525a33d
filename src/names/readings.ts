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

/** How a character is written in Latin letters, by these of its readings: 吕 lu, lv and lyu. */
export function spellingsOf(character: string, syllables: readonly string[]): readonly string[] {
  return [...new Set([...syllables.flatMap(spellings), ...(irregular[character] ?? [])])]
}

/** How each character of a name is read there: by the words that it is part of and, at the head, as a surname (单 shan). */
export function readingsInName(characters: string): readonly (readonly string[])[] {
  const [plain, asSurname] = [soundsOf(characters, {}), soundsOf(characters, { surname: 'head' })]
  return [...characters].map((_, place) => [...new Set([plain[place] ?? '', asSurname[place] ?? ''])])
}

/** One for each character. */
function soundsOf(characters: string, options: { multiple?: boolean; surname?: 'head' }): readonly string[] {
  // Loaded when it is first used: that takes longer than a small request, and most threads need none of it.
  loaded ??= createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro
  return loaded.pinyin(characters, { toneType: 'none', type: 'array', ...options })
}

let loaded: typeof PinyinPro | undefined
const readings = new Map<string, readonly string[]>()
const isSyllable = /^[a-zü]+$/

/** The province 陕西 is spelled Shaanxi, so that it is not taken for 山西, Shanxi. */
const irregular: Readonly<Record<string, readonly string[]>> = { 陕: ['shaan'], 陝: ['shaan'] }
