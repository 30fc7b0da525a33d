import type { GraphQLResolveInfo } from 'graphql'
import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { listEntities } from '../../views/lists/list-entities.js'
import { matchesEntity, propertiesIn } from '../../views/lists/match-entity.js'
import { compareInOrder, type EntityOrder, orderKey, propertiesInOrder } from '../../views/lists/order-entities.js'
import { RowList, type RowPage, type SortKey } from '../../views/lists/row-list.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import { RowEntity, type RowShape } from '../../views/row-entity.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import type { Connection } from '../connections/connection.js'
import type { CursorList } from '../connections/cursor.js'
import { orderedList } from '../connections/entity-connection.js'
import {
  cutOf,
  type Page,
  type PageArguments,
  type PageRequest,
  pageInfoOf,
  tellFlag,
  toPageRequest,
  withCursor,
} from '../connections/page.js'
import { scanConnection } from '../connections/scan-connection.js'
import type { ViewInput } from '../request/context.js'
import { findByRow } from '../rows/find-by-row.js'
import { type NodesShape, shapeOfNodes } from '../rows/row-shape.js'
import { argument, type FieldDeclaration, field, ofRevision, type Queries } from '../schema/declare.js'
import { viewArgument } from '../views/view-input.js'
import { checkEntityFilter } from './check-filter.js'
import { findEntityByCode, findEntityOfType } from './find-entity.js'
import { type ListArguments, listArguments } from './list-arguments.js'
import type { Listed } from './listed.js'
import { findNode } from './node.js'

interface InView {
  readonly view?: ViewInput | null
}

/** What is found by its id, or listed by its type. */
export function entityQueries(ontology: Ontology): Queries {
  return ofRevision({
    node: field<undefined, { id: string }>(
      'Node',
      'Node with this id, in the view of the request (header `suanli-view`); null if there is none.',
      (_, { id }, context) => findNode(context.at(), id),
      {
        id: argument(
          'ID!',
          'Id of an entity, statement, conflict, source, edition, release or property: official/tang-jianguo.',
        ),
      },
    ),
    nodes: field<undefined, { ids: readonly string[] }>(
      '[Node]!',
      'Nodes with these ids, in the order of the ids, in the view of the request; null for each id without a node.',
      (_, { ids }, context) => {
        if (ids.length > 100) throw new SuanliError('PAGE_TOO_LARGE', { argument: 'ids', seen: ids.length, max: 100 })
        return Promise.all(ids.map(id => findNode(context.at(), id)))
      },
      { ids: argument('[ID!]!', 'Up to 100 ids.') },
    ),
    entity: field<undefined, { id: string } & InView>(
      'Entity',
      'Entity of any type, by its id or a former id; null if the view has none.',
      (_, { id, view }, context, info) => findSelected(context.at(view), id, info),
      {
        id: argument('ID!', 'Id or former id of the entity: corridor/jing-jin-ji-meng.'),
        ...viewArgument,
      },
    ),
    ...Object.fromEntries(ontology.types.map(type => [singularOf(type), oneQuery(type)])),
    ...Object.fromEntries(ontology.types.map(type => [type.plural, listQuery(type)])),
  })
}

function singularOf({ name }: EntityType): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function oneQuery(type: EntityType): FieldDeclaration {
  const code = type.properties.find(({ id, identifies }) => identifies && id === 'code')
  if (!code)
    return field<undefined, { id: string } & InView>(
      type.name,
      `One ${type.label.en}. Null where the view has none with that id.`,
      (_, { id, view }, context, info) => findOfType(context.at(view), id, type, info),
      {
        id: argument('ID!', `Id of the entity: ${type.example}.`),
        ...viewArgument,
      },
    )
  return field<undefined, { id?: string | null; code?: string | null } & InView>(
    type.name,
    `One ${type.label.en}, by its id or its code. Null where the view has none.`,
    (_, args, context, info) => findByIdOrCode(context.at(args.view), args, type, info),
    {
      id: argument('ID', `Id of the entity: ${type.example}.`),
      code: argument('String', `${code.description} ${code.example}.`),
      ...viewArgument,
    },
  )
}

async function findByIdOrCode(
  reader: ViewReader,
  { id, code }: { id?: string | null; code?: string | null },
  type: EntityType,
  info: GraphQLResolveInfo,
): Promise<EntityView | undefined> {
  if ((id == null) === (code == null))
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give either `id` or `code`.',
      problemZh: '`id` 与 `code` 请给出其中一个。',
      argument: 'id',
    })
  if (id != null) return findOfType(reader, id, type, info)
  return findEntityByCode(reader, code ?? '', type.name)
}

async function findOfType(
  reader: ViewReader,
  id: string,
  type: EntityType,
  info: GraphQLResolveInfo,
): Promise<EntityView | undefined> {
  const found = reader.ontology.findTypeOfId(id) === type ? await findByRow(reader, id, type, info) : undefined
  return found ?? findEntityOfType(reader, id, type.name)
}

async function findSelected(reader: ViewReader, id: string, info: GraphQLResolveInfo): Promise<EntityView | undefined> {
  const type = reader.ontology.findTypeOfId(id)
  return (type && (await findByRow(reader, id, type, info))) ?? reader.findEntity(id)
}

