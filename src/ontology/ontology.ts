import { meant } from './closest-match.js'
import { commonPropertiesOf } from './common-properties.js'
import type { EntityTypeDeclaration, InverseDeclaration, PropertyDeclaration } from './declaration.js'

/** The frozen entity types and properties, with look-ups. Callers receive the ontology as a value and do not import the entity types. */
export interface Ontology {
  readonly types: readonly EntityType[]
  /** By GraphQL name: ComputeCentre. */
  findType(name: string): EntityType | undefined
  /** By the part of an id before the slash: computecentre/beijing-east. */
  findTypeOfId(id: string): EntityType | undefined
  /** By its key: ComputeCentre.location. */
  findProperty(key: string): Property | undefined
  /** Types of the possible targets of a link `to`: one type, all organisations, or all types. */
  typesOf(to: string): readonly EntityType[]
}

/** A property of one entity type. */
export interface Property extends PropertyDeclaration {
  /** Unique over all types, permanent: ComputeCentre.location. */
  readonly key: string
}

export interface EntityType extends Omit<EntityTypeDeclaration, 'properties' | 'inverses'> {
  /** Prefix of its ids: computecentre. */
  readonly prefix: string
  /** SCREAMING_CASE, as in the schema's EntityType: COMPUTE_CENTRE. */
  readonly enumName: string
  /** The properties of every type (`name`, `sameAs`), and its own. */
  readonly properties: readonly Property[]
  readonly inverses: readonly InverseDeclaration[]
  /** By id, or by the name of its GraphQL field. */
  findProperty(name: string): Property | undefined
  findInverse(field: string): InverseDeclaration | undefined
  /** The nearest property's id, for a hint: `did you mean "capacity"?` */
  meantProperty(name: string): string | undefined
}

/** Checks the declarations against each other and freezes them. Throws with all faults together, such as a link without a target type or a repeated name. Such a fault is a fault of the program. */
export function createOntology(declarations: readonly EntityTypeDeclaration[]): Ontology {
  const types = declarations.map(toEntityType)
  const faults = findFaults(types)
  if (faults.length > 0) throw new Error(`The ontology is at fault:\n${faults.join('\n')}`)
  const byName = new Map(types.map(type => [type.name, type]))
  const byPrefix = new Map(types.map(type => [type.prefix, type]))
  const byKey = new Map(types.flatMap(({ properties }) => properties.map(property => [property.key, property])))
  return Object.freeze({
    types: Object.freeze(types),
    findType: (name: string) => byName.get(name),
    findTypeOfId: (id: string) => byPrefix.get(id.slice(0, Math.max(0, id.indexOf('/')))),
    findProperty: (key: string) => byKey.get(key),
    typesOf: (to: string) => types.filter(type => to === 'Entity' || type.name === to || type.interface === to),
  })
}

/** SCREAMING_CASE, as the schema spells enum values: announcedBy, ANNOUNCED_BY. */
export function enumNameOf(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase()
}

/** The field that shows a property: `members` for `member`. */
export function fieldOf(property: PropertyDeclaration): string {
  return property.field ?? property.id
}

function toEntityType(declaration: EntityTypeDeclaration): EntityType {
  const properties = [...commonPropertiesOf(declaration.nameExample), ...declaration.properties].map(
    (property): Property => Object.freeze({ ...property, key: `${declaration.name}.${property.id}` }),
  )
  const byName = new Map([
    ...properties.map(property => [property.all ?? fieldOf(property), property] as const),
    ...properties.map(property => [fieldOf(property), property] as const),
    ...properties.map(property => [property.id, property] as const),
  ])
  const inverses = new Map(declaration.inverses.map(inverse => [inverse.field, inverse]))
  return Object.freeze({
    ...declaration,
    prefix: declaration.name.toLowerCase(),
    enumName: enumNameOf(declaration.name),
    properties: Object.freeze(properties),
    findProperty: (name: string) => byName.get(name),
    findInverse: (field: string) => inverses.get(field),
    meantProperty: (name: string) => meant(name, [...byName.keys(), ...inverses.keys()]),
  })
}

function findFaults(types: readonly EntityType[]): string[] {
  const names = types.map(type => type.name)
  const faults: string[] = []
  for (const type of types) {
    if (names.indexOf(type.name) !== names.lastIndexOf(type.name)) faults.push(`${type.name} is declared twice.`)
    const fields = [
      ...type.properties.flatMap(property => [fieldOf(property), property.all ?? []].flat()),
      ...type.inverses.map(inverse => inverse.field),
    ]
    for (const field of new Set(fields.filter((field, i) => fields.indexOf(field) !== i)))
      faults.push(`${type.name}.${field} is declared twice.`)
    for (const { id, value } of type.properties)
      if (value.kind === 'entity' && ![...names, 'Entity', 'Organisation'].includes(value.to))
        faults.push(`${type.name}.${id} points to ${value.to}, which is no entity type; there are ${names.join(', ')}.`)
    for (const { field, of } of type.inverses)
      for (const link of of) {
        const [owner = '', property = ''] = link.split('.')
        const declared = types.find(other => other.name === owner)?.findProperty(property)
        if (declared?.value.kind !== 'entity')
          faults.push(`${type.name}.${field} is the inverse of ${link}, which is no link.`)
      }
  }
  return [...faults, ...faultsOfConnections(types)]
}

/** A connection type has one name in the schema: not that of another, as where two types share an inverse, nor a type's. */
function faultsOfConnections(types: readonly EntityType[]): readonly string[] {
  const owners = new Map<string, string[]>(types.map(({ name }) => [name, [`the lists of ${name}`]]))
  for (const { name, properties, inverses } of types)
    for (const { connection, place } of [
      ...properties.map(property => ({ connection: property.connection, place: property.id })),
      ...inverses.map(inverse => ({ connection: inverse.connection, place: inverse.field })),
    ])
      if (connection) owners.set(connection, [...(owners.get(connection) ?? []), `${name}.${place}`])
  return [...owners].flatMap(([connection, places]) =>
    places.length < 2
      ? []
      : [`The connection ${connection} is declared by ${places.join(' and ')}; give each a name of its own.`],
  )
}
