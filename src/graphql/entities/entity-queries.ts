import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { listEntities } from '../../views/list-entities.js'
import { matchesEntity, propertiesIn } from '../../views/match-entity.js'
import { all, chain, type MaybePromise } from '../../views/maybe-promise.js'
import { compareInOrder, type EntityOrder, orderKey, propertiesInOrder } from '../../views/order-entities.js'
import type { EntityView, ViewReader } from '../../views/view-reader.js'
import { type Connection, HeldRows, ShownConnection } from '../connections/connection.js'
import type { CursorList, SortKey } from '../connections/cursor.js'
import { orderedList } from '../connections/entity-connection.js'
import { type Page, type PageArguments, pageInfoOf, tellFlag, toPageRequest, withCursor } from '../connections/page.js'
import { scanConnection } from '../connections/scan-connection.js'
import type { ViewInput } from '../request/context.js'
import { argument, type FieldDeclaration, field } from '../schema/declare.js'
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
export function entityQueries(ontology: Ontology): Readonly<Record<string, FieldDeclaration>> {
  return {
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
      (_, { id, view }, context) => context.at(view).findEntity(id),
      {
        id: argument('ID!', 'Id or former id of the entity: corridor/jing-jin-ji-meng.'),
        ...viewArgument,
      },
    ),
    ...Object.fromEntries(ontology.types.map(type => [singularOf(type), oneQuery(type)])),
    ...Object.fromEntries(ontology.types.map(type => [type.plural, listQuery(type)])),
  }
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
      (_, { id, view }, context) => findEntityOfType(context.at(view), id, type.name),
      {
        id: argument('ID!', `Id of the entity: ${type.example}.`),
        ...viewArgument,
      },
    )
  return field<undefined, { id?: string | null; code?: string | null } & InView>(
    type.name,
    `One ${type.label.en}, by its id or its code. Null where the view has none.`,
    (_, args, context) => findByIdOrCode(context.at(args.view), args, type),
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
): Promise<EntityView | undefined> {
  if ((id == null) === (code == null))
    throw new SuanliError('BAD_USER_INPUT', {
      problem: 'Give either `id` or `code`.',
      problemZh: '`id` 与 `code` 请给出其中一个。',
    })
  if (id != null) return findEntityOfType(reader, id, type.name)
  return findEntityByCode(reader, code ?? '', type.name)
}

function listQuery(type: EntityType): FieldDeclaration {
  return field<undefined, ListArguments & InView>(
    `${type.name}Connection!`,
    `${type.label['zh-Hans']}. All of type ${type.name} that the view describes.`,
    (_, { view, filter, ...args }, context) => {
      const scope = context.at(view)
      if (filter == null) return listOfType(scope, type, args)
      return chain(checkEntityFilter(filter, type, scope), checked =>
        listOfType(scope, type, { ...args, filter: checked }),
      )
    },
    { ...listArguments(type.name), ...viewArgument },
  )
}

function listOfType(
  reader: ViewReader,
  type: EntityType,
  { filter, orderBy, ...page }: ListArguments,
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
  const listed = {
    reader,
    derive,
    count: () => chain(ids(), ({ length }) => length),
    nodes: (looksAt: readonly string[] | undefined) =>
      chain(ids(), found => (looksAt ? reader.findPartial(found, looksAt) : reader.findEntities(found))),
  }
  const placed = orderedList(type.plural, orderBy ?? [])
  // Wrong arguments fail at the list itself, before anything is read.
  toPageRequest(page, placed)
  if (orderBy && orderBy.length > 0) {
    return listInOrder(listed, list, type, orderBy, page, placed)
  }
  return { ...listed, page: () => readPage(reader, list, scan, page, type.plural), totalCount: listed.count }
}

/** An order other than by id needs all rows. */
function listInOrder(
  listed: Listed,
  list: string,
  type: EntityType,
  orderBy: readonly EntityOrder[],
  page: PageArguments,
  cursors: CursorList,
): MaybePromise<Connection & Listed> {
  const { reader } = listed
  const compare = compareInOrder(orderBy, type, reader)
  const placed = { ...cursors, keyOf: ({ key }: { readonly key: SortKey }) => key, compare }
  const keys = reader.derive(
    `order ${JSON.stringify(orderBy)} of ${list}`,
    () =>
      chain(listed.nodes(propertiesInOrder(orderBy, type, reader.ontology)), nodes =>
        chain(all(nodes.map(node => orderKey(node, orderBy))), keys =>
          keys.map(key => ({ key })).sort((a, b) => compare(a.key, b.key)),
        ),
      ),
    rows => rows.length * (60 + 80 * orderBy.length),
  )
  return chain(keys, rows => {
    const shown = new ShownConnection(new HeldRows(rows), page, placed, {
      nodesOf: cut => all(cut.map(({ key }) => reader.getEntity(key.at(-1) ?? ''))),
      edgeOf: node => ({ node }),
    })
    return { ...listed, page: () => shown.page(), totalCount: () => shown.totalCount() }
  })
}

/** A page in the order of the ids is read as far as it goes. */
function readPage(
  reader: ViewReader,
  list: string,
  scan: (options?: Parameters<typeof listEntities>[2]) => AsyncIterable<EntityView>,
  page: PageArguments,
  name: string,
): MaybePromise<Page<{ node: EntityView }>> {
  const kept = reader.derive(
    `page ${JSON.stringify(page)} of ${list}`,
    async () => {
      const { edges, pageInfo } = await scanConnection(scan, page, node => ({ node }), name).page()
      const { hasNextPage, hasPreviousPage } = pageInfo
      const flags = await Promise.all([tellFlag(hasNextPage), tellFlag(hasPreviousPage)])
      return { ids: edges.map(({ node }) => node.id), hasNextPage: flags[0], hasPreviousPage: flags[1] }
    },
    ({ ids }) => bytesOfTexts(ids),
  )
  return chain(kept, ({ ids, hasNextPage, hasPreviousPage }) =>
    chain(all(ids.map(id => reader.getEntity(id))), nodes => {
      const edges = nodes.map(node => withCursor({ node }, { name }, () => [node.id]))
      return { edges, pageInfo: pageInfoOf(edges, hasNextPage, hasPreviousPage) }
    }),
  )
}

async function idsOf(entities: AsyncIterable<EntityView>): Promise<readonly string[]> {
  const ids: string[] = []
  for await (const { id } of entities) ids.push(id)
  return ids
}

function bytesOfTexts(texts: readonly string[]): number {
  return texts.reduce((sum, { length }) => sum + 24 + length, 100)
}
