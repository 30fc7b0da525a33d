import { resolve } from 'node:path'
import type {
  ColumnDraft,
  DatasetDraft,
  EditionDraft,
  EntityDraft,
  SourceDraft,
  StatementDraft,
  TableDraft,
} from './draft.js'
import type { Place, Placed, ProblemList } from './problem-list.js'
import { type DatasetFolder, decodeText, readDatasetFile } from './read-file.js'
import { readYaml, type YamlMap } from './read-yaml.js'

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
  if (id && !datasetId.test(id.content))
    problems.error('ID_INVALID', id.place, {
      seen: id.content,
      type: 'a dataset',
      expected: 'letters, digits and ._~-, up to 100',
    })
  const draft = {
    folder,
    title: title?.content ?? id?.content ?? '',
    licence: licence?.content,
    sources: files.flatMap(file => file.maps('sources').map(readSource)),
    entities: files.flatMap(file => file.maps('entities').flatMap(readEntity)),
    tables: files.flatMap(file => file.maps('tables').flatMap(readTable)),
  }
  for (const file of files) file.end()
  return id && { ...draft, id }
}

/** The main file and those that it includes, each once. */
async function readFiles(folder: DatasetFolder, problems: ProblemList): Promise<readonly YamlMap[]> {
  const files = new Map<string, YamlMap>()
  const waiting: Placed[] = [{ content: mainFile, place: { file: `${folder.named}/${mainFile}` } }]
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const file = await readDatasetFile(folder, next.content, next.place, problems)
    if (!file || files.has(file.path)) continue
    const text = decodeText(file, problems)
    const map = text === undefined ? undefined : readYaml(text, file.named, problems)
    if (!map) continue
    files.set(file.path, map)
    waiting.push(...map.texts('include'))
  }
  return [...files.values()]
}

function readSource(map: YamlMap): SourceDraft {
  const source = {
    id: map.text('id', true) ?? { content: '', place: map.place },
    title: map.text('title', true)?.content ?? '',
    publisher: map.text('publisher')?.content,
    url: map.text('url'),
    published: map.text('published'),
    licence: map.text('licence')?.content,
    weight: map.number('weight', 0, Number.POSITIVE_INFINITY) ?? 1,
    editions: map.maps('editions').flatMap(readEdition),
  }
  map.end()
  return source
}

function readEdition(map: YamlMap): readonly EditionDraft[] {
  const language = map.text('language', true)
  const edition = {
    place: map.place,
    file: map.text('file'),
    translationOf: map.text('translationOf'),
    retrieved: map.text('retrieved'),
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
    prefix: map.text('prefix')?.content,
    suffix: map.text('suffix')?.content,
    fragment: undefined,
    ...readBesideValue(map),
    qualifiers: readQualifiers(map),
  }
  return property && value ? [{ ...statement, property, value }] : []
}

function readBesideValue(map: YamlMap) {
  return {
    language: map.text('language'),
    edition: map.text('edition'),
    valid: map.text('valid'),
    confidence: map.number('confidence', 0, 1),
    rank: map.text('rank'),
  }
}

/** Whatever else stands there is a qualifier; whether the property has it is checked with the ontology. */
function readQualifiers(map: YamlMap): Readonly<Record<string, Placed>> {
  return Object.fromEntries(
    map.rest.flatMap(key => {
      const text = map.text(key)
      return text ? [[key, { content: text.content, place: map.placeOf(key) }]] : []
    }),
  )
}

function readTable(map: YamlMap): readonly TableDraft[] {
  const [file, edition] = [map.text('file', true), map.text('edition', true)]
  const where = map.map('where')
  const conditions = Object.fromEntries((where?.keys ?? []).map(key => [key, where?.textOrTexts(key) ?? []]))
  const entity = map.map('entity', true)
  const [type, idTemplate] = [entity?.text('type', true), entity?.text('id', true)]
  entity?.end()
  const statements = map.maps('statements').flatMap(readColumn)
  map.end()
  return file && edition && type && idTemplate
    ? [{ place: map.place, file, edition, where: conditions, type, idTemplate, statements }]
    : []
}

function readColumn(map: YamlMap): readonly ColumnDraft[] {
  const property = map.text('property', true)
  const column = {
    place: map.place,
    column: map.text('column'),
    template: map.text('template'),
    value: map.text('value'),
    unit: map.text('unit'),
    precision: map.text('precision'),
    ...readBesideValue(map),
    qualifiers: readQualifiers(map),
  }
  const ways = [column.column, column.template, column.value].filter(way => way !== undefined)
  if (ways.length !== 1) reportWays(map, map.place, ways.length)
  return property && ways.length === 1 ? [{ ...column, property }] : []
}

function reportWays(map: YamlMap, place: Place, count: number): void {
  if (count === 0)
    map.file.problems.error(
      'KEY_MISSING',
      place,
      { where: map.where, key: 'column' },
      'give `column`, `template` or `value`',
    )
  else
    map.file.problems.error('KEY_TYPE', place, {
      key: 'column',
      expected: 'alone: one of `column`, `template` and `value`',
      seen: `${count} of them`,
    })
}
