import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql'
import { countsSeveral } from '../../ontology/declaration.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import type { Column } from '../../ontology/row-column.js'
import { rowLayoutOf } from '../../ontology/row-layout.js'
import type { RowLinkSelection } from '../../store/rows/resolved-rows.js'
import { type LinkShape, labelColumns, type RowShape } from '../../views/row-entity.js'
import type { ViewReader } from '../../views/view-reader.js'
import type { CursorList } from '../connections/cursor.js'
import { type PageArguments, toPageRequest } from '../connections/page.js'
import { type Selecting, selectedFields } from '../execution/selected-fields.js'
import type { RowField } from './row-field.js'
import { columnsOfValue } from './row-values.js'

/*
 * The selection of a document below entities, as one question to the rows: it ends where rows hold no more.
 */

/** The same object, selected at several places of a document: at each place by selections that GraphQL merges. */
type Places = readonly (readonly (SelectionSetNode | undefined)[])[]

/** What is selected of the nodes of a connection. */
interface NodesBelow {
  /** The type of the nodes, if any are selected. */
  readonly nodes: string | undefined
  readonly places: Places
  readonly isCounted: boolean
  readonly isPaged: boolean
  readonly saysWhetherMore: boolean
  readonly hasCursors: boolean
}

/** A field that is selected of an object, with its arguments and the places of what is below it. */
interface Selected {
  readonly definition: GraphQLField<unknown, unknown>
  readonly args: Readonly<Record<string, unknown>>
  readonly places: Places
}

/** What an entity field reads of the rows of that type; undefined if rows do not have all of it. */
export function shapeOfEntity(reader: ViewReader, type: EntityType, info: GraphQLResolveInfo): RowShape | undefined {
  return kept(reader, `entity ${type.name}`, info, asking => asking.shapeOf(type, placesOf(info.fieldNodes)))
}

/** What is read of the nodes of a list, and whether the page says what lies around it. */
export interface NodesShape extends RowShape {
  readonly saysWhetherMore: boolean
}

/** The same of the nodes of a list. */
export function shapeOfNodes(reader: ViewReader, type: EntityType, info: GraphQLResolveInfo): NodesShape | undefined {
  return kept(reader, `nodes ${type.name}`, info, asking => {
    const connection = getNamedType(info.returnType)
    if (!isObjectType(connection)) return undefined
    const below = asking.nodesOf(connection, placesOf(info.fieldNodes), true)
    const shape = below && below.places.length > 0 ? asking.shapeOf(type, below.places) : undefined
    return below && shape && { ...shape, saysWhetherMore: below.saysWhetherMore }
  })
}

/** By the nodes of the field, which a plan keeps as long as the plan is kept. */
const shapes = new WeakMap<readonly FieldNode[], Map<string, RowShape | undefined>>()

function kept<Shape extends RowShape>(
  reader: ViewReader,
  name: string,
  info: GraphQLResolveInfo,
  make: (asking: Asking) => Shape | undefined,
): Shape | undefined {
  if (!reader.hasRows || !labelColumns(reader.view.language)) return undefined
  const { schema, fragments, variableValues: variables } = info
  const made = () => make(new Asking(reader, { schema, fragments, variables }))
  if (Object.keys(variables).length > 0) return made()
  const known = shapes.get(info.fieldNodes) ?? new Map<string, RowShape | undefined>()
  shapes.set(info.fieldNodes, known)
  const key = `${name} ${reader.view.language}`
  if (!known.has(key)) known.set(key, made())
  return known.get(key) as Shape | undefined
}

/** A text of an engine that is larger takes long to be planned. */
const mostRows = 40

/** SQLite takes 127 arguments of a function. */
const mostValues = 100

class Asking {
  #rows = 0

  constructor(
    readonly reader: ViewReader,
    readonly selecting: Selecting,
  ) {}

