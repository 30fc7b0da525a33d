import type { Statement } from '../model/statement.js'
import { hash } from '../names/hash-key.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { alteredColumn, hansLabelColumn } from '../ontology/row-keys.js'
import { statementCount } from '../ontology/row-layout.js'
import type { AbsentRow, ColumnValue, ResolvedRow, RowLink } from '../store/rows/resolved-rows.js'
import { edtfBounds } from '../values/edtf.js'
import { baseUnitOf, toBase } from '../values/unit.js'
import type { Quantity, Value } from '../values/value.js'
import { existenceOf, propertiesOfExistence } from '../views/existence.js'
import type { Reach } from '../views/facts/reach.js'
import { distinctLinks, targetOf } from '../views/links.js'
import { all, type MaybePromise } from '../views/maybe-promise.js'
import type { EntityView, ViewReader } from '../views/view-reader.js'
import { rowKeysOf } from './fact-keys.js'
import { keysOf } from './row-keys.js'

export function isRow(row: ResolvedRow | AbsentRow): row is ResolvedRow {
  return 'type' in row
}

type Columns = Record<string, ColumnValue>

/** What rows look up about the entities that they link to. */
export interface LinkEnds {
  /** Whether the view describes the entity. */
  isThere(id: string): MaybePromise<boolean>
  readonly reach: Reach
}

/** The row of an entity that the reader's view describes; of one that it does not, when that may change. */
export async function resolveRow(reader: ViewReader, id: string, ends: LinkEnds): Promise<ResolvedRow | AbsentRow> {
  if (!reader.ontology.findTypeOfId(id)) return { id }
  const entity = await reader.getEntity(id)
  // A former id has no row: the entity has one under its own.
  if (entity.id !== id) return { id }
  const until = nextChange(entity, reader.view.validAt)
  if (!entity.isDescribed) return { id, ...(until !== undefined && { until }) }
  const columns: Columns = {}
  const put = (name: string, value: ColumnValue | undefined) => {
    if (value === undefined) return
    const stored = storableValue(value)
    // Readers then take the text from the statements.
    if (value === '' || String(stored) !== String(value)) columns[alteredColumn] = 1
    if (stored !== '' && !(Array.isArray(stored) && stored.length === 0)) columns[name] = stored
  }
  put('label', entity.label())
  put('labelZh', labelIn(entity, 'zh'))
  const hans = entity.label('zh-Hans')
  if (hans !== (labelIn(entity, 'zh') ?? entity.label())) put(hansLabelColumn, hans)
  put('labelEn', labelIn(entity, 'en'))
  put('names', textsOf(entity.resolveNamed('name')?.counted ?? []))
  put('formerIds', entity.record.formerIds)
  for (const property of entity.type.properties) if (property.id !== 'name') putProperty(entity, property, put)
  put(statementCount, entity.seen().length)
  put('conflictCount', entity.openConflicts().length)
  put('existence', existenceOf(entity))
  const links = await linksOf(entity, ends)
  const { keys, above } = await rowKeysOf(entity, ends.reach)
  return {
    id,
    type: entity.type.name,
    columns: { ...columns, ...keysOf(entity) },
    links,
    keys,
    keysHash: hashOfKeys(keys, above),
    ...(until !== undefined && { until }),
  }
}

function hashOfKeys(keys: string, above: string): string {
  return `${hash(keys)}.${hash(above)}`
}

/** Whether two rows of an entity differ in what is above the entity, so that rows which link to it have other search keys. */
export function hasOtherAbove(a: Pick<ResolvedRow, 'keysHash'>, b: Pick<ResolvedRow, 'keysHash'>): boolean {
  return a.keysHash.split('.')[1] !== b.keysHash.split('.')[1]
}

function labelIn(entity: EntityView, language: string): string | undefined {
  const names = entity.resolveNamed('name')?.counted ?? []
  const isSpoken = ({ value }: Statement) =>
    value.kind === 'text' && value.language.toLowerCase().split('-')[0] === language && !/-latn\b/i.test(value.language)
  return names.some(isSpoken) ? entity.label(language) : undefined
}

function putProperty(
  entity: EntityView,
  property: PropertyDeclaration,
  put: (name: string, value: ColumnValue | undefined) => void,
): void {
  const { chosen, counted } = entity.resolve(property)
  const { id, many } = property
  if (property.value.kind === 'entity' && many) return
  if (many) put(id, textsOf(counted))
  else if (chosen)
    for (const [suffix, value] of Object.entries(partsOf(chosen.value, chosen.asStated))) put(`${id}${suffix}`, value)
}

