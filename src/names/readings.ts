import { createRequire } from 'node:module'
import type * as PinyinPro from 'pinyin-pro'
import { placeReadings } from './place-readings.js'
import { spellings } from './romanisation.js'
import type { Tone } from './tones.js'

/** How a character is read: a syllable of pinyin and its tone, absent where it is neutral. */
export interface Reading {
  readonly syllable: string
  readonly tone: Tone | undefined
}

/** Each reading of a Chinese character in pinyin without tones: 长 is chang and zhang. None of what has no reading. */
export function readingsOf(character: string): readonly string[] {
  const known = readings.get(character)
  if (known) return known
  const found = [...new Set(soundsOf(character, { multiple: true }).flatMap(sound => toReading(sound)?.syllable ?? []))]
  readings.set(character, found)
  return found
}

/** Each reading of a character with its tone. */
export function tonedReadingsOf(character: string): readonly Reading[] {
  return withSandhi(
    character,
    soundsOf(character, { multiple: true }).flatMap(sound => toReading(sound) ?? []),
  )
}

/** How each character of a name is read there: by the words that it is part of and, at the head, as a surname too. */
export function tonedReadingsInName(characters: readonly string[]): readonly (readonly Reading[])[] {
  const [plain, asSurname] = [readAs(characters, 'ANY'), readAs(characters, 'PERSON')]
  return characters.map((character, place) =>
    withSandhi(
      character,
      [plain[place], asSurname[place]].flatMap(reading => reading ?? []),
    ),
  )
}

/** The one reading of each character of a name: of a person's, as a surname at the head. Undefined where there is none. */
export function readAs(characters: readonly string[], bearer: 'PERSON' | 'ANY'): readonly (Reading | undefined)[] {
  const name = characters.join('')
  return soundsOf(name, bearer === 'PERSON' ? { surname: 'head' } : {}).map(toReading)
}

/** Whether one of the readings is written with these letters and has this tone. */
export function isReadWithTone(
  character: string,
  readings: readonly Reading[],
  spelling: string,
  wanted: Tone,
): boolean {
  return readings.some(({ syllable, tone }) => tone === wanted && spell(character, [syllable]).includes(spelling))
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
      [plain[place], asSurname[place]].flatMap(sound => (sound === undefined ? [] : bare(sound))),
    ),
  )
}

/** 一 and 不 are written with their own tone or with the one that the next syllable gives them. */
function withSandhi(character: string, readings: readonly Reading[]): readonly Reading[] {
  if (character !== '一' && character !== '不') return readings
  return readings.flatMap(({ syllable }) => ([1, 2, 4] as const).map(tone => ({ syllable, tone })))
}

/** Of a syllable with the figure of its tone (0: neutral); undefined where the character has no reading. */
function toReading(sound: string): Reading | undefined {
  const [, syllable = '', figure] = isSyllable.exec(sound) ?? []
  return syllable === '' ? undefined : { syllable, tone: figure === '0' ? undefined : (Number(figure) as Tone) }
}

function bare(sound: string): string {
  return toReading(sound)?.syllable ?? sound
}

function spell(character: string, syllables: readonly string[]): readonly string[] {
  return [...new Set([...syllables.flatMap(spellings), ...(irregular[character] ?? [])])]
}

/** One for each character, each with the figure of its tone. */
function soundsOf(characters: string, options: { multiple?: boolean; surname?: 'head' }): readonly string[] {
  // Loaded when it is first used: that takes longer than a small request, and most threads need none of it.
  loaded ??= load()
  return loaded.pinyin(characters, { toneType: 'num', type: 'array', ...options })
}

function load(): typeof PinyinPro {
  const pinyinPro = createRequire(import.meta.url)('pinyin-pro') as typeof PinyinPro
  pinyinPro.customPinyin(placeReadings())
  return pinyinPro
}

let loaded: typeof PinyinPro | undefined
const readings = new Map<string, readonly string[]>()
const spelled = new Map<string, readonly string[]>()
const isSyllable = /^([a-zü]+)([0-4])$/

/** The province 陕西 is spelled Shaanxi, so that it is not taken for 山西, Shanxi. */
const irregular: Readonly<Record<string, readonly string[]>> = { 陕: ['shaan'], 陝: ['shaan'] }
