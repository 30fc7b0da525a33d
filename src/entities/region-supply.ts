import { connectionOf, connectionTypes, pageArguments } from '../graphql/connections/connection.js'
import type { PageArguments } from '../graphql/connections/page.js'
import { type StatementView, viewOf } from '../graphql/entities/value-source.js'
import { argument, type DerivedFields, field } from '../graphql/schema/declare.js'
import type { Statement } from '../model/statement.js'
import { listInverseLinks } from '../views/links.js'
import type { EntityView } from '../views/view-reader.js'
import { giving, groupByRegion, roleOf, taking } from './corridor-feeds.js'

/** One region feeds another through a corridor. */
interface SupplyEdge {
  readonly node: EntityView
  readonly corridor: EntityView
  /** Role of the node by its statement; MEMBER if no source says whether it supplies or consumes. */
  readonly role: string
  /** The statement that the node is a member. */
  readonly statement: StatementView
  readonly supplierStatement: StatementView
  readonly consumerStatement: StatementView
  readonly confidence: number
}

type Direction = 'suppliers' | 'supplies'

/** Which regions feed which, as `corridorFeeds` says. */
export const regionSupply: DerivedFields = {
  of: 'Region',
  fields: {
    suppliers: field<EntityView, PageArguments & { statedOnly?: boolean | null }>(
      'SupplyConnection!',
      'Regions that supply this region, with the corridor and the statements. Members whose role no source states are included as MEMBER, unless `statedOnly`.',
      async (region, { statedOnly, ...page }) =>
        toConnection(
          (await listSupply(region, 'suppliers')).filter(({ role }) => !statedOnly || role === 'SUPPLIER'),
          page,
          'suppliers',
        ),
      {
        statedOnly: argument('Boolean', 'Whether to leave out regions whose role no source states.', false),
        ...pageArguments,
      },
    ),
    supplies: field<EntityView, PageArguments>(
      'SupplyConnection!',
      'Regions that this one feeds.',
      async (region, page) => toConnection(await listSupply(region, 'supplies'), page, 'supplies'),
      pageArguments,
    ),
  },
  types: connectionTypes('Supply', 'Region', {
    description: 'One region feeds another through a corridor.',
    fields: {
      corridor: field('Corridor!', 'Through which corridor.'),
      role: field('CorridorRole!', 'The node’s role in it; MEMBER where no source says whether it gives or takes.'),
      statement: field('Statement!', 'Statement that the node takes part in the corridor.'),
      supplierStatement: field('Statement!', 'Statement that the supplying region takes part in the corridor.'),
      consumerStatement: field('Statement!', 'Statement that the corridor feeds the consuming region.'),
      confidence: field('Float!', 'The weaker of the two statements’.'),
    },
  }),
}

function toConnection(edges: readonly SupplyEdge[], page: PageArguments, name: Direction) {
  return connectionOf(edges, page, { name, keyOf: ({ node, corridor }) => [node.id, corridor.id], keyParts: 2 })
}

async function listSupply(region: EntityView, direction: Direction): Promise<readonly SupplyEdge[]> {
  const inverse = region.type.findInverse('corridors')
  if (!inverse) return []
  const corridors = new Map((await listInverseLinks(region, inverse)).map(({ entity }) => [entity.id, entity]))
  const found = await Promise.all([...corridors.values()].map(corridor => listWithin(corridor, region, direction)))
  return found
    .flat()
    .sort((a, b) => (a.node.id < b.node.id || (a.node.id === b.node.id && a.corridor.id < b.corridor.id) ? -1 : 1))
}

async function listWithin(
  corridor: EntityView,
  region: EntityView,
  direction: Direction,
): Promise<readonly SupplyEdge[]> {
  const statementsOf = groupByRegion(corridor.resolveNamed('member')?.counted ?? [])
  const [own, others] = direction === 'suppliers' ? [taking, giving] : [giving, taking]
  const ownStatement = own(statementsOf.get(region.id) ?? [])
  if (!ownStatement) return []
  const edges = await Promise.all(
    [...statementsOf].map(async ([id, statements]) => {
      const statement = id === region.id ? undefined : others(statements)
      const node = statement && (await corridor.reader.findEntity(id))
      return statement && node ? toEdge(corridor, node, statement, ownStatement, direction) : undefined
    }),
  )
  return edges.filter(edge => edge !== undefined)
}

function toEdge(
  corridor: EntityView,
  node: EntityView,
  statement: Statement,
  own: Statement,
  direction: Direction,
): SupplyEdge {
  const view = (of: Statement) => viewOf(of, corridor.reader)
  const [supplier, consumer] = direction === 'suppliers' ? [statement, own] : [own, statement]
  return {
    node,
    corridor,
    role: roleOf(statement),
    statement: view(statement),
    supplierStatement: view(supplier),
    consumerStatement: view(consumer),
    confidence: Math.min(statement.confidence, own.confidence),
  }
}