function listQuery(type: EntityType): FieldDeclaration {
  return field<undefined, ListArguments & InView>(
    `${type.name}Connection!`,
    `${type.label['zh-Hans']}. All of type ${type.name} that the view describes.`,
    (_, { view, filter, ...args }, context, info) => {
      const scope = context.at(view)
      const shape = shapeOfNodes(scope, type, info)
      if (filter == null) return listOfType(scope, type, args, shape)
      return chain(checkEntityFilter(filter, type, scope), checked =>
        listOfType(scope, type, { ...args, filter: checked }, shape),
      )
    },
    { ...listArguments(type.name), ...viewArgument },
  )
}

function listOfType(
  reader: ViewReader,
  type: EntityType,
  { filter, orderBy, ...page }: ListArguments,
  shape: NodesShape | undefined,
): MaybePromise<Connection & Listed> {
  const test = filter ? (entity: EntityView) => matchesEntity(entity, filter) : undefined
  const looksAt = propertiesIn(filter ?? {}, type)
  const scan = (options: Parameters<typeof listEntities>[2] = {}) =>
    listEntities(reader, type, { ...options, ...(test && { test, looksAt }) })
  const list = `${type.name} ${JSON.stringify(filter ?? null)}`
  const derive: Listed['derive'] = (name, compute) => reader.derive(`${name} of ${list}`, compute, () => 1_000)
  const listIds = () => reader.derive(`all of ${list}`, () => idsOf(scan({ looksAt })), bytesOfTexts)
  let read: MaybePromise<readonly string[]> | undefined
  const ids = () => {
    read ??= listIds()
    return read
  }
  const rows = RowList.of(reader, type, filter)
  const countAll = () =>
    derive('number', async () => ({ count: (await rows?.count()) ?? (await chain(ids(), ({ length }) => length)) }))
  const listed: Listed = {
    reader,
    rows,
    derive,
    count: () => chain(countAll(), ({ count }) => count),
    nodes: (looksAt: readonly string[] | undefined) =>
      chain(ids(), found => (looksAt ? reader.findPartial(found, looksAt) : reader.findEntities(found))),
  }
  const orders = orderBy ?? []
  const placed = orderedList(type.plural, orders)
  // Wrong arguments fail at the list itself, before anything is read.
  const request = toPageRequest(page, placed)
  const byStatements =
    orders.length === 0
      ? () => cutOfScan(scan, page, type.plural)
      : () => cutInOrder(listed, list, type, orders, request, placed)
  const cutByStatements = () =>
    reader.derive(
      `page ${JSON.stringify([orders, page])} of ${list}`,
      byStatements,
      ({ keys }) => 100 + keys.length * (60 + 80 * orders.length),
    )
  const cut = () =>
    rows ? rows.page(orders, request, shape).then(found => found ?? cutByStatements()) : cutByStatements()
  return {
    ...listed,
    page: () => chain(cut(), found => showPage(reader, found, placed, shape)),
    totalCount: listed.count,
  }
}

/** An order that the store does not compare by needs the places of all. */
async function cutInOrder(
  listed: Listed,
  list: string,
  type: EntityType,
  orders: readonly EntityOrder[],
  request: PageRequest,
  cursors: CursorList,
): Promise<RowPage> {
  const { reader } = listed
  const compare = compareInOrder(orders, type, reader)
  const keys = await reader.derive(
    `order ${JSON.stringify(orders)} of ${list}`,
    async () => {
      const nodes = await listed.nodes(propertiesInOrder(orders, type, reader.ontology))
      return (await all(nodes.map(node => orderKey(node, orders)))).toSorted(compare)
    },
    found => found.length * (60 + 80 * orders.length),
  )
  const { rows: cut, ...flags } = cutOf(keys, request, { ...cursors, keyOf: (key: SortKey) => key, compare })
  return { keys: cut, ...flags }
}

/** A page in the order of the ids is read as far as it goes. */
async function cutOfScan(
  scan: (options?: Parameters<typeof listEntities>[2]) => AsyncIterable<EntityView>,
  page: PageArguments,
  name: string,
): Promise<RowPage> {
  const { edges, pageInfo } = await scanConnection(scan, page, node => ({ node }), name).page()
  const { hasNextPage, hasPreviousPage } = pageInfo
  const flags = await Promise.all([tellFlag(hasNextPage), tellFlag(hasPreviousPage)])
  return { keys: edges.map(({ node }) => [node.id]), hasNextPage: flags[0], hasPreviousPage: flags[1] }
}

function showPage(
  reader: ViewReader,
  { keys, rows, hasNextPage, hasPreviousPage }: RowPage,
  list: CursorList,
  shape: RowShape | undefined,
): MaybePromise<Page<{ node: EntityView }>> {
  const found =
    rows && shape
      ? rows.map(row => RowEntity.of(row, shape, reader))
      : keys.map(key => reader.getEntity(key.at(-1) ?? ''))
  return chain(all(found), nodes => {
    const edges = nodes.map((node, i) => withCursor({ node }, list, () => keys[i] ?? []))
    return { edges, pageInfo: pageInfoOf(edges, hasNextPage, hasPreviousPage) }
  })
}

async function idsOf(entities: AsyncIterable<EntityView>): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const { id } of entities) ids.push(id)
  return ids
}

function bytesOfTexts(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + 24 + length, 100)
}
