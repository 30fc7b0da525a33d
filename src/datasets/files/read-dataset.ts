import { resolve } from 'node:path'
import type { Placed, ProblemList } from '../check/problem-list.js'
import { factorsIn } from '../tables/cell-product.js'
import type {
  BesideValue,
  CellDraft,
  ColumnDraft,
  ConditionDraft,
  DatasetDraft,
  EditionDraft,
  EntityDraft,
  QualifierDraft,
  SourceDraft,
  StatementDraft,
  TableDraft,
} from './draft.js'
import { type DatasetFolder, readDatasetText } from './read-file.js'
import { readYaml } from './read-yaml.js'
import type { YamlMap } from './yaml-map.js'

const mainFile = 'dataset.yaml'
const datasetId = /^[A-Za-z0-9][A-Za-z0-9._~-]{0,99}$/

/** Reads dataset.yaml and all that it includes. Reports everything that is not as the format has it; undefined where there is no dataset. */
export async function readDataset(named: string, problems: ProblemList): Promise<DatasetDraft | undefined> {
  const folder: DatasetFolder = { named, path: resolve(named) }
  const files = await readFiles(folder, problems)
  const [main] = files
  if (!main) return undefined
  const id = main.text('dataset', true)
  const [title, licence] = [main.text('title'), main.text('licence')]
  const isNamed = id !== undefined && datasetId.test(id.content)
  if (id && !isNamed) {
    const expected = 'letters, digits and ._~-, up to 100'
    problems.fatal('ID_INVALID', id.place, { seen: id.content, type: 'a dataset', expected })
  }
  const draft = {
    folder,
    title: title?.content ?? id?.content ?? '',
    licence: licence?.content,
    sources: files.flatMap(file => file.maps('sources').flatMap(readSource)),
    entities: files.flatMap(file => file.maps('entities').flatMap(readEntity)),
    tables: files.flatMap(file => file.maps('tables').flatMap(readTable)),
    undescribed: files.flatMap(file => file.texts('undescribed')),
  }
  for (const file of files) file.end()
  return id && { ...draft, id }
}

/** The main file and those that it includes, each once. */
async function readFiles(folder: DatasetFolder, problems: ProblemList): Promise<readonly YamlMap[]> {
  const maps = new Map<string, YamlMap | undefined>()
  const waiting: Placed[] = [{ content: mainFile, place: { file: folder.named } }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const isMain = maps.size === 0
    const file = await readDatasetText(folder, next.content, next.place, problems)
    if (isMain && !file) return []
    if (!file || maps.has(file.path)) continue
    const map = readYaml(file.text, file.named, isMain ? 'the dataset' : 'an included file', problems)
    maps.set(file.path, map)
    waiting.push(...(map?.texts('include') ?? []))
  }
  // Without its main file a dataset has no name, and what it includes is not known.
  const [main, ...included] = maps.values()
  return main ? [main, ...included.flatMap(map => map ?? [])] : []
}

function readSource(map: YamlMap): readonly SourceDraft[] {
  const id = map.text('id', true)
  const source = {
    title: map.text('title', true),
    publisher: map.text('publisher'),
    url: map.text('url'),
    published: map.text('published'),
    licence: map.text('licence')?.content,
    weight: map.number('weight', 0, Number.POSITIVE_INFINITY) ?? 1,
    editions: map.maps('editions').flatMap(readEdition),
  }
  map.end()
  return id ? [{ ...source, id }] : []
}

function readEdition(map: YamlMap): readonly EditionDraft[] {
  const language = map.text('language', true)
  const edition = {
    files: readFileNames(map),
    translationOf: map.text('translationOf'),
    retrieved: map.text('retrieved'),
    sha256: map.text('sha256'),
  }
  map.end()
  return language ? [{ ...edition, language }] : []
}

/** One file, or the pages of a text in their order. */
function readFileNames(map: YamlMap): readonly Placed[] {
  const [file, pages] = [map.text('file'), map.texts('files')]
  if (file && map.keys.includes('files'))
    map.file.problems.error('KEY_TYPE', map.placeOf('files'), {
      key: 'files',
      expected: 'alone: either `file` or `files`',
      seen: 'beside `file`',
    })
  return file ? [file] : pages
}

function readEntity(map: YamlMap): readonly EntityDraft[] {
  const [id, type] = [map.text('id', true), map.text('type', true)]
  const entity = {
    sameAs: map.texts('sameAs'),
    edition: map.text('edition'),
    statements: map.maps('statements').flatMap(readStatement),
  }
  map.end()
  return id && type ? [{ ...entity, id, type }] : []
}

function readStatement(map: YamlMap): readonly StatementDraft[] {
  const [property, value] = [map.text('property', true), map.text('value', true)]
  const statement = {
    place: map.place,
    asStated: map.text('asStated'),
    quote: map.text('quote'),
    prefix: map.words('prefix'),
    suffix: map.words('suffix'),
    start: map.whole('start', 0),
    end: map.whole('end', 0),
    fragment: readRow(map),
    dates: undefined,
    // The unit of a cell may be in the header of its column.
    isCompared: !map.keys.includes('row'),
    isOfTable: false,
    ...readBesideValue(map, readConfidence(map)),
  }
  return property && value ? [{ ...statement, property, value }] : []
}

