#!/usr/bin/env node
// Writes the tables of seeds/operators from an npm package.
//
//   npm install --prefix FOLDER --ignore-scripts name-suggestion-index@8.0.20260918
//   node scripts/seed-operators.mjs FOLDER/node_modules
//
// The same package gives the same bytes.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [packages] = process.argv.slice(2)
if (packages === undefined) {
  console.error('usage: node scripts/seed-operators.mjs FOLDER_WITH_THE_PACKAGE')
  process.exit(2)
}
const folder = fileURLToPath(new URL('../seeds/operators/', import.meta.url))
const { nsi } = await readJson('nsi.json')
const { wikidata } = await readJson('../wikidata/wikidata.json')

/** Who runs data centres, exchanges and telecommunications, by the tree that lists them. */
const trees = ['operators/telecom/data_center', 'operators/telecom/exchange', 'brands/office/telecommunication']
const found = trees.flatMap(tree => nsi[tree].items.map(item => toRow(tree, item)))
// One company may stand in several trees, and under one name in several countries: by its Wikidata id it is one.
const bySlug = new Map()
for (const row of found.filter(({ id }) => id !== '')) {
  const same = [...bySlug.values()].find(({ id }) => id === row.id)
  if (same) continue
  const slug = bySlug.has(row.slug) ? `${row.slug}-${row.id.toLowerCase()}` : row.slug
  bySlug.set(slug, { ...row, slug })
}

const header = ['slug', 'id', 'name', 'nameEn', 'nameZh', 'short', 'label', 'website', 'tree']
await writeTable('operators.csv', [...bySlug.values()])

// China's carriers and Huawei stand on shops there, and not on data centres.
const shops = ['brands/shop/telecommunication', 'brands/shop/mobile_phone']
const carriers = new Set(['Q160120', 'Q741618', 'Q1068485', 'Q1073540'])
const byId = new Map()
for (const row of shops.flatMap(tree => nsi[tree].items.map(item => toRow(tree, item))))
  if (carriers.has(row.id) && row.name === row.nameZh) byId.set(row.id, row)
await writeTable('carriers.csv', [...byId.values()])

async function writeTable(name, unsorted) {
  const rows = [...unsorted].sort((a, b) => (a.slug < b.slug ? -1 : 1))
  const cell = value => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
  const lines = [header, ...rows.map(row => header.map(key => row[key]))]
  await writeFile(join(folder, name), lines.map(row => `${row.map(cell).join(',')}\n`).join(''))
  console.log(`${name}: ${rows.length} rows`)
}

function toRow(tree, { displayName, tags }) {
  const kind = tree.startsWith('brands') ? 'brand' : 'operator'
  const id = tags[`${kind}:wikidata`] ?? ''
  const { label, officialWebsites } = wikidata[id] ?? {}
  return {
    slug: slugOf(tags[`${kind}:en`] ?? displayName) || id.toLowerCase(),
    id,
    name: tags[kind] ?? displayName,
    nameEn: tags[`${kind}:en`] ?? '',
    nameZh: tags[`${kind}:zh`] ?? '',
    short: tags[`${kind}:short`] ?? '',
    label: label ?? '',
    website: officialWebsites?.[0] ?? '',
    tree,
  }
}

function slugOf(text) {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
}

async function readJson(name) {
  return JSON.parse(await readFile(join(packages, 'name-suggestion-index/dist/json', name), 'utf8'))
}
