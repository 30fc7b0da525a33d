import { SuanliError } from '../../model/error.js'
import { findNeighbourhood } from '../../paths/find-neighbourhood.js'
import { findPaths } from '../../paths/find-paths.js'
import type { Hop, WalkWish } from '../../paths/hop.js'
import { findRowPaths, type RowHop, readHop } from '../../paths/row-paths.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { viewOf } from '../entities/value-source.js'
import type { ViewInput } from '../request/context.js'
import { argument, field, ofRevision, type TypeDeclaration } from '../schema/declare.js'
import { notFound } from '../views/resolve-view.js'
import { viewArgument } from '../views/view-input.js'

const maxHopsAllowed = 6
const maxNodesAllowed = 1_000

interface WalkArguments {
  readonly links?: readonly string[] | null
  readonly minConfidence?: number | null
  readonly view?: ViewInput | null
}

/** How entities hang together, every hop with the statement that it rests on. */
export const pathQueries = ofRevision({
  paths: field<undefined, WalkArguments & { from: string; to: string; maxHops: number; first: number }>(
    'Paths!',
    'The ways from one entity to another, shortest first; every hop cites a statement.',
    async (_, { from, to, maxHops, first, view, ...walk }, context) => {
      const reader = context.at(view)
      inRange('maxHops', maxHops, 1, maxHopsAllowed)
      inRange('first', first, 0, 100)
      return await connect(reader, [from, to], maxHops, first, toWish(walk, reader))
    },
    {
      from: argument('ID!', 'Id of the first entity: official/tang-jianguo.'),
      to: argument('ID!', 'Id of the last entity: region/inner-mongolia.'),
      maxHops: argument('Int', `Greatest length of a path, 1 to ${maxHopsAllowed}.`, 4),
      links: argument(
        '[String!]',
        'Names of the links to walk along: ["announcedBy", "serves", "member"]. Default: all.',
      ),
      minConfidence: argument('Float', 'Least confidence of the statements to walk along, 0 to 1.', 0),
      first: argument('Int', 'Number of paths, up to 100.', 10),
      ...viewArgument,
    },
  ),
  neighbourhood: field<undefined, WalkArguments & { id: string; hops: number; limit: number }>(
    'Subgraph!',
    'Entities around an entity, and the links between them.',
    async (_, { id, hops, limit, view, ...walk }, context) => {
      const reader = context.at(view)
      inRange('hops', hops, 0, 3)
      inRange('limit', limit, 1, maxNodesAllowed)
      return findNeighbourhood(await getDescribed(reader, id, 'id'), hops, limit, toWish(walk, reader))
    },
    {
      id: argument('ID!', 'The middle: corridor/jing-jin-ji-meng.'),
      hops: argument('Int', 'Number of links to walk from the entity, 0 to 3.', 1),
      links: argument('[String!]', 'Names of the links to walk along: ["member"]. Default: all.'),
      minConfidence: argument('Float', 'Least confidence of the statements to walk along, 0 to 1.', 0),
      limit: argument('Int', `Number of entities, up to ${maxNodesAllowed}.`, 200),
      ...viewArgument,
    },
  ),
})

export const pathTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'Paths',
    description: 'The ways between two entities.',
    fields: {
      paths: field('[Path!]!', 'Paths, the shortest first.'),
      totalCount: field('Int!', 'Number of paths that were found, beyond `first` as well.'),
      truncated: field('Boolean!', 'More paths, or longer work, than is allowed: there may be ways that are not here.'),
    },
  },
  {
    kind: 'object',
    name: 'Path',
    description: 'A way from one entity to another that visits none twice.',
    fields: {
      length: field('Int!', 'Number of links of the path.'),
      confidence: field<Path>('Float!', 'The weakest hop’s.', async ({ hops }) =>
        Math.min(1, ...(await hops()).map(({ statement }) => statement.confidence)),
      ),
      crossesConflict: field<Path>(
        'Boolean!',
        'One of its statements takes part in an open conflict.',
        async ({ hops }) => (await hops()).some(crossesConflict),
      ),
      hops: field<Path>('[Hop!]!', 'Links of the path, in walking order.', ({ hops }) => hops()),
    },
  },
  {
    kind: 'object',
    name: 'Hop',
    description: 'A step along a link. from and to in walking order; reversed: the statement’s subject is `to`.',
    fields: {
      from: field('Entity!', 'Entity that the step begins at.'),
      to: field('Entity!', 'Entity that the step leads to.'),
      link: field<Hop>('String!', 'The property that is walked: member.', ({ statement }) => statement.property),
      reversed: field('Boolean!', 'Whether it is walked against its direction.'),
      statement: field<Hop>('Statement!', 'Statement of the link.', ({ statement, from }) =>
        viewOf(statement, from.reader),
      ),
    },
  },
  {
    kind: 'object',
    name: 'Subgraph',
    description: 'Some entities and the links between them.',
    fields: {
      nodes: field('[Entity!]!', 'The entities, the middle first, then level by level.'),
      links: field('[Hop!]!', 'The links between them.'),
      truncated: field('Boolean!', 'There is more than was asked for, or than is allowed.'),
    },
  },
]

