#!/usr/bin/env node
// Prints what the datasets cover into docs/data.md and docs/data-candidates.csv, from the datasets themselves.
//
//   npm run data-report                           what comes with the program
//   npm run data-report -- --check                fails where the first part of the page is not up to date
//   npm run data-report -- --all epoch-ai=CLONE … and the sets that are fetched; of those with a folder from there
//
// To be run after `npm run build`.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listSets } from '../dist/cli/sets/list-sets.js'
import { unpackSet } from '../dist/cli/sets/unpack-set.js'
import { checkDatasets } from '../dist/datasets/check/check-datasets.js'
import { entityTypes } from '../dist/entities/index.js'
import { createOntology } from '../dist/ontology/ontology.js'

const root = fileURLToPath(new URL('../', import.meta.url))
const page = join(root, 'docs/data.md')
const candidatesFile = join(root, 'docs/data-candidates.csv')
const [option, ...given] = process.argv.slice(2)
const ontology = createOntology(entityTypes)
const sets = await listSets()
/** Two centres of two datasets with coordinates this near may be one. */
const nearKm = 2

const here = [
  ...(await readdir(join(root, 'seeds'))).sort().map(name => join(root, 'seeds', name)),
  ...sets.filter(({ origin }) => !origin).map(({ path }) => path),
]
const shipped = await read(here)
const old = await readFile(page, 'utf8')
let text = replaced(old, 'here', coverage(shipped))
if (option === '--all') {
  const folders = new Map(given.map(word => [word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)]))
  const unpacked = []
  for (const set of sets.filter(({ origin, path }) => origin && !path.startsWith(join(root, 'seeds'))))
    unpacked.push(await unpackSet(set, folders.get(set.name)))
  const everything = await read([...here, ...unpacked.map(({ folder }) => folder)])
  const near = nearPairs(everything)
  for (const pair of near) console.log(pair.join(' '))
  const told = `**${near.length} pairs of centres of two datasets stand within ${nearKm} km of each other and may be one.** The command prints them.`
  text = replaced(text, 'all', `${coverage(everything)}\n\n### Centres that may be one\n\n${told}`)
  for (const { remove } of unpacked) await remove()
}
const candidates = candidateRows(shipped)
if (option === '--check') {
  const isOld = text !== old || candidates !== (await readFile(candidatesFile, 'utf8'))
  console.log(isOld ? 'docs/data.md is not up to date: npm run data-report' : 'docs/data.md is up to date')
  process.exit(isOld ? 1 : 0)
}
await writeFile(page, text)
await writeFile(candidatesFile, candidates)

async function read(folders) {
  const { datasets, problems } = await checkDatasets(folders, ontology, async () => [])
  for (const { file, line, message } of problems) console.error(`${file}:${line}: ${message}`)
  if (problems.some(({ severity }) => severity === 'ERROR')) process.exit(1)
  return datasets.map(({ statements, ...dataset }) => ({ ...dataset, statements: [...statements] }))
}

function replaced(whole, name, part) {
  const [begin, end] = [`<!-- ${name}: printed by scripts/data-report.mjs -->`, `<!-- /${name} -->`]
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)]
  if (from < 0 || to < 0) throw new Error(`docs/data.md has no part "${name}"`)
  return `${whole.slice(0, from + begin.length)}\n\n${part}\n\n${whole.slice(to)}`
}

// ── Coverage ─────────────────────────────────────────────────────────────────

function coverage(datasets) {
  const said = datasets.flatMap(({ id, statements }) =>
    statements.map(({ statement }) => ({ ...statement, dataset: id })),
  )
  const subjects = new Set(said.map(({ subject }) => subject))
  const sources = datasets.flatMap(dataset => dataset.sources.map(source => ({ ...source, dataset: dataset.id })))
  return [
    `**${count(subjects.size)} entities, ${count(said.length)} statements, ${sources.length} sources.**`,
    ...['### By dataset', byDataset(datasets)],
    ...['### By source', bySource(sources, said)],
    ...['### By type and property', byProperty(said, subjects)],
    ...['### Compute centres by country', byCountry(said)],
    ...['### Age', byAge(sources, said)],
  ].join('\n\n')
}

function byDataset(datasets) {
  return table(
    ['dataset', 'entities', 'statements', 'sources'],
    datasets.map(({ id, statements, sources }) => [
      ...[id, new Set(statements.map(({ statement }) => statement.subject)).size, statements.length, sources.length],
    ]),
  )
}

function bySource(sources, said) {
  const statements = countBy(said, ({ edition }) => edition.split('#')[0])
  return table(
    ['source', 'publisher', 'licence', 'published', 'statements'],
    sources
      .filter(({ id }) => statements.has(id))
      .map(({ id, publisher, licence, published, url }) => [
        ...[url ? `[${id}](${url})` : id, publisher, licence, published, statements.get(id)],
      ]),
  )
}