/** The row of a table that says it: RFC 7111 counts from 1, the header as well. */
function readRow(map: YamlMap): string | undefined {
  const row = map.whole('row', 1)
  if (row !== undefined && !map.keys.includes('quote'))
    map.file.problems.error(
      'KEY_MISSING',
      map.placeOf('row'),
      { where: map.where, key: 'quote' },
      'the cell that says it',
    )
  return row === undefined ? undefined : `row=${row}`
}

/** To be called last: whatever no other call has asked for is a qualifier. */
function readBesideValue(map: YamlMap, confidence: Placed | undefined): BesideValue {
  return {
    language: map.text('language'),
    edition: map.text('edition'),
    valid: map.text('valid'),
    confidence,
    rank: map.text('rank'),
    derived: map.text('derived'),
    qualifiers: readQualifiers(map),
  }
}

/** A number within its bounds. */
function readConfidence(map: YamlMap): Placed | undefined {
  const number = map.number('confidence', 0, 1)
  return number === undefined ? undefined : { content: String(number), place: map.placeOf('confidence') }
}

function readQualifiers(map: YamlMap): Readonly<Record<string, QualifierDraft>> {
  return Object.fromEntries(
    map.rest.flatMap(key => {
      const text = map.text(key)
      return text ? [[key, { ...text, keyPlace: map.placeOf(key) }]] : []
    }),
  )
}

function readTable(map: YamlMap): readonly TableDraft[] {
  const [file, edition] = [map.text('file', true), map.text('edition', true)]
  const dates = readDates(map)
  const form = {
    header: map.number('header', 1, 1000) ?? 1,
    encoding: map.text('encoding'),
    separator: map.character('separator'),
    sheet: map.text('sheet'),
    rows: map.text('rows'),
    empty: map.texts('empty').map(({ content }) => content.trim()),
    cells: readCells(map),
    where: readConditions(map, 'where'),
    unless: readConditions(map, 'unless'),
  }
  const entity = map.map('entity', true)
  const [type, idTemplate] = [entity?.text('type', true), entity?.text('id', true)]
  entity?.end()
  const statements = map.maps('statements').flatMap(column => readColumn(column, dates))
  map.end()
  if (!file || !edition || !type || !idTemplate) return []
  return [{ place: map.place, file, edition, ...form, type, idTemplate, statements }]
}

/** How a table writes its dates, where they are not written as dates. */
function readDates(map: YamlMap): 'excel' | undefined {
  const dates = map.text('dates')
  if (!dates || dates.content === 'excel') return dates && 'excel'
  map.file.problems.error('CODE_UNKNOWN', dates.place, { seen: dates.content, what: '`dates`' }, 'one of excel')
  return undefined
}

function readConditions(map: YamlMap, key: 'where' | 'unless'): readonly ConditionDraft[] {
  const conditions = map.map(key)
  return (conditions?.keys ?? []).map(column => ({
    column: { content: column, place: conditions?.placeOf(column) ?? map.place },
    cells: (conditions?.wordsOrTexts(column) ?? []).map(content => content.trim()),
  }))
}

function readCells(map: YamlMap): readonly CellDraft[] {
  const cells = map.map('cells')
  return (cells?.keys ?? []).flatMap(name => {
    const cell = cells?.map(name)
    if (!cell) return []
    const column = cell.text('column', true)
    const values = cell.map('values')
    const draft = {
      name: { content: name, place: cells?.placeOf(name) ?? map.place },
      fill: cell.flag('fill'),
      empty: cell.texts('empty').map(({ content }) => content.trim()),
      without: cell.text('without'),
      split: cell.text('split'),
      match: cell.text('match'),
      optional: cell.flag('optional'),
      values: (values?.keys ?? []).map(key => ({ cell: key, value: values?.text(key)?.content.trim() ?? '' })),
    }
    cell.end()
    return column ? [{ ...draft, column }] : []
  })
}

function readColumn(map: YamlMap, datesOfTable: 'excel' | undefined): readonly ColumnDraft[] {
  const property = map.text('property', true)
  const ways = (['column', 'template', 'value'] as const).flatMap(kind => {
    const text = map.text(kind)
    return text ? [{ ...text, key: kind, kind: kindOf(kind, text.content) }] : []
  })
  const column = {
    unit: map.text('unit'),
    precision: map.text('precision'),
    asStated: map.text('asStated'),
    quote: map.text('quote'),
    cite: map.text('cite'),
    dates: readDates(map) ?? datesOfTable,
    where: readConditions(map, 'where'),
    unless: readConditions(map, 'unless'),
    each: map.text('each'),
    ...readBesideValue(map, map.text('confidence')),
  }
  const [from, another] = ways
  if (!from) {
    const hint = 'give `column`, `template` or `value`'
    map.file.problems.error('KEY_MISSING', map.place, { where: map.where, key: 'column' }, hint)
  }
  if (from && another)
    map.file.problems.error('KEY_TYPE', another.place, {
      key: another.key,
      expected: 'alone: one of `column`, `template` and `value`',
      seen: `beside \`${from.key}\``,
    })
  return property && from && !another ? [{ ...column, property, from }] : []
}

/** A value with cells in it is a product of them or, without a factor, a template. */
function kindOf(key: 'column' | 'template' | 'value', text: string): ColumnDraft['from']['kind'] {
  if (key !== 'value' || !text.includes('{')) return key
  return factorsIn(text) ? 'product' : 'template'
}
