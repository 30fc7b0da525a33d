import { stringify } from 'csv-stringify/sync'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType } from '../ontology/ontology.js'
import { formatValue } from '../values/format-value.js'
import { isChinese, languageMatches } from '../values/language-tag.js'
import type { Quantity } from '../values/value.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import { entityPages } from './entity-pages.js'
import type { ExportCounts, Exporting } from './format.js'
import type { OutFile, OutFolder } from './out-folder.js'

/**
 * Tables for an analyst, RFC 4180: one for each entity type with the resolved values, `links.csv` with the links that
 * count, and `statements.csv` with every statement and its quote.
 */
export async function writeCsv(exporting: Exporting, folder: OutFolder): Promise<ExportCounts> {
  const { language } = exporting
  const [links, statements] = [await folder.create('links.csv'), await folder.create('statements.csv')]
  await writeRows(links, [linkColumns])
  await writeRows(statements, [statementColumns])
  let counts = { entities: 0, links: 0, statements: 0 }
  for (const type of exporting.ontology.types) {
    const table = await folder.create(`${type.plural}.csv`)
    const properties = type.properties
    await writeRows(table, [['id', 'label', ...properties.flatMap(columnsOf)]])
    for await (const { reader, entities } of entityPages(exporting, type)) {
      const described = entities.filter(entity => entity.isDescribed)
      const labels = await labelsOf(described, reader, language)
      const linkRows = described.flatMap(entity => linksOf(entity, type).map(link => linkRow(entity, link, labels)))
      const statementRows = entities.flatMap(entity => entity.record.statements.map(each => statementRow(entity, each)))
      await writeRows(
        table,
        described.map(entity => [
          entity.id,
          entity.label(language),
          ...properties.flatMap(property => cellsOf(entity, property, labels, language)),
        ]),
      )
      await writeRows(links, linkRows)
      await writeRows(statements, statementRows)
      counts = {
        entities: counts.entities + described.length,
        links: counts.links + linkRows.length,
        statements: counts.statements + statementRows.length,
      }
      exporting.progress(counts.statements)
    }
  }
  return counts
}

type Cell = string | undefined