function byProperty(said, subjects) {
  const types = countBy([...subjects], id => ontology.findTypeOfId(id).name)
  const statements = countBy(said, ({ subject, property }) => `${ontology.findTypeOfId(subject).name} ${property}`)
  const described = countBy(
    [...new Set(said.map(({ subject, property }) => `${subject} ${property}`))],
    pair => `${ontology.findTypeOfId(pair).name} ${pair.split(' ')[1]}`,
  )
  const rows = [...statements].sort(byText).map(([key, of]) => {
    const [type, property] = key.split(' ')
    return [type, property, of, described.get(key), `${Math.round((100 * described.get(key)) / types.get(type))} %`]
  })
  return table(['type', 'property', 'statements', 'entities with it', 'share'], rows)
}

function byCountry(said) {
  const parents = new Map(pairsOf(said, 'parent', 'region/'))
  const countryOf = region => (parents.has(region) ? countryOf(parents.get(region)) : region)
  const regions = new Map(pairsOf(said, 'region', 'computecentre/'))
  const centres = [...new Set(said.map(({ subject }) => subject))].filter(id => id.startsWith('computecentre/'))
  const has = property =>
    new Set(said.filter(statement => statement.property === property).map(({ subject }) => subject))
  const properties = [
    'location',
    'operator',
    'owner',
    'status',
    'opened',
    'capacity',
    'accelerators',
    'power',
    'investment',
  ]
  const sets = properties.map(has)
  const groups = new Map()
  for (const id of centres) {
    const country = countryOf(regions.get(id) ?? '—')
    groups.set(country, [...(groups.get(country) ?? []), id])
  }
  const rows = [...groups]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .map(([country, ids]) => [
      country.replace('region/', ''),
      ids.length,
      ...sets.map(set => ids.filter(id => set.has(id)).length || ''),
    ])
  return table(['country', 'centres', ...properties], rows)
}

function byAge(sources, said) {
  const published = new Map(sources.map(({ id, published: at }) => [id, at]))
  const years = countBy(said, ({ edition }) => published.get(edition.split('#')[0])?.slice(0, 4) ?? 'not stated')
  return table(['source published in', 'statements'], [...years].sort(byText))
}

// ── Candidates ───────────────────────────────────────────────────────────────

/** Companies that may be one: their names are the same but for words that say what sort of company it is. */
function candidateRows(datasets) {
  const names = datasets
    .flatMap(({ statements }) => statements.map(({ statement }) => statement))
    .filter(({ subject, property }) => subject.startsWith('company/') && property === 'name')
  const groups = new Map()
  for (const { subject, value } of names) {
    const key = foldedName(value.text)
    if (key !== '') groups.set(key, new Set([...(groups.get(key) ?? []), subject]))
  }
  const pairs = [...groups].flatMap(([key, ids]) =>
    [...ids].sort().flatMap((one, i, all) => all.slice(i + 1).map(other => [one, other, key])),
  )
  return [['one', 'other', 'name'], ...pairs.sort(byText)].map(row => `${row.join(',')}\n`).join('')
}

function nearPairs(datasets) {
  const places = datasets.flatMap(({ id, statements }) =>
    statements
      .map(({ statement }) => statement)
      .filter(({ subject, property }) => subject.startsWith('computecentre/') && property === 'location')
      .map(({ subject, value }) => ({ dataset: id, subject, ...value })),
  )
  const pairs = new Set()
  for (const one of places)
    for (const other of places)
      if (one.dataset < other.dataset && one.subject !== other.subject && distanceKm(one, other) <= nearKm)
        pairs.add(`${one.subject} ${other.subject}`)
  return [...pairs].sort().map(pair => pair.split(' '))
}

/** On a plane, which is right enough for two kilometres. */
function distanceKm(a, b) {
  const [north, east] = [b.latitude - a.latitude, (b.longitude - a.longitude) * Math.cos((a.latitude * Math.PI) / 180)]
  return Math.hypot(north, east) * 111.2
}

function foldedName(name) {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .replaceAll(/\b(inc|llc|ltd|corp|co|gmbh|group|cloud|platform|services|infrastructure|technologies)\b/g, '')
    .replaceAll(/\b(data cent(er|re)s?|datacent(er|re)s?|communications|telecom)\b/g, '')
    .replaceAll(/ +/g, ' ')
    .trim()
}

// ── Words and rows ───────────────────────────────────────────────────────────

function pairsOf(said, property, prefix) {
  return said
    .filter(statement => statement.property === property && statement.subject.startsWith(prefix))
    .map(({ subject, value }) => [subject, value.entity])
}

function countBy(list, keyOf) {
  const counts = new Map()
  for (const member of list) counts.set(keyOf(member), (counts.get(keyOf(member)) ?? 0) + 1)
  return counts
}

function table(header, rows) {
  const line = cells => `| ${cells.map(cell => (typeof cell === 'number' ? count(cell) : (cell ?? ''))).join(' | ')} |`
  return [
    line(header),
    line(header.map((_, i) => (typeof rows[0]?.[i] === 'number' ? '--:' : '---'))),
    ...rows.map(line),
  ].join('\n')
}

function count(number) {
  return number.toLocaleString('en')
}

function byText([a, ...restA], [b, ...restB]) {
  return a === b && restA.length > 0 ? byText(restA, restB) : a < b ? -1 : 1
}
