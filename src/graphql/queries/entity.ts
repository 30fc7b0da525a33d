import { SuanliError } from '../../model/error.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { EntityView } from '../../reading/entity-view.js'
import { listEntities } from '../../reading/list-entities.js'
import { matchesEntity } from '../../reading/match-entity.js'
import type { EntityOrder } from '../../reading/order-entities.js'
import type { Scope } from '../../reading/scope.js'
import type { Connection } from '../connections/connection.js'
import { entityConnection } from '../connections/entity-connection.js'
import { type PageArguments, toPageRequest } from '../connections/page.js'
import { scanConnection } from '../connections/scan-connection.js'
import type { ViewInput } from '../context.js'
import { argument, type FieldDeclaration, field } from '../declare.js'
import type { Listed } from '../types/aggregates.js'
import { viewArgument } from '../types/view.js'
import { findEntityByCode, findEntityOfType } from './find-entity.js'
import { type ListArguments, listArguments } from './list-arguments.js'
import { findNode } from './node.js'

interface InView {
  readonly view?: ViewInput | null
}

/** What is found by its id, or listed by its type. */
export function entityQueries(ontology: Ontology): Readonly<Record<string, FieldDeclaration>> {
  return {
    node: field<undefined, { id: string } & InView>(
      'Node',
      'Anything by its id, as Relay has it.',
      (_, { id, view }, context) => findNode(context.at(view), id),
      {
        id: argument('ID!', 'official/tang-jianguo, or a statement’s, source’s, edition’s or conflict’s id.'),
        ...viewArgument,
      },
    ),
    nodes: field<undefined, { ids: readonly string[] } & InView>(
      '[Node]!',
      'Many at once, in the order of the ids; null where there is none.',
      (_, { ids, view }, context) => {
        if (ids.length > 100) throw new SuanliError('PAGE_TOO_LARGE', { argument: 'ids', seen: ids.length, max: 100 })
        return Promise.all(ids.map(id => findNode(context.at(view), id)))
      },
      { ids: argument('[ID!]!', 'Up to 100 ids.'), ...viewArgument },
    ),
    entity: field<undefined, { id: string } & InView>(
      'Entity',
      'An entity of any type. Answers to former ids as well.',
      (_, { id, view }, context) => context.at(view).findEntity(id),
      {
        id: argument('ID!', 'corridor/jing-jin-ji-meng.'),
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
        id: argument('ID!', `Its id: ${type.example}.`),
        ...viewArgument,
      },
    )
  return field<undefined, { id?: string | null; code?: string | null } & InView>(
    type.name,
    `One ${type.label.en}, by its id or its code. Null where the view has none.`,
    (_, args, context) => findByIdOrCode(context.at(args.view), args, type),
    {
      id: argument('ID', `Its id: ${type.example}.`),
      code: argument('String', `${code.description} ${code.example}.`),
      ...viewArgument,
    },
  )
}

async function findByIdOrCode(
  scope: Scope,
  { id, code }: { id?: string | null; code?: string | null },
  type: EntityType,
): Promise<EntityView | undefined> {
  if ((id == null) === (code == null))
    throw new SuanliError('BAD_USER_INPUT', { problem: 'Give either `id` or `code`.' })
  if (id != null) return findEntityOfType(scope, id, type.name)
  return findEntityByCode(scope, code ?? '', type.name)
}

function listQuery(type: EntityType): FieldDeclaration {
  return field<undefined, ListArguments & InView>(
    `${type.name}Connection!`,
    `${type.label['zh-Hans']}. All of type ${type.name} that the view describes.`,
    (_, { view, ...args }, context) => listOfType(context.at(view), type, args),
    { ...listArguments(type.name), ...viewArgument },
  )
}

function listOfType(
  scope: Scope,
  type: EntityType,
  { filter, orderBy, ...page }: ListArguments,
): (Connection & Listed) | Promise<Connection & Listed> {
  const test = filter ? (entity: EntityView) => matchesEntity(entity, filter) : undefined
  const scan = (options: Parameters<typeof listEntities>[2] = {}) =>
    listEntities(scope, type, { ...options, ...(test && { test }) })
  if (orderBy && orderBy.length > 0) return listInOrder(scan(), orderBy, page)
  let all: Promise<readonly EntityView[]> | undefined
  return {
    ...scanConnection(scan, page, node => ({ node })),
    nodes: () => (all ??= gather(scan())),
  }
}

/** An order other than by id needs all rows. */
async function listInOrder(
  entities: AsyncIterable<EntityView>,
  orderBy: readonly EntityOrder[],
  page: PageArguments,
): Promise<Connection & Listed> {
  toPageRequest(page, orderBy.length + 1)
  const rows = (await gather(entities)).map(node => ({ node }))
  return entityConnection(rows, orderBy, page)
}

async function gather<Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> {
  const gathered: Row[] = []
  for await (const row of rows) gathered.push(row)
  return gathered
}
