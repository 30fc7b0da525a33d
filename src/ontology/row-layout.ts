import { createHash } from 'node:crypto'
import {
  countsSeveral,
  type DerivedLinkDeclaration,
  type PropertyDeclaration,
  type ValueDeclaration,
} from './declaration.js'
import type { EntityType, Ontology } from './ontology.js'
import type { Column } from './row-column.js'
import {
  allConflictCount,
  alteredColumn,
  hansLabelColumn,
  keyColumnsOf,
  labelOrders,
  searchedNames,
} from './row-keys.js'

/*
 * The columns of the resolved rows of each entity type. Both engines make their tables, nodes and relationships from
 * this list, and docs/neo4j-model.md is printed from it.
 */

/** A kind of link between two rows. */
export interface LinkLayout {
  /** Property of the links: `operator`; for derived links their type in lower case: `feeds`. */
  readonly property: string
  /** UPPER_SNAKE, the type of the relationship in Neo4j: OPERATOR, FEEDS. */
  readonly relationship: string
  /** The view in SQLite: compute_centre_operator, feeds. */
  readonly table: string
  /** Column names of the two ends in SQLite. */
  readonly ends: readonly [from: string, to: string]
  /** Qualifiers of a link, besides `statement`, `confidence` and `valid`. */
  readonly qualifiers: readonly string[]
  readonly description: string
  /** Whether the link follows from the entity and joins two other entities. */
  readonly isDerived?: boolean
}

export interface TypeLayout {
  /** ComputeCentre: the label in Neo4j. */
  readonly name: string
  /** compute_centre: the view in SQLite. */
  readonly table: string
  readonly columns: readonly Column[]
  /** Quantities that lists are summed up by. */
  readonly sums: readonly string[]
  /** Properties with one code of a closed list, which sums are filtered by. */
  readonly closedLists: readonly string[]
  /** Links with one value by which entities of this type are listed at the other end: a region's centres. */
  readonly listedBy: readonly string[]
  /** Kinds of link from entities of this type. */
  readonly links: readonly LinkLayout[]
}

export interface RowLayout {
  /** Changes with the columns and with their content. */
  readonly version: string
  readonly types: readonly TypeLayout[]
}

/** Increased when the same statements give other rows. */
const contentVersion = 10

export function rowLayoutOf(ontology: Ontology): RowLayout {
  const known = layouts.get(ontology)
  if (known) return known
  const layout = layOut(ontology)
  layouts.set(ontology, layout)
  return layout
}

const layouts = new WeakMap<Ontology, RowLayout>()

function layOut(ontology: Ontology): RowLayout {
  const listed = new Set(ontology.types.flatMap(({ inverses }) => inverses.flatMap(({ of }) => of)))
  const types = ontology.types.map(type => toTypeLayout(type, listed))
  const version = createHash('sha256')
    .update(JSON.stringify([contentVersion, types]))
    .digest('hex')
    .slice(0, 16)
  return { version, types }
}

/** snake_case: announcedBy is announced_by. */
export function snakeCase(name: string): string {
  const known = snakeCased.get(name)
  if (known !== undefined) return known
  const made = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase()
  snakeCased.set(name, made)
  return made
}

/** Names of the ontology, which are asked for with every row. */
const snakeCased = new Map<string, string>()

/** `listed`: properties whose links are listed at the other end, as `ComputeCentre.region`. */
function toTypeLayout(type: EntityType, listed: ReadonlySet<string>): TypeLayout {
  const table = snakeCase(type.name)
  return {
    name: type.name,
    table,
    columns: [
      ...labelColumns,
      ...type.properties.filter(({ id }) => id !== 'name').flatMap(property => columnsOf(property, type)),
      ...countColumns,
      ...type.properties.flatMap(keyColumnsOf),
      ...[...labelOrders.keys()].map((name): Column => ({ name, kind: 'text', description: '', isKey: true })),
      { name: hansLabelColumn, kind: 'text', description: '', isKey: true },
      { name: allConflictCount, kind: 'integer', description: '', isKey: true },
      { name: searchedNames, kind: 'texts', description: '', isKey: true },
      { name: alteredColumn, kind: 'integer', description: '', isKey: true },
    ],
    sums: type.properties
      .filter(({ value, many }) => value.kind === 'quantity' && !many && value.unit)
      .map(({ id }) => id),
    closedLists: type.properties
      .filter(property => property.value.kind === 'code' && property.value.values && !countsSeveral(property))
      .map(({ id }) => id),
    listedBy: type.properties
      .filter(property => listed.has(`${type.name}.${property.id}`) && !countsSeveral(property))
      .map(({ id }) => id),
    links: [
      ...type.properties.filter(({ value }) => value.kind === 'entity').map(property => toLinkLayout(table, property)),
      ...(type.derivedLinks ?? []).map(toDerivedLayout),
    ],
  }
}

