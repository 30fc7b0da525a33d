import type { RowSource } from '../graphql/connections/connection.js'
import { entityConnection } from '../graphql/connections/entity-connection.js'
import { LinkConnection } from '../graphql/connections/link-connection.js'
import type { ListOf } from '../graphql/connections/page.js'
import { checkEntityFilter } from '../graphql/entities/check-filter.js'
import { type ListArguments, listArguments } from '../graphql/entities/list-arguments.js'
import { viewOf } from '../graphql/entities/value-source.js'
import { type DerivedFields, field } from '../graphql/schema/declare.js'
import { firstLinkRows } from '../views/first-links.js'
import { bytesOfRows, type Link, type LinkRow, listInverseLinkRows, listInverseLinks, toLinks } from '../views/links.js'
import { listEntities } from '../views/list-entities.js'
import { matchesEntity } from '../views/match-entity.js'
import { all, chain, type MaybePromise } from '../views/maybe-promise.js'
import type { EntityView } from '../views/view-reader.js'

const children = { field: 'children', description: 'Divisions of the region.', of: ['Region.parent'] } as const
const centres = { field: 'centres', description: 'Centres in it.', of: ['ComputeCentre.region'] } as const

/** A centre in a region is also in every region that contains the region. */
export const regionCentres: DerivedFields = {
  of: 'Region',
  fields: {
    centres: field<EntityView, ListArguments>(
      'ComputeCentreConnection!',
      '算力中心. Centres in it or in a region within it.',
      (region, { filter, orderBy, ...page }) => {
        if (filter || orderBy) return listChosen(region, { filter, orderBy, ...page })
        return new LinkConnection(region.reader, new CentreRows(region), page, placed)
      },
      listArguments('ComputeCentre'),
    ),
  },
}

const placed: ListOf<LinkRow> = { name: 'centres', keyOf: ({ id }) => [id] }

class CentreRows implements RowSource<LinkRow> {
  constructor(readonly region: EntityView) {}

  first(count: number): MaybePromise<readonly LinkRow[]> {
    return firstCentreRows(this.region, count)
  }

  all(): MaybePromise<readonly LinkRow[]> {
    return listCentreRows(this.region)
  }
}

/** Centres in the region or in a region within it, each with the statement of its location. */
export function listCentres(region: EntityView): MaybePromise<readonly Link[]> {
  return chain(listCentreRows(region), rows => toLinks(rows, region.reader))
}

/**
 * A region with few parts is searched from the top. For a region with tens of thousands of parts, such as a country
 * down to its townships, each centre is tested instead, since centres are fewer (China with every set, uncached: 9 s instead of 30).
 */
function listCentreRows(region: EntityView): MaybePromise<readonly LinkRow[]> {
  return region.reader.derive(
    `${region.id} and its parts: centres`,
    () =>
      chain(withParts([region]), parts =>
        parts
          ? chain(all(parts.map(part => listInverseLinkRows(part, centres))), rows =>
              rows.flat().sort((a, b) => (a.id < b.id ? -1 : 1)),
            )
          : listFromBelow(region),
      ),
    bytesOfRows,
  )
}

async function listFromBelow({ id, reader }: EntityView): Promise<readonly LinkRow[]> {
  const type = reader.ontology.findType('ComputeCentre')
  if (!type) return []
  const rows: LinkRow[] = []
  const test = (centre: EntityView) => matchesEntity(centre, { region: { within: id } })
  for await (const centre of listEntities(reader, type, { test, looksAt: ['region'] }))
    for (const statement of centre.resolveNamed('region')?.counted ?? []) rows.push({ id: centre.id, statement })
  return rows
}

/** For a page at the beginning, of a region that may hold very many. */
function firstCentreRows(region: EntityView, count: number): MaybePromise<readonly LinkRow[]> {
  const { reader } = region
  return reader.derive(
    `${region.id} and its parts: ${count} centres`,
    () =>
      chain(withParts([region]), parts =>
        parts ? firstLinkRows(reader, parts, centres.of[0], count) : listCentreRows(region),
      ),
    bytesOfRows,
  )
}

async function listChosen(region: EntityView, { filter, orderBy, ...page }: ListArguments) {
  const { reader } = region
  const checked = filter && (await checkEntityFilter(filter, reader.ontology.findType('ComputeCentre'), reader))
  const links = await listCentres(region)
  const admitted = await Promise.all(links.map(({ entity }) => !checked || matchesEntity(entity, checked)))
  return entityConnection(links.filter((_, i) => admitted[i]).map(toEdge), orderBy, page, reader, 'centres')
}

function toEdge({ entity, statement }: Link) {
  return { node: entity, statement: viewOf(statement, entity.reader) }
}

const manyParts = 1000

/** The regions and every region within them, each once, level by level; undefined where there are too many. */
function withParts(
  level: readonly EntityView[],
  found: ReadonlyMap<string, EntityView> = new Map(),
): MaybePromise<readonly EntityView[] | undefined> {
  const known = new Map([...found, ...level.map(part => [part.id, part] as const)])
  if (known.size > manyParts) return undefined
  return chain(all(level.map(part => listInverseLinks(part, children))), links => {
    const next = links.flatMap(of => of.map(({ entity }) => entity)).filter(({ id }) => !known.has(id))
    return next.length === 0 ? [...known.values()] : withParts(next, known)
  })
}
