import type { InverseDeclaration, PropertyDeclaration, QualifierDeclaration } from '../../ontology/declaration.js'
import { type EntityType, fieldOf, type Ontology } from '../../ontology/ontology.js'
import { valueMeanings } from '../../ontology/value-meanings.js'
import { edtfBounds } from '../../values/edtf.js'
import { type LinkRow, listInverseLinkRows, listLinkRows } from '../../views/links.js'
import { chain } from '../../views/maybe-promise.js'
import type { EntityView } from '../../views/view-reader.js'
import { connectionTypes, HeldRows, pageArguments } from '../connections/connection.js'
import { LinkConnection, type LinkEdge } from '../connections/link-connection.js'
import type { ListOf, PageArguments } from '../connections/page.js'
import { fieldOfRow, pageOfRow } from '../rows/field-of-row.js'
import { showRowValue } from '../rows/row-values.js'
import {
  type ArgumentDeclaration,
  argument,
  type DerivedFields,
  type FieldDeclaration,
  field,
  type TypeDeclaration,
} from '../schema/declare.js'
import { aggregateField, aggregateTypes } from './aggregates.js'
import { entityFields, propertyEnum, resolutionsField } from './entity-types.js'
import { type FigureArguments, showProperty, valueView, viewOf } from './value-source.js'

/** The object type of each entity type, the connections that its links need, and the enums of its closed lists. */
export function declaredTypes(ontology: Ontology, derived: readonly DerivedFields[]): readonly TypeDeclaration[] {
  const objects = ontology.types.map(
    (type): TypeDeclaration => ({
      kind: 'object',
      name: type.name,
      description: `${type.label['zh-Hans']}. ${type.description} Example: ${type.example}.`,
      implements: ['Node', 'Entity', ...(type.interface ? [type.interface] : [])],
      keys: ['id', ...(type.properties.some(({ id, identifies }) => identifies && id === 'code') ? ['code'] : [])],
      fields: {
        ...entityFields,
        resolutions: resolutionsField(type),
        ...ownFields(type, ontology),
        ...Object.assign({}, ...derived.filter(({ of }) => of === type.name).map(({ fields }) => fields)),
      },
    }),
  )
  return [
    ...objects,
    ...ontology.types.map(propertyEnum),
    ...aggregateTypes(ontology),
    ...connectionsOf(ontology),
    ...closedLists(ontology),
    ...derived.flatMap(({ types = [] }) => types),
  ]
}

/** The fields that every type of an interface shares by declaration: those of Organisation. */
export function sharedFields(ontology: Ontology, name: string): Readonly<Record<string, FieldDeclaration>> {
  const [first, ...others] = ontology.typesOf(name).map(type => ownFields(type, ontology))
  if (!first) return {}
  return Object.fromEntries(
    Object.entries(first).filter(([key, { type }]) => others.every(fields => fields[key]?.type === type)),
  )
}

function ownFields(type: EntityType, ontology: Ontology): Record<string, FieldDeclaration> {
  const properties = type.properties
    .filter(property => !(fieldOf(property) in entityFields))
    .flatMap(property => [
      [fieldOf(property), property.many ? linksField(property) : valueField(property)] as const,
      ...(property.all === undefined ? [] : [[property.all, allField(property, property.all)] as const]),
      ...(property.value.kind === 'date' && !property.many ? [boundsField(property)] : []),
    ])
  const inverses = type.inverses.map(inverse => [inverse.field, inverseField(inverse, ontology)] as const)
  return Object.fromEntries([...properties, ...inverses])
}

function valueField(property: PropertyDeclaration): FieldDeclaration {
  const all = property.all === undefined ? '' : ` The first by the rules of resolution; \`${property.all}\` has all.`
  const name = fieldOf(property)
  return fieldOfRow(
    field<EntityView, FigureArguments>(
      graphqlTypeOf(property),
      `${property.label['zh-Hans']}. ${property.description}${all} Example: ${property.example}.`,
      (entity, figure) => showProperty(entity, property, figure),
      property.perTerms ? figureArguments : {},
    ),
    { is: 'value', property },
    property.value.kind === 'entity'
      ? entity => entity.linked(name, property.id)
      : entity => showRowValue(entity, property),
  )
}