/** The columns of a value, by what follows the property's name. */
function partsOf(value: Value, asStated: string): Readonly<Record<string, ColumnValue | undefined>> {
  switch (value.kind) {
    case 'text':
      return { '': value.text }
    case 'code':
      return { '': value.code }
    case 'entity':
      return { '': value.entity }
    case 'geo':
      return { Latitude: value.latitude, Longitude: value.longitude }
    case 'date': {
      const { min, max } = edtfBounds(value.edtf)
      return { '': value.edtf, From: min, To: max }
    }
    case 'quantity': {
      const { comparator, precision } = value
      return { ...amountsOf(value), Comparator: comparator, Precision: precision, Stated: asStated || undefined }
    }
  }
}

function amountsOf({ amount, upper, unit }: Quantity) {
  if (amount === undefined || unit === undefined) return {}
  return {
    '': Number(toBase(amount, unit)),
    ...(upper !== undefined && { Upper: Number(toBase(upper, unit)) }),
    Unit: baseUnitOf(unit),
  }
}

function textsOf(statements: readonly Statement[]): readonly string[] {
  const texts = statements.flatMap(({ value }) =>
    value.kind === 'text'
      ? [value.text]
      : value.kind === 'code'
        ? [value.code]
        : value.kind === 'date'
          ? [value.edtf]
          : [],
  )
  return [...new Set(texts)]
}

/** Links that count, to entities that the view describes. */
async function linksOf(entity: EntityView, { isThere }: LinkEnds): Promise<readonly RowLink[]> {
  const stated = entity.type.properties
    .filter(({ value }) => value.kind === 'entity')
    .flatMap(property => {
      const counted = entity.resolve(property).counted
      const distinct = distinctLinks(counted.map(statement => ({ id: targetOf(statement), statement })))
      const first = new Set(distinct.map(({ statement }) => statement.id))
      return counted.map(statement => toLink(entity.id, property.id, statement, !first.has(statement.id)))
    })
  const derived = (entity.type.derivedLinks ?? []).flatMap(declaration =>
    declaration
      .derive(entity.resolveNamed(declaration.from)?.counted ?? [], entity.id)
      .map(({ statement, ...link }): RowLink => ({ ...link, property: declaration.name, statement: statement.id })),
  )
  const links = [...stated, ...derived]
  if (links.length === 0) return links
  const isEnd = (id: string) => id === entity.id || isThere(id)
  const [froms, tos] = await Promise.all([
    all(links.map(({ from }) => isEnd(from))),
    all(links.map(({ to }) => isEnd(to))),
  ])
  return links
    .filter((_, i) => froms[i] && tos[i])
    .map(link => ({ link, key: keyOf(link) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ link }) => link)
}

function toLink(from: string, property: string, statement: Statement, isAgain: boolean): RowLink {
  const { id, confidence, valid, qualifiers } = statement
  const link = { property, from, to: targetOf(statement), statement: id, confidence, qualifiers }
  return { ...link, ...(valid !== undefined && { valid }), ...(isAgain && { isAgain }) }
}

function keyOf({ property, from, to, statement }: RowLink): string {
  return [property, from, to, statement].join('\n')
}

/** The first day after `today` on which a statement begins or ceases to be seen, or the entity to exist. */
function nextChange(entity: EntityView, today: string): string | undefined {
  const { record, type } = entity
  const dates = propertiesOfExistence(type).flatMap(id =>
    record.statements.flatMap(({ property, value }) => (property === id && value.kind === 'date' ? [value.edtf] : [])),
  )
  const periods = record.statements.flatMap(({ valid }) => valid ?? [])
  let next: string | undefined
  for (const period of [...periods, ...dates]) {
    const { min, max } = edtfBounds(period)
    for (const day of [min, max && dayAfter(max)])
      if (day !== undefined && day > today && (next === undefined || day < next)) next = day
  }
  return next
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function storableValue(value: ColumnValue): ColumnValue {
  if (typeof value === 'number') return value
  return typeof value === 'string' ? storable(value) : [...new Set(value.map(storable))]
}

/** What every engine holds: no U+0000 and no half of a pair of surrogates. */
function storable(text: string): string {
  return text.replace(/\0|\p{Surrogate}/gu, '')
}
