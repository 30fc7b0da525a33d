import { createHash } from 'node:crypto'
import type { Statement } from '../model/statement.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import { type FtmSchema, ftmSchemata, otherFtmLink, otherFtmSchema } from '../ontology/ftm-schemata.js'
import { formatValue } from '../values/format-value.js'
import { isMoneyKind, unitKindOf } from '../values/unit.js'
import type { EntityView } from '../views/view-reader.js'
import { entityPages } from './entity-pages.js'
import type { ExportCounts, Exporting } from './format.js'

/** An entity of FollowTheMoney. Its values are lists of texts. */
interface FtmEntity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

/** The graph in a view as entities of FollowTheMoney, one a line. Links are entities too. */
export async function* toFtm(exporting: Exporting): AsyncGenerator<string, ExportCounts> {
  let [entities, links] = [0, 0]
  for (const type of exporting.ontology.types)
    for await (const page of entityPages(exporting, type))
      for (const entity of page.entities) {
        if (!entity.isDescribed) continue
        const own = ownLinksOf(entity)
        yield `${JSON.stringify(entityOf(entity, own))}\n`
        exporting.progress(++entities)
        for (const [property, link] of own) {
          const linked = linkOf(entity, property, link)
          if (!linked) continue
          links++
          yield `${JSON.stringify(linked)}\n`
        }
      }
  return { entities, links }
}

type OwnLink = readonly [PropertyDeclaration, Statement]

function ownLinksOf(entity: EntityView): readonly OwnLink[] {
  return entity.type.properties
    .filter(({ value }) => value.kind === 'entity')
    .flatMap(property => entity.resolve(property).counted.map(link => [property, link] as const))
}

function schemaOf({ type }: EntityView): FtmSchema {
  return ftmSchemata[type.name] ?? otherFtmSchema
}

function entityOf(entity: EntityView, links: readonly OwnLink[]): FtmEntity {
  const { schema, properties: named = {}, links: namedLinks = {} } = schemaOf(entity)
  const values = new Values()
  for (const property of entity.type.properties) {
    if (property.value.kind === 'entity') continue
    for (const statement of entity.resolve(property).counted) addValue(values, named[property.id], property, statement)
    for (const { edition } of entity.resolve(property).counted)
      values.add('sourceUrl', entity.reader.citedEditions(edition)?.source.url)
  }
  for (const [property, { value }] of links) {
    const link = namedLinks[property.id]
    if (link && 'property' in link && value.kind === 'entity') values.add(link.property, ftmId(value.entity))
  }
  // FollowTheMoney requires the name of an entity that has one.
  if (!values.has('name')) values.add('name', entity.label())
  return { id: ftmId(entity.id), schema, properties: values.all }
}

function addValue(
  values: Values,
  named: string | undefined,
  property: PropertyDeclaration,
  statement: Statement,
): void {
  const { value, asStated, qualifiers } = statement
  if (property.id === 'name') values.add(nameProperties[qualifiers.kind ?? ''] ?? 'name', formatValue(value))
  else if (property.id === 'sameAs')
    values.add('wikidataId', /wikidata\.org\/(?:wiki|entity)\/(Q\d+)$/.exec(formatValue(value))?.[1])
  else if (value.kind === 'geo' && named === 'latitude') {
    values.add('latitude', String(value.latitude))
    values.add('longitude', String(value.longitude))
  } else if (value.kind === 'date' && named !== undefined) addDates(values, named, value.edtf)
  else if (value.kind === 'quantity' && named === 'amount') {
    values.add('amount', value.amount)
    // Units of money are ISO 4217 codes.
    if (value.unit && isMoneyKind(unitKindOf(value.unit))) values.add('currency', value.unit)
  } else if (named !== undefined) values.add(named, formatValue(value) || asStated)
  else values.add('notes', `${property.label.en}: ${formatValue(value) || asStated}`)
}

const nameProperties: Readonly<Record<string, string>> = { ALIAS: 'alias', SHORT: 'alias', FORMER: 'previousName' }
const plainDate = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/

/** Dates of FollowTheMoney have no uncertainty and no intervals, so only plain dates are written. */
function addDates(values: Values, property: string, edtf: string): void {
  const [from = '', to] = edtf.split('/').map(end => end.replace(/[?~%]/g, ''))
  if (to === undefined) values.add(property, plainDate.test(from) ? from : undefined)
  else {
    values.add('startDate', plainDate.test(from) ? from : undefined)
    values.add('endDate', plainDate.test(to) ? to : undefined)
  }
}

function linkOf(entity: EntityView, property: PropertyDeclaration, link: Statement): FtmEntity | undefined {
  const named = schemaOf(entity).links?.[property.id] ?? otherFtmLink
  const { value, qualifiers, valid, quote, edition } = link
  if ('property' in named || value.kind !== 'entity') return undefined
  const values = new Values()
  values.add(named.subject, ftmId(entity.id))
  values.add(named.object, ftmId(value.entity))
  for (const role of [...Object.values(qualifiers), ...(named === otherFtmLink ? [property.label.en] : [])])
    values.add('role', role)
  if (valid !== undefined) addDates(values, 'date', valid)
  values.add('summary', quote?.exact)
  values.add('sourceUrl', entity.reader.citedEditions(edition)?.source.url)
  values.add('recordId', link.id)
  return { id: ftmId(link.id), schema: named.schema, properties: values.all }
}

/** Ids of FollowTheMoney have ASCII letters, digits, points and hyphens only. Another id is replaced by its hash. */
function ftmId(id: string): string {
  const plain = id.replace('/', '.')
  if (/^[a-z]+\.[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(plain)) return plain
  const type = id.slice(0, id.indexOf('/'))
  return `${type}.${createHash('sha1').update(id).digest('hex')}`
}

class Values {
  readonly #values = new Map<string, Set<string>>()

  add(property: string, value: string | undefined): void {
    if (value === undefined || value === '') return
    const known = this.#values.get(property)
    if (known) known.add(value)
    else this.#values.set(property, new Set([value]))
  }

  has(property: string): boolean {
    return this.#values.has(property)
  }

  get all(): FtmEntity['properties'] {
    return Object.fromEntries([...this.#values].map(([property, values]) => [property, [...values]]))
  }
}
