import type { Bilingual, PropertyDeclaration, QualifierDeclaration } from '../../ontology/declaration.js'
import { type EntityType, fieldOf, type Ontology, type Property } from '../../ontology/ontology.js'
import { argument, field, type TypeDeclaration } from '../schema/declare.js'

const label = field<{ label: Bilingual }, { language?: string | null }>(
  'String!',
  'What it is called: 成员地区, member.',
  (declaration, { language }) => declaration.label[language?.startsWith('zh') ? 'zh-Hans' : 'en'],
  { language: argument('LanguageTag', 'zh-Hans, or en, which is the default.') },
)

/** What this graph knows of, from the same declarations as the schema. */
export const ontologyTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'Ontology',
    description: 'What may be said in this graph: of which types of entities, which properties.',
    fields: {
      types: field<Ontology>('[EntityTypeInfo!]!', 'Every entity type.', ({ types }) => types),
    },
  },
  {
    kind: 'object',
    name: 'EntityTypeInfo',
    description: 'An entity type.',
    fields: {
      type: field<EntityType>('EntityType!', 'As the schema spells it: COMPUTE_CENTRE.', ({ enumName }) => enumName),
      name: field('String!', 'Its GraphQL type: ComputeCentre.'),
      label,
      description: field('String!', 'What it is.'),
      idPrefix: field<EntityType>('String!', 'What its ids begin with: computecentre/.', ({ prefix }) => `${prefix}/`),
      example: field('ID!', 'An id.'),
      properties: field('[Property!]!', 'What may be said of one.'),
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
      description: field('String!', 'What a statement of it means.'),
      example: field('String!', 'A value as a dataset states it.'),
      kind: field<PropertyDeclaration>('ValueKind!', 'What its values are.', ({ value }) => value.kind.toUpperCase()),
      to: field<PropertyDeclaration>('String', 'Of a link: the GraphQL type of what it points to.', ({ value }) =>
        value.kind === 'entity' ? value.to : undefined,
      ),
      values: field<PropertyDeclaration>('[String!]', 'Of a closed list: its values.', ({ value }) =>
        value.kind === 'code' ? value.values : undefined,
      ),
      many: field<PropertyDeclaration>(
        'Boolean!',
        'Whether all statements count, not the resolved one only.',
        ({ many }) => many ?? false,
      ),
      qualifiers: field<PropertyDeclaration>(
        '[QualifierInfo!]!',
        'What may stand beside its value.',
        ({ qualifiers }) => qualifiers ?? [],
      ),
    },
  },
  {
    kind: 'object',
    name: 'QualifierInfo',
    description: 'What may stand beside a value.',
    fields: {
      name: field<QualifierDeclaration>('String!', 'Name in statements and datasets: role.', ({ id }) => id),
      label,
      description: field('String!', 'What it means.'),
      values: field<QualifierDeclaration>(
        '[String!]',
        'Of a closed list: its values; null: any text.',
        ({ values }) => values,
      ),
      default: field('String', 'What it is where a statement does not say.'),
    },
  },
  {
    kind: 'enum',
    name: 'ValueKind',
    description: 'What the values of a property are.',
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