async function writeRows(file: OutFile, rows: readonly (readonly Cell[])[]): Promise<void> {
  if (rows.length === 0) return
  await file.write(
    stringify(
      rows.map(row => row.map(safeCell)),
      // A cell with any kind of line break needs quotes. The library recognises only CRLF.
      { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
    ),
  )
}

const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
const decimal = /^[+-]?\d+(?:\.\d+)?$/

/** Spreadsheets execute cells that begin like a formula. An apostrophe makes such a cell a text. Numbers stay as they are. */
function safeCell(cell: Cell): string {
  return cell === undefined ? '' : formula.test(cell) && !decimal.test(cell) ? `'${cell}` : cell
}

/** The columns of a value: its text, the numbers for calculations, and of a link the qualifiers. */
function columnsOf({ id, value, many, qualifiers = [] }: PropertyDeclaration): readonly string[] {
  if (value.kind === 'entity') {
    const named = qualifiers.map(qualifier => `${id}_${qualifier.id}`)
    return many ? [id, ...named] : [id, `${id}_label`, ...named]
  }
  if (many) return [id]
  switch (value.kind) {
    case 'quantity':
      return [id, ...quantityColumns.map(column => `${id}_${column}`)]
    case 'geo':
      return [id, `${id}_latitude`, `${id}_longitude`]
    default:
      return [id]
  }
}

const quantityColumns = ['amount', 'unit', 'comparator', 'lower', 'upper']

/** The number with its unit, and the bounds that it states: of `>= 100 MW` a lower one, of `10..20 MW` both. */
function quantityCells({ amount, upper, unit, comparator }: Quantity): readonly Cell[] {
  if (amount === undefined) return [undefined, undefined, undefined, undefined, undefined]
  const hasLower = comparator !== 'AT_MOST' && comparator !== 'LESS_THAN' && comparator !== 'ABOUT'
  const hasUpper = comparator !== 'AT_LEAST' && comparator !== 'MORE_THAN' && comparator !== 'ABOUT'
  return [amount, unit, comparator, hasLower ? amount : undefined, hasUpper ? (upper ?? amount) : undefined]
}

function cellsOf(
  entity: EntityView,
  property: PropertyDeclaration,
  labels: ReadonlyMap<string, string>,
  language: string | undefined,
): readonly Cell[] {
  const { chosen, counted } = entity.resolve(property)
  if (property.id === 'name') return [namesOf(counted, language ?? languageOfLabel(counted, entity.label()))]
  const texts = joined(counted.map(({ value }) => formatValue(value)))
  if (property.value.kind === 'entity') {
    const named = (property.qualifiers ?? []).map(({ id }) => qualifiersOf(counted, id))
    const ofLinks = joined(counted.map(each => each.value.kind === 'entity' && labels.get(each.value.entity)))
    return property.many ? [texts, ...named] : [texts, ofLinks, ...named]
  }
  if (property.many) return [texts]
  const { value, asStated = '' } = chosen ?? {}
  switch (property.value.kind) {
    case 'quantity':
      return value?.kind === 'quantity'
        ? [texts || asStated, ...quantityCells(value)]
        : ['', ...quantityColumns.map(() => '')]
    case 'geo':
      return value?.kind === 'geo'
        ? [formatValue(value), String(value.latitude), String(value.longitude)]
        : ['', '', '']
    default:
      return [value && formatValue(value)]
  }
}

/** A qualifier of each linked entity, in the order of the links, each entity once; empty if no link has it. */
function qualifiersOf(counted: readonly Statement[], qualifier: string): string {
  const byTarget = new Map<string, readonly string[]>()
  for (const link of counted) {
    const stated = link.qualifiers[qualifier]
    const known = byTarget.get(targetOf(link)) ?? []
    byTarget.set(targetOf(link), stated === undefined || known.includes(stated) ? known : [...known, stated])
  }
  const values = [...byTarget.values()].map(stated => stated.join(', '))
  return values.some(value => value !== '') ? values.join(' | ') : ''
}

/** The names in one language. Readers of either language have no use for a cell that mixes languages. */
function namesOf(counted: readonly Statement[], language: string): string {
  const names = counted.flatMap(({ value }) =>
    value.kind === 'text' && isIn(language, value.language) ? [value.text] : [],
  )
  return [...new Set(names)].join(' | ')
}

function languageOfLabel(counted: readonly Statement[], label: string): string {
  const value = counted.map(statement => statement.value).find(each => each.kind === 'text' && each.text === label)
  return value?.kind === 'text' ? value.language : '*'
}

/** Chinese in Latin letters counts as another language unless it is requested. */
function isIn(language: string, tag: string): boolean {
  return languageMatches(language, tag) && (!isChinese(language) || isChinese(tag))
}

/** Each once. */
function joined(texts: readonly (string | false | undefined)[]): string {
  return [...new Set(texts.filter(text => typeof text === 'string' && text !== ''))].join(' | ')
}

/** The labels of the entities and of the targets of their links. */
async function labelsOf(
  entities: readonly EntityView[],
  reader: ViewReader,
  language: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const targets = new Set(entities.flatMap(entity => linksOf(entity, entity.type).map(targetOf)))
  const found = await Promise.all([...targets].map(id => reader.getEntity(id)))
  return new Map([...entities, ...found].map(entity => [entity.id, entity.label(language)]))
}

function linksOf(entity: EntityView, type: EntityType): readonly Statement[] {
  return type.properties
    .filter(({ value }) => value.kind === 'entity')
    .flatMap(property => entity.resolve(property).counted)
}

function targetOf({ value }: Statement): string {
  return value.kind === 'entity' ? value.entity : ''
}

const linkColumns = [
  ...['subject', 'subject_label', 'property', 'object', 'object_label', 'qualifiers', 'valid'],
  ...['confidence', 'edition', 'statement'],
]

function linkRow(entity: EntityView, link: Statement, labels: ReadonlyMap<string, string>): readonly Cell[] {
  const { id, property, qualifiers, valid, confidence, edition } = link
  return [
    ...[entity.id, entity.label(), property, targetOf(link), labels.get(targetOf(link)), qualifiersText(qualifiers)],
    ...[valid, String(confidence), edition, id],
  ]
}

const statementColumns = [
  ...['id', 'subject', 'property', 'value', ...quantityColumns, 'qualifiers', 'valid', 'as_stated', 'language'],
  ...['rank', 'confidence', 'counts', 'edition', 'source_title', 'publisher', 'published', 'url'],
  ...['quote', 'quote_prefix', 'quote_suffix', 'fragment', 'derived', 'datasets', 'recorded_at', 'supersedes'],
]

function statementRow(entity: EntityView, statement: Statement): readonly Cell[] {
  const { id, property, value, qualifiers, valid, asStated, language, rank, confidence, edition, quote } = statement
  const { source } = entity.reader.citedEditions(edition) ?? {}
  const quantity = value.kind === 'quantity' ? quantityCells(value) : quantityColumns.map(() => undefined)
  const counts = entity.resolveNamed(property)?.counted.includes(statement) ?? false
  return [
    ...[
      id,
      entity.id,
      property,
      formatValue(value),
      ...quantity,
      qualifiersText(qualifiers),
      valid,
      asStated,
      language,
    ],
    ...[rank, String(confidence), String(counts), edition],
    ...[source?.title, source?.publisher, source?.published, source?.url],
    ...[quote?.exact, quote?.prefix, quote?.suffix, quote?.fragment, statement.derived],
    ...[statement.datasets.join(' '), statement.recordedAt, statement.supersedes],
  ]
}

function qualifiersText(qualifiers: Readonly<Record<string, string>>): string {
  return Object.entries(qualifiers)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
}