const figureArguments = {
  precision: argument('Precision', 'Number format of the figure: FP16. Default: the first figure by the rules.'),
  basis: argument('Basis', 'Basis of the figure: MEASURED. Default: the first figure by the rules.'),
  sparsity: argument('Sparsity', 'Sparsity of the figure: DENSE. Default: the first figure by the rules.'),
}

/** All values that count at one time of a property whose own field shows one of them. */
function allField(property: PropertyDeclaration, name: string): FieldDeclaration {
  if (property.perTerms)
    return field<EntityView>(
      '[Quantity!]!',
      `All figures of \`${fieldOf(property)}\` that count: one for each unit kind, number format, basis and sparsity, each with its statement. They are never added up.`,
      entity => entity.resolve(property).counted.map(statement => valueView(viewOf(statement, entity.reader))),
    )
  const description = `All values of \`${fieldOf(property)}\` that count, each edge with its statement: a source may name several at once.`
  return connectionField(property, name, description)
}

/** The days that a date may cover, for programs that read no EDTF: `openedBounds` beside `opened`. */
function boundsField(property: PropertyDeclaration): readonly [string, FieldDeclaration] {
  return [
    `${fieldOf(property)}Bounds`,
    fieldOfRow(
      field<EntityView>(
        'DateBounds',
        `First and last day that \`${fieldOf(property)}\` may be; null if no source states it.`,
        entity => {
          const value = entity.resolve(property).chosen?.value
          return value?.kind === 'date' ? edtfBounds(value.edtf) : undefined
        },
      ),
      { is: 'columns', columns: [property.id] },
      entity => {
        const date = entity.text(property.id)
        return date === undefined ? undefined : edtfBounds(date)
      },
    ),
  ]
}

function graphqlTypeOf({ value }: PropertyDeclaration): string {
  switch (value.kind) {
    case 'text':
      return 'String'
    case 'date':
      return 'EDTF'
    case 'quantity':
      return 'Quantity'
    case 'geo':
      return 'GeoPoint'
    case 'code':
      return value.enum ?? 'String'
    case 'entity':
      return value.to
  }
}

/** All statements of a property that is no link count: their values, each with its statement. */
function linksField(property: PropertyDeclaration): FieldDeclaration {
  const description = `${property.label['zh-Hans']}. ${property.description} Example: ${property.example}.`
  if (property.value.kind !== 'entity')
    return field<EntityView>(`[Statement!]!`, description, entity =>
      entity.resolve(property).counted.map(statement => viewOf(statement, entity.reader)),
    )
  return connectionField(property, fieldOf(property), description)
}

function connectionField(property: PropertyDeclaration, name: string, description: string): FieldDeclaration {
  const list = listOfLinks(name)
  const { value } = property
  const node = value.kind === 'entity' ? value.to : 'Entity'
  const declared = field<EntityView, PageArguments & Record<string, string>>(
    `${connectionName(property.connection, node)}Connection!`,
    description,
    (entity, args) =>
      chain(
        listLinkRows(entity, property, qualifiersIn(args, property.qualifiers)),
        rows => new LinkConnection(entity.reader, new HeldRows(rows), args, list),
      ),
    { ...qualifierArguments(property.qualifiers), ...pageArguments },
  )
  return pageOfRow(declared, name, { way: 'out', property: property.id, from: '' }, list)
}

function inverseField(inverse: InverseDeclaration, ontology: Ontology): FieldDeclaration {
  const { owner, property } = ownerOf(inverse, ontology)
  const list = listOfLinks(inverse.field)
  const declared = field<EntityView, PageArguments & Record<string, string>>(
    `${connectionName(inverse.connection, owner)}Connection!`,
    inverse.description,
    (entity, args) =>
      chain(
        listInverseLinkRows(entity, inverse, qualifiersIn(args, property?.qualifiers)),
        rows => new LinkConnection(entity.reader, new HeldRows(rows), args, list),
      ),
    { ...qualifierArguments(property?.qualifiers), ...pageArguments },
  )
  // Links by several properties may say the same.
  if (!property || inverse.of.length > 1) return declared
  return pageOfRow(declared, inverse.field, { way: 'in', property: property.id, from: owner }, list)
}

