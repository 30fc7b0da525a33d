import { LRUCache } from 'lru-cache'
import { languageMatches } from '../values/language-tag.js'
import { foldWholeName, type Word } from './fold-name.js'
import { type Reading, readAs } from './readings.js'

/** How labels are put in order: a text for each label, and how two such texts compare. */
export interface LabelOrder {
  readonly keyOf: (label: string, isPerson: boolean) => string
  readonly compare: (a: string, b: string) => number
}

/**
 * The order of labels for readers of a language. Chinese, English and no language at all: by `labelSortKey`, which
 * needs no collation, so that a store can keep the keys and compare their bytes. Any other language: as CLDR orders it
 * (Swedish å after z).
 */
export function labelOrderOf(language: string | undefined): LabelOrder {
  if (language === undefined || languageMatches('zh', language) || languageMatches('en', language)) return byKey
  const known = collated.get(language)
  if (known) return known
  const order = { keyOf: readsHan(language) ? keepLabel : spellHan, compare: new Intl.Collator(language).compare }
  collated.set(language, order)
  return order
}

const byKey: LabelOrder = { keyOf: labelSortKey, compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0) }
/** Clients may ask in as many languages as there are tags. */
const collated = new LRUCache<string, LabelOrder>({ max: 50 })

/** Japanese and Korean order the characters themselves, by sounds of their own. */
function readsHan(language: string): boolean {
  return languageMatches('ja', language) || languageMatches('ko', language)
}

function keepLabel(label: string): string {
  return label
}

/** Chinese characters as pinyin, among the other letters as they are: 北京 Beijing is bei jing Beijing. */
function spellHan(label: string, isPerson: boolean): string {
  if (!han.test(label)) return label
  return label.replace(runOfHan, run => {
    const [word] = foldWholeName(run)
    return word
      ? readingsOfWord(word, isPerson)
          .map((reading, i) => reading?.syllable ?? word.letters[i]?.folded)
          .join(' ')
      : run
  })
}

/**
 * What a label is placed by, in letters of ASCII: keys compare byte by byte, on every engine alike. A Chinese character
 * is replaced by its reading in this name, then its tone, then itself (长沙 under ch, 单田芳 under shan), so that names in
 * both scripts stand in one alphabet: Baoding, 北京, Bohai. Signs and spaces come before figures, figures before
 * letters, other scripts last. Labels that differ in case, accents or signs alone have one key.
 */
export function labelSortKey(label: string, isPerson: boolean): string {
  const asked = `${isPerson ? 'p' : 'n'}${label}`
  const known = keys.get(asked)
  if (known !== undefined) return known
  const words = foldWholeName(cut(label))
  const key = words.map(word => (word.isHan ? keyOfHan(word, isPerson) : keyOfLetters(word))).join(' ')
  keys.set(asked, key)
  return key
}

const keys = new LRUCache<string, string>({ max: 50_000 })

/** A name in context takes long to read, and cursors hold the key. Names that begin with so much alike go by id. */
function cut(label: string): string {
  return label.length > longest ? label.slice(0, longest) : label
}

const longest = 60

function keyOfHan(word: Word, isPerson: boolean): string {
  const readings = readingsOfWord(word, isPerson)
  return word.letters.map(({ folded }, i) => `${keyOfReading(readings[i])}${numberOf(folded)}`).join('')
}

function readingsOfWord({ letters }: Word, isPerson: boolean): readonly (Reading | undefined)[] {
  return readAs(
    letters.map(({ folded }) => folded),
    isPerson ? 'PERSON' : 'ANY',
  )
}

/** Tones 1 to 4, then the neutral one; ü after every u of the same initial: lu, lü, luan. */
function keyOfReading(reading: Reading | undefined): string {
  if (!reading) return otherScript
  const { syllable, tone = 5 } = reading
  return `${syllable.replace('ü', 'u')}${syllable.includes('ü') ? Math.min(tone + 5, 9) : tone}`
}

function keyOfLetters({ letters }: Word): string {
  return letters
    .map(({ folded }) => latin.get(folded) ?? (isPlain.test(folded) ? folded : `${otherScript}${numberOf(folded)}`))
    .join('')
}

/** After every letter and figure of ASCII. */
const otherScript = '~'

function numberOf(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).padStart(5, '0')
}

/** Letters that no normal form takes apart, as CLDR places them. */
const latin: ReadonlyMap<string, string> = new Map(
  Object.entries({
    æ: 'ae',
    œ: 'oe',
    ß: 'ss',
    ø: 'o',
    ł: 'l',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ħ: 'h',
    ı: 'i',
  }),
)

const isPlain = /^[a-z0-9]$/
const han = /\p{Script=Han}/u
const runOfHan = /\p{Script=Han}+/gu