/** A path whose entities and statements may be read only when they are shown. */
interface Path {
  readonly length: number
  readonly hops: () => Promise<readonly Hop[]>
}

interface FoundPaths {
  readonly paths: readonly Path[]
  readonly truncated: boolean
}

/** By the rows the shortest paths first; all paths only if these are too few, or if somebody asks how many there are. */
async function connect(
  reader: ViewReader,
  ends: readonly [from: string, to: string],
  maxHops: number,
  first: number,
  wish: WalkWish,
) {
  const byRows = async (onlyShortest: boolean): Promise<FoundPaths | undefined> => {
    const found = await findRowPaths(reader, ends, maxHops, wish, onlyShortest)
    const read = (hops: readonly RowHop[]) => Promise.all(hops.map(hop => readHop(reader, hop, wish)))
    return found && { ...found, paths: found.paths.map(hops => ({ length: hops.length, hops: () => read(hops) })) }
  }
  const byStatements = async (): Promise<FoundPaths> => {
    const [from, to] = ends
    const [start, goal] = [await getDescribed(reader, from, 'from'), await getDescribed(reader, to, 'to')]
    const found = await findPaths(start, goal, maxHops, wish)
    return { ...found, paths: found.paths.map(hops => ({ length: hops.length, hops: async () => hops })) }
  }
  const shortest = await byRows(true)
  let whole: Promise<FoundPaths> | undefined
  const all = () => (whole ??= byRows(false).then(found => found ?? byStatements()))
  const shown = shortest && !shortest.truncated && shortest.paths.length >= first ? shortest : await all()
  return {
    paths: shown.paths.slice(0, first),
    totalCount: async () => (await all()).paths.length,
    truncated: async () => (await all()).truncated,
  }
}

function crossesConflict({ from, to, statement, reversed }: Hop): boolean {
  const subject = reversed ? to : from
  return subject.conflicts().some(({ status, statements }) => status === 'OPEN' && statements.includes(statement.id))
}

async function getDescribed(reader: ViewReader, id: string, argument: string): Promise<EntityView> {
  const entity = await reader.findEntity(id)
  if (entity) return entity
  throw notFound('entity', id, argument)
}

function toWish({ links, minConfidence }: WalkArguments, { ontology }: ViewReader) {
  const properties = links?.map(name => {
    const property = ontology.types
      .flatMap(type => type.findProperty(name) ?? [])
      .find(({ value }) => value.kind === 'entity')
    if (property) return property.id
    throw new SuanliError('NOT_IN_ONTOLOGY', {
      what: 'link',
      seen: name.slice(0, 100),
      hint: '; see the field `ontology`.',
      hintZh: '；可用的见字段 `ontology`。',
    })
  })
  return { minConfidence: minConfidence ?? 0, ...(properties && { links: properties }) }
}

function inRange(argumentName: string, seen: number, min: number, max: number): void {
  if (seen >= min && seen <= max) return
  throw new SuanliError('BAD_USER_INPUT', {
    problem: `\`${argumentName}: ${seen}\` is out of range: give ${min} to ${max}.`,
    problemZh: `\`${argumentName}: ${seen}\` 超出范围：请给出 ${min} 到 ${max}。`,
    argument: argumentName,
    min,
    max,
  })
}
