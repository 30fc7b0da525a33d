import type { Bilingual, PropertyDeclaration, QualifierDeclaration } from '../../ontology/declaration.js'
import { type EntityType, fieldOf, type Ontology, type Property } from '../../ontology/ontology.js'
import type { Context } from '../request/context.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'

const languageArgument = argument(
  'LanguageTag',
  'Language of the label: zh-Hans, en. Default: language of the view of the request, else English.',
)

const label = field<{ label: Bilingual }, { language?: string | null }>(
  'String!',
  'Label: 成员地区, member.',
  (declaration, { language }, context) => declaration.label[labelLanguage(language, context)],
  { language: languageArgument },
)

function labelLanguage(language: string | null | undefined, context: Context): 'zh-Hans' | 'en' {
  return (language ?? context.at().view.language)?.startsWith('zh') ? 'zh-Hans' : 'en'
}

/** What this graph knows of, from the same declarations as the schema. */
export const ontologyTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'Ontology',
    description: 'Ontology of the graph: its entity types and their properties.',
    fields: {
      types: field<Ontology>('[EntityTypeInfo!]!', 'Every entity type.', ({ types }) => types),
    },
  },
  {
    kind: 'object',
    name: 'EntityTypeInfo',
    description: 'An entity type.',
    fields: {
      type: field<EntityType>(
        'EntityType!',
        'Name in the enum EntityType: COMPUTE_CENTRE.',
        ({ enumName }) => enumName,
      ),
      name: field('String!', 'Name of the GraphQL type: ComputeCentre.'),
      label,
      description: field('String!', 'Meaning of the type.'),
      idPrefix: field<EntityType>('String!', 'Prefix of its ids: computecentre/.', ({ prefix }) => `${prefix}/`),
      example: field('ID!', 'An id.'),
      properties: field('[Property!]!', 'Properties of the type.'),
    },
  },
  {
    kind: 'object',
    name: 'Property',
    description: 'A property of an entity type; a link if its values are entities.',
    implements: ['Node'],
    fields: {
      id: field<Property>('ID!', 'Globally unique, permanent identifier: Corridor.member.', ({ key }) => key),
      name: field<PropertyDeclaration>('String!', 'Name in statements, datasets and filters: member.', ({ id }) => id),
      field: field<PropertyDeclaration>('String!', 'The field that shows it: members.', fieldOf),
      label,
      inverseLabel: field<PropertyDeclaration, { language?: string | null }>(
        'String',
        'Label of a link, read from its target: 参与的走廊, member of. Null for other kinds.',
        ({ value }, { language }, context) =>
          value.kind === 'entity' ? value.inverse[labelLanguage(language, context)] : undefined,
        { language: languageArgument },
      ),
      description: field('String!', 'Meaning of a statement of the property.'),
      example: field('String!', 'A value as a dataset states it.'),
      kind: field<PropertyDeclaration>('ValueKind!', 'Kind of its values.', ({ value }) => value.kind.toUpperCase()),
      to: field<PropertyDeclaration>(
        'String',
        'GraphQL type of the target of a link; null for other kinds.',
        ({ value }) => (value.kind === 'entity' ? value.to : undefined),
      ),
      values: field<PropertyDeclaration>('[String!]', 'Values of a closed list; null for other kinds.', ({ value }) =>
        value.kind === 'code' ? value.values : undefined,
      ),
      many: field<PropertyDeclaration>(
        'Boolean!',
        'Whether the property is multi-valued: every current statement is a value.',
        ({ many }) => many ?? false,
      ),
      qualifiers: field<PropertyDeclaration>(
        '[QualifierInfo!]!',
        'Qualifiers of its values.',
        ({ qualifiers }) => qualifiers ?? [],
      ),
    },
  },
  {
    kind: 'object',
    name: 'QualifierInfo',
    description: 'Qualifier that a value may have.',
    fields: {
      name: field<QualifierDeclaration>('String!', 'Name in statements and datasets: role.', ({ id }) => id),
      label,
      description: field('String!', 'Meaning of the qualifier.'),
      values: field<QualifierDeclaration>(
        '[String!]',
        'Values of a closed list; null if any text is allowed.',
        ({ values }) => values,
      ),
      default: field('String', 'Value if a statement does not state the qualifier.'),
    },
  },
  {
    kind: 'enum',
    name: 'ValueKind',
    description: 'Kind of the values of a property.',
    values: {
      TEXT: 'Words in a language: TextValue.',
      QUANTITY: 'A number with its unit: Quantity.',
      DATE: 'A date or interval: DateValue.',
      ENTITY: 'Another entity: EntityValue.',
      GEO: 'A place on the earth: GeoPoint.',
      CODE: 'A value of a closed list or code system: CodeValue.',
    },
  },
]