const labelColumns: readonly Column[] = [
  { name: 'label', kind: 'text', description: 'The name to show.' },
  { name: 'labelZh', kind: 'text', description: 'The name to show in Chinese, if there is one.' },
  { name: 'labelEn', kind: 'text', description: 'The name to show in English, if there is one.' },
  { name: 'names', kind: 'texts', description: 'Every name that counts, best first.' },
  { name: 'formerIds', kind: 'texts', description: 'Ids of entities that were merged into it.' },
]

/** How many statements the default view sees of an entity. */
export const statementCount = 'statementCount'

const countColumns: readonly Column[] = [
  { name: statementCount, kind: 'integer', description: 'How many statements about it the view sees.' },
  { name: 'conflictCount', kind: 'number', description: 'How many open conflicts concern it.' },
  {
    name: 'existence',
    kind: 'text',
    description: 'EXISTING, UNDATED, NOT_YET or NO_LONGER, by the dates that bound it.',
  },
]

const suffixes: Readonly<
  Record<ValueDeclaration['kind'], readonly (readonly [suffix: string, Column['kind'], string])[]>
> = {
  text: [['', 'text', '']],
  code: [['', 'text', '']],
  entity: [['', 'text', 'Id of the first that counts.']],
  date: [
    ['', 'text', 'EDTF.'],
    ['From', 'text', 'The first day that it may cover.'],
    ['To', 'text', 'The last day that it may cover.'],
  ],
  geo: [
    ['Latitude', 'number', 'WGS 84.'],
    ['Longitude', 'number', 'WGS 84.'],
  ],
  quantity: [
    ['', 'number', 'In the base unit; of a range the lower end.'],
    ['Upper', 'number', 'Of a range the upper end.'],
    ['Unit', 'text', 'The base unit: FLOPS, W, CNY.'],
    ['Comparator', 'text', 'EXACTLY, ABOUT, AT_LEAST …'],
    ['Precision', 'text', 'The number format.'],
    ['Stated', 'text', 'The words of the source.'],
  ],
}

function columnsOf({ id, value, many, description }: PropertyDeclaration, { partOf }: EntityType): readonly Column[] {
  if (value.kind === 'entity' && many) return []
  if (many) return [{ name: id, kind: 'texts', description }]
  return suffixes[value.kind].map(([suffix, kind, more], i) => ({
    name: `${id}${suffix}`,
    kind,
    description: i === 0 ? [description, more].filter(Boolean).join(' ') : more,
    ...((value.kind === 'code' || id === partOf) && { isIndexed: true }),
  }))
}

function toLinkLayout(table: string, { id, qualifiers = [], description }: PropertyDeclaration): LinkLayout {
  return {
    property: id,
    relationship: relationshipOf(id),
    table: `${table}_${snakeCase(id)}`,
    ends: [table, snakeCase(id)],
    qualifiers: qualifiers.map(each => each.id),
    description,
  }
}

function toDerivedLayout({ name, ends, qualifiers, description }: DerivedLinkDeclaration): LinkLayout {
  return {
    property: name,
    relationship: relationshipOf(name),
    table: snakeCase(name),
    ends,
    qualifiers,
    description,
    isDerived: true,
  }
}

/** UPPER_SNAKE, as users of Neo4j write types of relationships. */
export function relationshipOf(property: string): string {
  return snakeCase(property).toUpperCase()
}
