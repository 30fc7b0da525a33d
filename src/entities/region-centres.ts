import { entityConnection } from '../graphql/connections/entity-connection.js'
import { type DerivedFields, field } from '../graphql/declare.js'
import { type ListArguments, listArguments } from '../graphql/queries/list-arguments.js'
import { viewOf } from '../graphql/value-view.js'
import type { EntityView } from '../reading/entity-view.js'
import { type Link, listInverseLinks } from '../reading/links.js'
import { matchesEntity } from '../reading/match-entity.js'

const children = { field: 'children', description: 'Its divisions.', of: ['Region.parent'] } as const
const centres = { field: 'centres', description: 'Centres in it.', of: ['ComputeCentre.region'] } as const

/** What stands in a region stands in every region that it is part of. */
export const regionCentres: DerivedFields = {
  of: 'Region',
  fields: {
    centres: field<EntityView, ListArguments>(
      'ComputeCentreConnection!',
      '算力中心. Centres in it or in a region within it.',
      async (region, { filter, orderBy, ...page }) => {
        const links = await listCentres(region)
        const admitted = await Promise.all(links.map(({ entity }) => !filter || matchesEntity(entity, filter)))
        const rows = links
          .filter((_, i) => admitted[i])
          .map(({ entity, statement }) => ({ node: entity, statement: viewOf(statement, entity.scope) }))
        return entityConnection(rows, orderBy, page)
      },
      listArguments('ComputeCentre'),
    ),
  },
}

/** Centres in the region or in a region within it, each with the statement that says where it stands. */
export async function listCentres(region: EntityView): Promise<readonly Link[]> {
  const links = await Promise.all((await withParts(region)).map(part => listInverseLinks(part, centres)))
  return links.flat()
}

/** The region and every region within it, each once, level by level. */
async function withParts(region: EntityView): Promise<readonly EntityView[]> {
  const found = new Map([[region.id, region]])
  let level: readonly EntityView[] = [region]
  while (level.length > 0) {
    const links = await Promise.all(level.map(part => listInverseLinks(part, children)))
    level = links
      .flat()
      .map(({ entity }) => entity)
      .filter(({ id }) => !found.has(id))
    for (const part of level) found.set(part.id, part)
  }
  return [...found.values()]
}