  shapeOf(type: EntityType, places: Places): RowShape | undefined {
    const object = this.selecting.schema.getType(type.name)
    const selected = isObjectType(object) ? this.#selected(object, places) : undefined
    this.#rows += 1
    if (!selected || this.#rows > mostRows) return undefined
    const draft = new Draft(type, columnsOf(type, this.reader.ontology))
    for (const [name, field] of selected) if (!this.#add(name, field, draft)) return undefined
    if (draft.width > mostValues) return undefined
    return draft.shape()
  }

  /** Adds what a field needs; false if rows do not have that. */
  #add(name: string, { definition, args, places }: Selected, draft: Draft): boolean {
    const rows = definition.extensions.rows as RowField | undefined
    switch (rows?.is) {
      case 'id':
        return true
      case 'label': {
        const columns = labelColumns((args.language as string | null | undefined) ?? this.reader.view.language)
        return columns !== undefined && draft.addColumns(columns)
      }
      case 'columns':
        return draft.addColumns(rows.columns)
      case 'value': {
        const { property } = rows
        if (Object.values(args).some(value => value != null)) return false
        if (property.value.kind !== 'entity') {
          const shown = this.#partsOfValue(definition, places)
          return shown !== undefined && draft.addColumns(columnsOfValue(property, shown))
        }
        const to = this.#shapesOf(property.value.to, places)
        if (!to) draft.addColumns([property.id])
        const selects = [...(to?.values() ?? [])].map(({ select }) => select)
        const isSeveral = countsSeveral(property)
        return draft.addLink(name, { is: 'one', property: property.id, isSeveral, to: selects }, { to, limit: 1 })
      }
      case 'page':
        return this.#addPage(name, rows, { definition, args, places }, draft)
      default:
        return name === TypeNameMetaFieldDef.name
    }
  }

  #addPage(
    name: string,
    { links, list }: Extract<RowField, { is: 'page' }>,
    { definition, args, places }: Selected,
    draft: Draft,
  ): boolean {
    const connection = getNamedType(definition.type)
    const limit = firstOf(args, list)
    if (!isObjectType(connection) || limit === undefined) return false
    const below = this.nodesOf(connection, places)
    if (!below) return false
    const { nodes, isCounted, isPaged, saysWhetherMore, hasCursors } = below
    const to = nodes === undefined || below.places.length === 0 ? undefined : this.#shapesOf(nodes, below.places)
    const selects = [...(to?.values() ?? [])].map(({ select }) => select)
    // One more than the page says whether there is a next one; each would bring all that is below it.
    const asked = isPaged ? limit + (saysWhetherMore ? 1 : 0) : undefined
    const property = this.reader.ontology.findType(links.from || draft.type.name)?.findProperty(links.property)
    const isSeveral = !property || countsSeveral(property)
    const hasStatements = hasCursors && links.parts === undefined
    const selection = { is: 'page', ...links, isSeveral, limit: asked, isCounted, hasStatements, to: selects } as const
    return draft.addLink(name, selection, { to, limit, isCounted, hasStatements })
  }

