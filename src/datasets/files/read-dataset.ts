import { resolve } from 'node:path'
import type { Placed, ProblemList } from '../check/problem-list.js'
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
    title: map.text('title', true)?.content ?? '',
    publisher: map.text('publisher')?.content,
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
    file: map.text('file'),
    translationOf: map.text('translationOf'),
    retrieved: map.text('retrieved'),
    sha256: map.text('sha256'),
  }
  map.end()
  return language ? [{ ...edition, language }] : []
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
    asStated: map.text('asStated')?.content,
    quote: map.text('quote'),
    prefix: map.words('prefix'),
    suffix: map.words('suffix'),
    start: map.whole('start', 0),
    end: map.whole('end', 0),
    fragment: readRow(map),
    ...readBesideValue(map),
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
function readBesideValue(map: YamlMap): BesideValue {
  return {
    language: map.text('language'),
    edition: map.text('edition'),
    valid: map.text('valid'),
    confidence: map.number('confidence', 0, 1),
    rank: map.text('rank'),
    qualifiers: readQualifiers(map),
  }
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
  const form = {
    header: map.number('header', 1, 1000) ?? 1,
    encoding: map.text('encoding'),
    empty: map.texts('empty').map(({ content }) => content.trim()),
    cells: readCells(map),
    where: readConditions(map, 'where'),
    unless: readConditions(map, 'unless'),
  }
  const entity = map.map('entity', true)
  const [type, idTemplate] = [entity?.text('type', true), entity?.text('id', true)]
  entity?.end()
  const statements = map.maps('statements').flatMap(readColumn)
  map.end()
  if (!file || !edition || !type || !idTemplate) return []
  return [{ place: map.place, file, edition, ...form, type, idTemplate, statements }]
}

function readConditions(map: YamlMap, key: 'where' | 'unless'): readonly ConditionDraft[] {
  const conditions = map.map(key)
  return (conditions?.keys ?? []).map(column => ({
    column: { content: column, place: conditions?.placeOf(column) ?? map.place },
    cells: (conditions?.textOrTexts(column) ?? []).map(({ content }) => content.trim()),
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

function readColumn(map: YamlMap): readonly ColumnDraft[] {
  const property = map.text('property', true)
  const ways = (['column', 'template', 'value'] as const).flatMap(kind => {
    const text = map.text(kind)
    return text ? [{ kind, ...text }] : []
  })
  const column = { unit: map.text('unit'), precision: map.text('precision'), ...readBesideValue(map) }
  const [from, another] = ways
  if (!from) {
    const hint = 'give `column`, `template` or `value`'
    map.file.problems.error('KEY_MISSING', map.place, { where: map.where, key: 'column' }, hint)
  }
  if (from && another)
    map.file.problems.error('KEY_TYPE', another.place, {
      key: another.kind,
      expected: 'alone: one of `column`, `template` and `value`',
      seen: `beside \`${from.kind}\``,
    })
  return property && from && !another ? [{ ...column, property, from }] : []
}