function ownerOf(
  inverse: InverseDeclaration,
  ontology: Ontology,
): { owner: string; property: PropertyDeclaration | undefined } {
  const [owner = '', property = ''] = inverse.of[0]?.split('.') ?? []
  return { owner, property: ontology.findType(owner)?.findProperty(property) }
}

/** One row for each link: a node may stand twice, with other qualifiers, so the statement's id is in the key. */
function listOfLinks(name: string): ListOf<LinkRow> {
  return { name, keyOf: ({ id, statement }) => [id, statement.id], keyParts: 2 }
}

function qualifierArguments(qualifiers: readonly QualifierDeclaration[] = []): Record<string, ArgumentDeclaration> {
  return Object.fromEntries(
    qualifiers.map(({ id, description, enum: list }) => [
      id,
      argument(list ?? 'String', `Value of the qualifier \`${id}\`. ${description}`),
    ]),
  )
}

function qualifiersIn(
  args: Readonly<Record<string, string | undefined>>,
  qualifiers: readonly QualifierDeclaration[] = [],
): Record<string, string | undefined> | undefined {
  if (qualifiers.every(({ id }) => args[id] == null)) return undefined
  return Object.fromEntries(qualifiers.map(({ id }) => [id, args[id] ?? undefined]))
}

function connectionName(own: string | undefined, node: string): string {
  return own ?? node
}

function connectionsOf(ontology: Ontology): readonly TypeDeclaration[] {
  const plainEdge = {
    description: 'Edge of the list. A link cites its statement.',
    fields: {
      statement: field<LinkEdge>(
        'Statement',
        'Statement of the link; null in root lists.',
        ({ statement }) => statement,
      ),
    },
  }
  const plain = [
    'Entity',
    ...(ontology.typesOf('Organisation').length > 0 ? ['Organisation'] : []),
    ...ontology.types.map(({ name }) => name),
  ]
  const links = ontology.types.flatMap(type => [
    ...type.properties.flatMap(({ connection, value, qualifiers = [] }) =>
      connection && value.kind === 'entity' ? [{ connection, node: value.to, qualifiers }] : [],
    ),
    ...type.inverses.flatMap(inverse => {
      const { owner, property } = ownerOf(inverse, ontology)
      return inverse.connection
        ? [{ connection: inverse.connection, node: owner, qualifiers: property?.qualifiers ?? [] }]
        : []
    }),
  ])
  return [
    ...plain.flatMap(name =>
      connectionTypes(name, name, plainEdge, ontology.findType(name) ? aggregateField(name) : {}),
    ),
    ...links.flatMap(({ connection, node, qualifiers }) =>
      connectionTypes(connection, node, {
        description: 'Link with its qualifiers and its statement.',
        fields: {
          ...Object.fromEntries(qualifiers.map(qualifier => [qualifier.id, qualifierField(qualifier)])),
          during: field<LinkEdge>(
            'Period',
            'Period in which the link held; null if no source states it.',
            ({ statement }) => statement.statement.valid,
          ),
          statement: field('Statement!', 'Statement of the link.'),
        },
      }),
    ),
  ]
}

function qualifierField({ id, description, enum: list, default: otherwise }: QualifierDeclaration): FieldDeclaration {
  return field<LinkEdge>(
    `${list ?? 'String'}${otherwise === undefined ? '' : '!'}`,
    description,
    ({ statement }) => statement.statement.qualifiers[id] ?? otherwise,
  )
}

function closedLists(ontology: Ontology): readonly TypeDeclaration[] {
  const lists = new Map<string, TypeDeclaration>()
  const add = (name: string | undefined, values: readonly string[] | undefined, description: string) => {
    if (!name || !values) return
    lists.set(name, {
      kind: 'enum',
      name,
      description,
      values: Object.fromEntries(
        values.map(value => [value, valueMeanings[name]?.[value] ?? `${value.toLowerCase().replaceAll('_', ' ')}.`]),
      ),
    })
  }
  for (const { properties } of ontology.types)
    for (const { value, description, qualifiers = [] } of properties) {
      if (value.kind === 'code') add(value.enum, value.values, description)
      for (const qualifier of qualifiers) add(qualifier.enum, qualifier.values, qualifier.description)
    }
  return [...lists.values()]
}
