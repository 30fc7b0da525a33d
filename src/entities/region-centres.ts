import type { RowSource } from '../graphql/connections/connection.js'
import { entityConnection } from '../graphql/connections/entity-connection.js'
import { LinkConnection } from '../graphql/connections/link-connection.js'
import type { ListOf } from '../graphql/connections/page.js'
import { checkEntityFilter } from '../graphql/entities/check-filter.js'
import { type ListArguments, listArguments } from '../graphql/entities/list-arguments.js'
import { viewOf } from '../graphql/entities/value-source.js'
import { pageOfRow } from '../graphql/rows/field-of-row.js'
import { type DerivedFields, field } from '../graphql/schema/declare.js'
import { type Link, type LinkRow, toLinks } from '../views/links.js'
import { firstLinkRowsThroughParts, listLinkRowsThroughParts } from '../views/links-through-parts.js'
import { matchesEntity } from '../views/lists/match-entity.js'
import { chain, type MaybePromise } from '../views/maybe-promise.js'
import type { EntityView } from '../views/view-reader.js'
import { regionCentresInverse } from './region.js'

const placed: ListOf<LinkRow> = { name: 'centres', keyOf: ({ id }) => [id] }

/** A centre in a region is also in every region that contains the region. */
export const regionCentres: DerivedFields = {
  of: 'Region',
  fields: {
    centres: pageOfRow(
      field<EntityView, ListArguments>(
        'ComputeCentreConnection!',
        `算力中心. ${regionCentresInverse.description}`,
        (region, { filter, orderBy, ...page }) => {
          if (filter || orderBy) return listChosen(region, { filter, orderBy, ...page })
          return new LinkConnection(region.reader, new CentreRows(region), page, placed)
        },
        listArguments('ComputeCentre'),
      ),
      'centres',
      { way: 'in', property: 'region', from: 'ComputeCentre', parts: 'parent' },
      placed,
    ),
  },
}

class CentreRows implements RowSource<LinkRow> {
  constructor(readonly region: EntityView) {}

  first(count: number): MaybePromise<readonly LinkRow[]> {
    return firstLinkRowsThroughParts(this.region, regionCentresInverse, count)
  }

  all(): MaybePromise<readonly LinkRow[]> {
    return listLinkRowsThroughParts(this.region, regionCentresInverse)
  }
}

/** Centres in the region or in a region within it, each with the statement of its location. */
export function listCentres(region: EntityView): MaybePromise<readonly Link[]> {
  return chain(listLinkRowsThroughParts(region, regionCentresInverse), rows => toLinks(rows, region.reader))
}

async function listChosen(region: EntityView, { filter, orderBy, ...page }: ListArguments) {
  const { reader } = region
  const type = reader.typeOf('computecentre/')
  const checked = filter && (await checkEntityFilter(filter, type, reader))
  const links = await listCentres(region)
  const admitted = await Promise.all(links.map(({ entity }) => !checked || matchesEntity(entity, checked)))
  return entityConnection(links.filter((_, i) => admitted[i]).map(toEdge), type, orderBy, page, reader, 'centres')
}

function toEdge({ entity, statement }: Link) {
  return { node: entity, statement: viewOf(statement, entity.reader) }
}
