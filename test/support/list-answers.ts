import type { GraphQLOutputType } from 'graphql'
import { type GraphQLSchema, isEnumType, isLeafType, isListType, isNonNullType, isObjectType, parse } from 'graphql'
import { createExecutor } from '../../src/graphql/execution/create-executor.js'
import { createContext } from '../../src/graphql/request/context.js'
import type { EntityType, Ontology } from '../../src/ontology/ontology.js'
import type { Store } from '../../src/store/store.js'

/** The document of a list: a page with its cursors and the count; whole: every group and every sum besides. */
function listDocument(schema: GraphQLSchema, type: EntityType, isWhole: boolean): string {
  return `query ($filter: ${type.name}Filter, $orderBy: [${type.name}Order!], $first: Int, $after: String, $last: Int,
      $before: String, $view: ViewInput) {
    ${type.plural}(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before, view: $view) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { id label } }
      aggregate ${isWhole ? selectionOf(schema, `${type.name}Aggregate`) : '{ count }'} } }`
}

/** All fields of a type, and of entities in them the id. */
function selectionOf(schema: GraphQLSchema, name: string): string {
  const type = schema.getType(name)
  if (!isObjectType(type)) return ''
  if (type.getInterfaces().some(({ name: of }) => of === 'Node')) return '{ id }'
  const fields = Object.values(type.getFields()).flatMap(field => {
    const of = namedOf(field.type)
    const below = isLeafType(of) ? '' : selectionOf(schema, of.name)
    const summed = field.args.find(({ name: argument }) => argument === 'sum')
    const [quantity] = summed && isEnumType(summed.type) ? summed.type.getValues() : []
    const own = `${field.name}${quantity ? `(sum: ${quantity.name})` : ''} ${below}`
    const isByLevel = field.args.some(({ name: argument }) => argument === 'direct')
    return isByLevel ? [own, `direct${field.name}: ${field.name}(direct: true) ${below}`] : [own]
  })
  return `{ ${fields.join(' ')} }`
}

function namedOf(type: GraphQLOutputType): Exclude<GraphQLOutputType, { ofType: unknown }> & { name: string } {
  return isNonNullType(type) || isListType(type) ? namedOf(type.ofType as GraphQLOutputType) : (type as never)
}

export interface ListVariables {
  readonly filter?: unknown
  readonly orderBy?: unknown
  readonly view?: unknown
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

/** Answers lists of one store in two ways: by rows wherever these can, and by statements alone. */
export class TwoWays {
  /** How many queries rows answered, and how many they passed over. */
  readonly calls = { answered: 0, passedOver: 0 }
  readonly #execute
  /** How many questions were asked of statements where rows might answer. */
  questions = 0
  readonly #byRows: Store
  readonly #byStatements: Store

  constructor(
    store: Store,
    readonly schema: GraphQLSchema,
    readonly ontology: Ontology,
    readonly today: () => string,
  ) {
    const { rows } = store
    if (!rows) throw new Error('This store keeps no rows.')
    this.#execute = createExecutor(schema)
    const { calls } = this
    const select: typeof rows.select = async (...given) => {
      const answers = await rows.select(...given)
      calls[answers ? 'answered' : 'passedOver'] += given[0].length
      return answers
    }
    const seen = new Proxy(rows, { get: (of, key) => (key === 'select' ? select : Reflect.get(of, key, of)) })
    const read: Store['read'] = (...given) => store.read(...given)
    const plain = { description: store.description, writer: store.writer, read, close: () => store.close() }
    const counted: Store['read'] = (asks, options) => {
      this.questions += asks.length
      return store.read(asks, options)
    }
    this.#byRows = { ...plain, read: counted, rows: seen }
    this.#byStatements = plain
  }

  async answers(
    type: EntityType,
    variables: ListVariables,
    isWhole: boolean,
  ): Promise<readonly [byRows: unknown, byStatements: unknown]> {
    return await this.answersTo(listDocument(this.schema, type, isWhole), variables)
  }

  async answersTo(
    query: string,
    variables: ListVariables = {},
  ): Promise<readonly [byRows: unknown, byStatements: unknown]> {
    return await Promise.all([
      this.#answer(this.#byRows, query, variables),
      this.#answer(this.#byStatements, query, variables),
    ])
  }

  async #answer(store: Store, query: string, variables: ListVariables): Promise<unknown> {
    const now = () => new Date(`${this.today()}T04:00:00Z`)
    const context = createContext({ store, ontology: this.ontology, now })
    const document = parse(query)
    const { data, errors } = await this.#execute({ document, variables: { ...variables }, context })
    return JSON.parse(JSON.stringify({ data, errors: errors?.map(({ message }) => message) }))
  }
}
