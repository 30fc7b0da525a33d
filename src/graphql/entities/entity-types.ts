import { SuanliError } from '../../model/error.js'
import type { Statement } from '../../model/statement.js'
import type { NameKind } from '../../ontology/common-properties.js'
import { type EntityType, enumNameOf, type Ontology } from '../../ontology/ontology.js'
import { allConflictCount } from '../../ontology/row-keys.js'
import { isVisible } from '../../resolution/is-visible.js'
import { type Existence, existenceOf } from '../../views/existence.js'
import type { EntityView } from '../../views/view-reader.js'
import { connectionOf, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import type { ConflictView, ResolutionView } from '../evidence/evidence-types.js'
import { fieldOfColumn, fieldOfRow } from '../rows/field-of-row.js'
import { argument, type FieldDeclaration, field, type TypeDeclaration } from '../schema/declare.js'
import { viewKeyDescription } from '../views/view-input.js'
import { type StatementView, viewOf } from './value-source.js'

/** The fields that every entity has, whatever its type. */
export const entityFields: Readonly<Record<string, FieldDeclaration>> = {
  id: fieldOfRow(
    field<EntityView>('ID!', 'Globally unique, permanent identifier: official/tang-jianguo.', ({ id }) => id),
    { is: 'id' },
  ),
  viewKey: fieldOfRow(
    field<EntityView>('ID!', viewKeyDescription, ({ reader }) => reader.viewKey),
    { is: 'id' },
  ),
  type: fieldOfRow(
    field<EntityView>('EntityType!', 'Meaning of the type.', ({ type }) => type.enumName),
    { is: 'id' },
  ),
  formerIds: fieldOfColumn(
    field<EntityView>('[ID!]!', 'Ids that the entity had before merges.', ({ record }) => record.formerIds),
    'formerIds',
    [],
  ),
  sameAs: fieldOfColumn(
    field<EntityView>('[URL!]!', 'The same thing elsewhere: Wikidata, ROR.', entity => [
      ...new Set(
        (entity.resolveNamed('sameAs')?.counted ?? []).flatMap(({ value }) =>
          value.kind === 'code' ? [value.code] : [],
        ),
      ),
    ]),
    'sameAs',
    [],
  ),
  label: fieldOfRow(
    field<EntityView, { language?: string | null }>(
      'String!',
      'Resolved name: in that language, else by the language order of the view, else in any; the id if no source names the entity.',
      (entity, { language }) => entity.label(language ?? undefined),
      { language: argument('LanguageTag', 'Language of the name: zh-Hans, en. Default: `language` of the view.') },
    ),
    { is: 'label' },
  ),
  labelLanguage: field<EntityView, { language?: string | null }>(
    'LanguageTag',
    'Language of `label` with the same argument, for a page that marks names in another language; null if no source names the entity.',
    (entity, { language }) => entity.labelLanguage(language ?? undefined),
    { language: argument('LanguageTag', 'Language of the name: zh-Hans, en. Default: `language` of the view.') },
  ),
  names: field<EntityView>('[Name!]!', 'Every current name, aliases and transliterations included.', entity =>
    (entity.resolveNamed('name')?.counted ?? []).map(statement => viewOf(statement, entity.reader)),
  ),
  statements: field<EntityView, StatementsArguments & PageArguments>(
    'StatementConnection!',
    'Statements about the entity that the view sees, newest first; retracted statements on request.',
    listStatementsOf,
    {
      properties: argument('[String!]', 'Names of the properties to list: ["name", "member"]. Default: all.'),
      includeRetracted: argument('Boolean', 'Whether to include retracted statements.', false),
      ...pageArguments,
    },
  ),
  resolution: field<EntityView, { property: string }>(
    'Resolution',
    'Resolution of one property: the chosen statement, the rule that chose it, and the other statements. Null if the view sees no statement of the property.',
    resolutionOf,
    { property: argument('String!', 'Name of the property: "capacity".') },
  ),
  resolutions: field<EntityView>(
    '[Resolution!]!',
    'Resolution of each property that the view sees a statement of, in the order of the ontology.',
    entity => resolutionsOf(entity),
  ),
  conflicts: field<EntityView, { status?: string | null } & PageArguments>(
    'ConflictConnection!',
    'Statements about it that cannot all be right.',
    (entity, { status, ...page }) =>
      connectionOf(
        entity
          .conflicts()
          .filter(conflict => status == null || conflict.status === status)
          .map(conflict => ({ node: { conflict, reader: entity.reader } satisfies ConflictView, id: conflict.id })),
        page,
        { name: 'conflictsOf', keyOf: ({ id }) => [id] },
      ),
    { status: argument('ConflictStatus', 'Status of the conflicts to list: OPEN. Default: all.'), ...pageArguments },
  ),
  conflictCount: fieldOfColumn(
    field<EntityView>(
      'Int!',
      'Number of its conflicts, open, decided and dismissed.',
      entity => entity.conflicts().length,
    ),
    allConflictCount,
  ),
  openConflictCount: fieldOfColumn(
    field<EntityView>('Int!', 'Number of its open conflicts.', entity => entity.openConflicts().length),
    'conflictCount',
  ),
  existence: fieldOfColumn(
    field<EntityView>(
      'Existence!',
      'Whether it existed at the time that the view reads, as far as sources date it.',
      existenceOf,
    ),
    'existence',
  ),
}

/** On a type of its own, `resolutions` can be asked for some properties, named by an enum. */
export function resolutionsField(type: EntityType): FieldDeclaration {
  return field<EntityView, { properties?: readonly string[] | null }>(
    '[Resolution!]!',
    'Resolution of each property that the view sees a statement of, in the order of the ontology.',
    (entity, { properties }) => resolutionsOf(entity, properties ?? undefined),
    { properties: argument(`[${type.name}Property!]`, 'Properties to resolve. Default: all.') },
  )
}

/** The properties of an entity type, as code generators want them. */
export function propertyEnum(type: EntityType): TypeDeclaration {
  return {
    kind: 'enum',
    name: `${type.name}Property`,
    description: `Property of the entity type ${type.name}.`,
    values: Object.fromEntries(type.properties.map(({ id, description }) => [enumNameOf(id), description])),
  }
}

function resolutionsOf(entity: EntityView, names?: readonly string[]): readonly ResolutionView[] {
  return entity.type.properties
    .filter(({ id }) => !names || names.includes(enumNameOf(id)))
    .map(property => ({ property, resolved: entity.resolve(property), entity }))
    .filter(({ resolved }) => resolved.chosen || resolved.alternatives.length > 0)
}

/** The interfaces, and what their fields use. */
export function entityTypes(
  ontology: Ontology,
  organisationFields: Readonly<Record<string, FieldDeclaration>>,
): readonly TypeDeclaration[] {
  const typeOf = ({ type }: EntityView) => type.name
  const organisations = ontology.typesOf('Organisation')
  return [
    {
      kind: 'interface',
      name: 'Node',
      description: 'Object with a globally unique id, which `node` finds again; Relay’s Node.',
      fields: { id: field('ID!', 'Permanent.') },
      typeOf: nodeTypeOf,
    },
    {
      kind: 'interface',
      name: 'Entity',
      description: 'Entity in the world that statements are about.',
      implements: ['Node'],
      fields: entityFields,
      typeOf,
    },
    ...(organisations.length > 0
      ? ([
          {
            kind: 'interface',
            name: 'Organisation',
            description: 'A public authority, a company, a laboratory: what can hold, run and decide.',
            implements: ['Node', 'Entity'],
            fields: { ...entityFields, ...organisationFields },
            typeOf,
          },
        ] satisfies TypeDeclaration[])
      : []),
    {
      kind: 'enum',
      name: 'Existence',
      description:
        'Existence of an entity at the `validAt` of a view, by the dates that bound it: opened and closed, announced, issued, founded, the periods of offices.',
      values: {
        EXISTING: 'Existed, or may have existed, by the dates that sources state.',
        UNDATED: 'No source states a date that bounds its existence.',
        NOT_YET: 'Began to exist later.',
        NO_LONGER: 'Had ceased to exist.',
      } satisfies Record<Existence, string>,
    },
    {
      kind: 'enum',
      name: 'EntityType',
      description: 'Type of an entity.',
      values: Object.fromEntries(
        ontology.types.map(type => [type.enumName, `${type.label['zh-Hans']}. ${type.description}`]),
      ),
    },
    {
      kind: 'object',
      name: 'Name',
      description: 'Name of an entity in a source.',
      fields: {
        text: field<StatementView>('String!', 'The name: 唐建国.', ({ statement: { value } }) =>
          value.kind === 'text' ? value.text : '',
        ),
        language: field<StatementView>(
          'LanguageTag!',
          'The language of the name: zh-Hans.',
          ({ statement: { value, language } }) => (value.kind === 'text' ? value.language : language),
        ),
        kind: field<StatementView>(
          'NameKind!',
          'The name in full, a short one, another one.',
          ({ statement: { qualifiers } }) => qualifiers.kind ?? ('OFFICIAL' satisfies NameKind),
        ),
        statement: field<StatementView>('Statement', 'Statement that gives the name.', view => view),
      },
    },
  ]
}

/** The object type of anything with an id, by its form. */
export function nodeTypeOf(node: object): string {
  if ('type' in node) return (node as EntityView).type.name
  if ('statement' in node) return 'Statement'
  if ('conflict' in node) return 'Conflict'
  if ('statementCount' in node) return 'Release'
  if ('key' in node) return 'Property'
  return 'edition' in node ? 'Edition' : 'Source'
}

interface StatementsArguments {
  readonly properties?: readonly string[] | null
  readonly includeRetracted?: boolean | null
}

async function listStatementsOf(
  entity: EntityView,
  { properties, includeRetracted, ...page }: StatementsArguments & PageArguments,
) {
  const wanted = properties && new Set(properties.map(name => getProperty(entity.type, name).id))
  const statements = includeRetracted ? await readHistory(entity) : entity.seen()
  const rows = statements
    .filter(({ property }) => !wanted || wanted.has(property))
    .map(statement => ({ node: viewOf(statement, entity.reader), statement }))
    .sort((a, b) => newestFirst(keyOf(a), keyOf(b)))
  return connectionOf(rows, page, { name: 'statementsOf', keyOf, compare: newestFirst, keyParts: 2 })
}

async function readHistory({ id, reader }: EntityView): Promise<readonly Statement[]> {
  const statements = await reader.ask<'history'>({ kind: 'history', id })
  return statements.filter(
    statement =>
      statement.retractedIn !== undefined || isVisible(reader.view, statement, reader.citedEditions(statement.edition)),
  )
}

function keyOf({ statement }: { readonly statement: Statement }): readonly string[] {
  return [statement.recordedAt, statement.id]
}

function newestFirst(
  [atA = '', idA = '']: readonly (string | null)[],
  [atB = '', idB = '']: readonly (string | null)[],
): number {
  if (atA !== atB) return (atA ?? '') < (atB ?? '') ? 1 : -1
  if (idA === idB) return 0
  return (idA ?? '') < (idB ?? '') ? -1 : 1
}

function resolutionOf(entity: EntityView, { property: name }: { property: string }): ResolutionView | undefined {
  const property = getProperty(entity.type, name)
  const resolved = entity.resolve(property)
  return resolved.chosen && { property, resolved, entity }
}

function getProperty(type: EntityType, name: string) {
  const property = type.findProperty(name)
  if (property) return property
  const meant = type.meantProperty(name)
  throw new SuanliError('NOT_IN_ONTOLOGY', {
    what: `property of ${type.name}`,
    whatZh: `${type.name} 的属性`,
    seen: name.slice(0, 100),
    hint: meant ? `: did you mean "${meant}"?` : `; there are ${type.properties.map(({ id }) => id).join(', ')}`,
    hintZh: meant ? `：您是否想用“${meant}”？` : `；有 ${type.properties.map(({ id }) => id).join('、')}`,
  })
}
