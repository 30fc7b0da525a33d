import type { InverseDeclaration, PropertyDeclaration, QualifierDeclaration } from '../../ontology/declaration.js'
import { type EntityType, fieldOf, type Ontology } from '../../ontology/ontology.js'
import { type LinkRow, listInverseLinkRows, listLinkRows } from '../../views/links.js'
import { chain } from '../../views/maybe-promise.js'
import type { EntityView } from '../../views/view-reader.js'
import { connectionTypes, HeldRows, pageArguments } from '../connections/connection.js'
import { LinkConnection, type LinkEdge } from '../connections/link-connection.js'
import type { ListOf, PageArguments } from '../connections/page.js'
import {
  type ArgumentDeclaration,
  argument,
  type DerivedFields,
  type FieldDeclaration,
  field,
  type TypeDeclaration,
} from '../schema/declare.js'
import { aggregateField, aggregateTypes } from './aggregates.js'
import { entityFields } from './entity-types.js'
import { showProperty, viewOf } from './value-source.js'

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
        ...ownFields(type, ontology),
        ...Object.assign({}, ...derived.filter(({ of }) => of === type.name).map(({ fields }) => fields)),
      },
    }),
  )
  return [
    ...objects,
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
    .map(property => [fieldOf(property), property.many ? linksField(property) : valueField(property)] as const)
  const inverses = type.inverses.map(inverse => [inverse.field, inverseField(inverse, ontology)] as const)
  return Object.fromEntries([...properties, ...inverses])
}

function valueField(property: PropertyDeclaration): FieldDeclaration {
  return field<EntityView>(
    graphqlTypeOf(property) + (property.required ? '!' : ''),
    `${property.label['zh-Hans']}. ${property.description} Example: ${property.example}.`,
    entity => showProperty(entity, property),
  )
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
  const list = listOfLinks(fieldOf(property))
  return field<EntityView, PageArguments & Record<string, string>>(
    `${connectionName(property.connection, property.value.to)}Connection!`,
    description,
    (entity, args) =>
      chain(
        listLinkRows(entity, property, qualifiersIn(args, property.qualifiers)),
        rows => new LinkConnection(entity.reader, new HeldRows(rows), args, list),
      ),
    { ...qualifierArguments(property.qualifiers), ...pageArguments },
  )
}

function inverseField(inverse: InverseDeclaration, ontology: Ontology): FieldDeclaration {
  const { owner, property } = ownerOf(inverse, ontology)
  const list = listOfLinks(inverse.field)
  return field<EntityView, PageArguments & Record<string, string>>(
    `${connectionName(inverse.connection, owner)}Connection!`,
    inverse.description,
    (entity, args) =>
      chain(
        listInverseLinkRows(entity, inverse, qualifiersIn(args, property?.qualifiers)),
        rows => new LinkConnection(entity.reader, new HeldRows(rows), args, list),
      ),
    { ...qualifierArguments(property?.qualifiers), ...pageArguments },
  )
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
      argument(list ?? 'String', `Only with this ${id}. ${description}`),
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
    description: 'A row of the list. Every link is an edge that cites the statement it rests on.',
    fields: {
      statement: field<LinkEdge>(
        'Statement',
        'The statement that the link rests on; null in root lists.',
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
        description: 'A link, with what stands beside it and the statement that it rests on.',
        fields: {
          ...Object.fromEntries(qualifiers.map(qualifier => [qualifier.id, qualifierField(qualifier)])),
          during: field<LinkEdge>(
            'Period',
            'When it held; null where no source says.',
            ({ statement }) => statement.statement.valid,
          ),
          statement: field('Statement!', 'The statement that the link rests on.'),
        },
      }),
    ),
  ]
}

function qualifierField({
  id,
  description,
  enum: list,
  default: otherwise = '',
}: QualifierDeclaration): FieldDeclaration {
  return field<LinkEdge>(
    `${list ?? 'String'}!`,
    `${description}${list ? '' : ' Empty where no source says.'}`,
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
      values: Object.fromEntries(values.map(value => [value, `${value.toLowerCase().replaceAll('_', ' ')}.`])),
    })
  }
  for (const { properties } of ontology.types)
    for (const { value, description, qualifiers = [] } of properties) {
      if (value.kind === 'code') add(value.enum, value.values, description)
      for (const qualifier of qualifiers) add(qualifier.enum, qualifier.values, qualifier.description)
    }
  return [...lists.values()]
}