  /** The shapes of what a link leads to, by type; undefined if one of them needs statements. */
  #shapesOf(to: string, places: Places): ReadonlyMap<string, RowShape> | undefined {
    const found = new Map<string, RowShape>()
    for (const type of this.reader.ontology.typesOf(to)) {
      const shape = this.shapeOf(type, places)
      if (!shape) return undefined
      found.set(type.name, shape)
    }
    return found
  }

  /** What is selected of the nodes of a connection; undefined if it shows anything of its edges that rows do not have. */
  nodesOf(connection: GraphQLObjectType, places: Places, isRoot = false): NodesBelow | undefined {
    const selected = this.#selected(connection, places)
    if (!selected) return undefined
    const found: Places[number][] = []
    let [isCounted, isPaged, saysWhetherMore, hasCursors] = [false, false, false, false]
    let nodes: string | undefined
    for (const [name, { definition, places: below }] of selected) {
      if (name === 'totalCount') isCounted = true
      else if (name === 'nodes' || name === 'edges') isPaged = true
      else if (name === 'pageInfo') [isPaged, saysWhetherMore, hasCursors] = [true, true, true]
      else if (name !== '__typename' && !isRoot) return undefined
      if (name === 'nodes') {
        found.push(...below)
        nodes = getNamedType(definition.type).name
      }
      if (name === 'edges') {
        const edge = getNamedType(definition.type)
        const ofEdges = isObjectType(edge) ? this.#selected(edge, below) : undefined
        for (const [part, { definition: ofNode, places: ofNodes }] of ofEdges ?? []) {
          if (part === 'node') {
            found.push(...ofNodes)
            nodes = getNamedType(ofNode.type).name
          } else if (part === 'cursor') hasCursors = true
          else if (part !== '__typename' && !isRoot) return undefined
        }
        if (!ofEdges) return undefined
      }
    }
    return { nodes, places: found, isCounted, isPaged, saysWhetherMore, hasCursors }
  }

  /** The fields that are selected of a value, if it is an object; undefined if the statement that holds it is one of them. */
  #partsOfValue({ type }: GraphQLField<unknown, unknown>, places: Places): readonly string[] | undefined {
    const object = getNamedType(type)
    if (isAbstractType(object)) return undefined
    if (!isObjectType(object)) return []
    const selected = this.#selected(object, places)
    return selected?.has('statement') === false ? [...selected.keys()] : undefined
  }

  /** The fields of an object by their names; undefined if one is selected with several arguments. */
  #selected(type: GraphQLObjectType, places: Places): ReadonlyMap<string, Selected> | undefined {
    const found = new Map<string, Selected & { readonly places: Places[number][]; readonly key: string }>()
    const { variables } = this.selecting
    for (const place of places)
      for (const nodes of selectedFields(this.selecting, type, place).values()) {
        const [node] = nodes
        const name = node?.name.value ?? ''
        const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : type.getFields()[name]
        if (!node || !definition) return undefined
        const args = argumentsOf(definition, node, variables)
        if (!args) return undefined
        const key = JSON.stringify(args)
        const known = found.get(name)
        if (known && known.key !== key) return undefined
        const below = nodes.map(({ selectionSet }) => selectionSet)
        if (known) known.places.push(below)
        else found.set(name, { definition, args, key, places: [below] })
      }
    return found
  }
}

/** Collects what is read of the rows of one type. */
class Draft {
  readonly #columns = new Map<string, Column>()
  readonly #links: {
    readonly field: string
    readonly select: RowLinkSelection
    readonly shape: Omit<LinkShape, 'place'>
  }[] = []

  constructor(
    readonly type: EntityType,
    readonly known: ReadonlyMap<string, Column>,
  ) {}

  /** False if rows of the type have no such column. */
  addColumns(names: readonly string[]): boolean {
    return names.every(name => {
      const column = this.known.get(name)
      if (column) this.#columns.set(name, column)
      return column !== undefined
    })
  }

  addLink(field: string, select: RowLinkSelection, shape: Pick<LinkShape, 'to' | 'limit'> & Partial<LinkShape>): true {
    this.#links.push({ field, select, shape: { isCounted: false, hasStatements: false, ...shape } })
    return true
  }

  get width(): number {
    return this.#columns.size + this.#links.length
  }

  shape(): RowShape {
    const columns = [...this.#columns.values()].map(({ name, kind }) => ({ name, kind }))
    const places = columns.map(({ name }, i) => [name, i + 1] as const)
    const links = this.#links.map(
      ({ field, shape }, i) => [field, { ...shape, place: columns.length + 1 + i }] as const,
    )
    const select = { type: this.type.name, columns, links: this.#links.map(link => link.select) }
    return { type: this.type, select, columns: new Map(places), links: new Map(links) }
  }
}

function columnsOf({ name }: EntityType, ontology: Ontology): ReadonlyMap<string, Column> {
  const layout = rowLayoutOf(ontology).types.find(type => type.name === name)
  return new Map(layout?.columns.map(column => [column.name, column]))
}

function placesOf(nodes: readonly FieldNode[]): Places {
  return [nodes.map(({ selectionSet }) => selectionSet)]
}

/** Undefined of arguments that are wrong: the field itself says so. */
function argumentsOf(
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  try {
    return getArgumentValues(definition, node, variables)
  } catch {
    return undefined
  }
}

/** How many links a page shows from the start of its list; undefined of any other page. */
function firstOf(args: Readonly<Record<string, unknown>>, list: CursorList): number | undefined {
  const { first, ...others } = args as PageArguments
  if (Object.values(others).some(value => value != null)) return undefined
  try {
    return toPageRequest({ first: first ?? null }, list).limit
  } catch {
    return undefined
  }
}
