import { SuanliError } from '../../model/error.js'
import type { Statement } from '../../model/statement.js'
import { brokenBoundOf } from '../../ontology/bounds.js'
import type { EntityType, Ontology } from '../../ontology/ontology.js'
import { type BoundKind, type BrokenBound, explainBound } from '../../values/limits.js'
import { listStatements } from '../../views/lists/list-statements.js'
import type { ViewReader } from '../../views/view-reader.js'
import { connectionTypes, pageArguments } from '../connections/connection.js'
import type { PageArguments } from '../connections/page.js'
import { scanConnection } from '../connections/scan-connection.js'
import { viewOf } from '../entities/value-source.js'
import type { ViewInput } from '../request/context.js'
import { argument, field, ofRevision, type Queries, type TypeDeclaration } from '../schema/declare.js'
import { viewArgument } from '../views/view-input.js'

interface ViolationView {
  readonly statement: Statement
  readonly broken: BrokenBound
  readonly reader: ViewReader
}

interface ViolationArguments extends PageArguments {
  readonly properties?: readonly string[] | null
  readonly view?: ViewInput | null
}

/** Statements whose value breaks a bound of its property. */
export function violationQueries(ontology: Ontology): Queries {
  const broken = ({ subject, property: name, value }: Statement) => {
    const property = ontology.findTypeOfId(subject)?.findProperty(name)
    return property && brokenBoundOf(value, property)
  }
  const bounded = propertiesWithBounds(ontology.types)
  return ofRevision({
    constraintViolations: field<undefined, ViolationArguments>(
      'ConstraintViolationConnection!',
      'Statements whose value breaks a bound of its property, by statement id: figures and dates that are implausible, and impossible ones that a store holds from before the bound was declared.',
      (_, { properties, view, ...page }, context) => {
        const reader = context.at(view)
        const unknown = properties?.find(name => !bounded.includes(name))
        if (unknown !== undefined)
          throw new SuanliError('BAD_USER_INPUT', {
            problem: `\`properties\` names "${unknown}", which has no bounds: give some of ${bounded.join(', ')}.`,
            problemZh: `\`properties\` 中的“${unknown}”没有取值界限：请从 ${bounded.join('、')} 中选择。`,
            argument: 'properties',
          })
        const selection = { properties: properties ?? bounded }
        const test = (statement: Statement) => broken(statement) !== undefined
        return scanConnection(
          options => withBounds(listStatements(reader, selection, { ...options, test }), broken),
          page,
          ({ statement, broken: bound }) => ({ node: { statement, broken: bound, reader } }),
          'constraintViolations',
        )
      },
      {
        properties: argument('[String!]', 'Names of properties: ["power"]. Default: every property with bounds.'),
        ...pageArguments,
        ...viewArgument,
      },
    ),
  })
}

function propertiesWithBounds(types: readonly EntityType[]): readonly string[] {
  const names = types.flatMap(({ properties }) =>
    properties.filter(({ value }) => value.kind === 'quantity' || (value.kind === 'date' && value.plausible)),
  )
  return [...new Set(names.map(({ id }) => id))].sort()
}

async function* withBounds(
  statements: AsyncIterable<Statement>,
  broken: (statement: Statement) => BrokenBound | undefined,
): AsyncGenerator<{ readonly id: string; readonly statement: Statement; readonly broken: BrokenBound }> {
  for await (const statement of statements) {
    const bound = broken(statement)
    if (bound) yield { id: statement.id, statement, broken: bound }
  }
}

const kindMeanings: Readonly<Record<BoundKind, string>> = {
  LEAST: 'The value is less than the least that is possible: negative power.',
  MOST: 'The value is more than the most that is possible: 10^99 FLOPS.',
  WHOLE: 'Fraction of a unit that is counted in whole numbers: half a card.',
  PLAUSIBLE: 'The value is possible, and outside the range that is plausible: a centre of 50 GW.',
}

export const violationTypes: readonly TypeDeclaration[] = [
  {
    kind: 'object',
    name: 'ConstraintViolation',
    description: 'Value of a statement that breaks a bound of its property.',
    fields: {
      entity: field<ViolationView>('Entity!', 'Entity that the statement is about.', ({ statement, reader }) =>
        reader.getEntity(statement.subject),
      ),
      property: field<ViolationView>('Property!', 'Property whose bound is broken.', ({ statement, reader }) =>
        reader.ontology.findTypeOfId(statement.subject)?.findProperty(statement.property),
      ),
      statement: field<ViolationView>('Statement!', 'Statement with the value.', ({ statement, reader }) =>
        viewOf(statement, reader),
      ),
      kind: field<ViolationView>('BoundKind!', 'Kind of the bound.', ({ broken }) => broken.kind),
      bound: field<ViolationView>(
        'String!',
        'The bound as datasets write values: `0 GW`, `0..20 GW`, `1950/2100`.',
        ({ broken }) => broken.bound,
      ),
      message: field<ViolationView, { language?: string | null }>(
        'String!',
        'Problem in a sentence: “50 GW” lies outside the plausible range 0..20 GW.',
        ({ statement, broken, reader }, { language }) =>
          explainBound(statement.asStated, broken, (language ?? reader.view.language)?.startsWith('zh') ? 'zh' : 'en'),
        {
          language: argument(
            'LanguageTag',
            'Language of the sentence: zh-Hans, en. Default: the language of the view, else English.',
          ),
        },
      ),
    },
  },
  { kind: 'enum', name: 'BoundKind', description: 'Kind of bound that a property declares.', values: kindMeanings },
  ...connectionTypes('ConstraintViolation', 'ConstraintViolation', {
    description: 'A statement and the bound that it breaks.',
    fields: {},
  }),
]
