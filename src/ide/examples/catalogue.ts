import { language } from '../words/language.js'
import { type Example, type ExampleGroup, groupExamples, inLanguage, startNames, toExample } from './example.js'
import start from './start.graphql?raw'

const queries = import.meta.glob<string>('../journeys/*.graphql', { query: '?raw', import: 'default', eager: true })
const variables = import.meta.glob<string>('../journeys/*.json', { query: '?raw', import: 'default', eager: true })

const bilingual = toExample('start', start, '')
/** How to use the IDE, with a query for any store. */
export const startExample: Example = { ...bilingual, query: inLanguage(start, language) }

const examples: readonly Example[] = Object.entries(queries).map(([path, query]) =>
  toExample(nameIn(path), query, variables[path.replace('.graphql', '.variables.json')] ?? ''),
)

/** All examples in their groups, in the order of the page. */
export const exampleGroups: readonly ExampleGroup[] = groupExamples([startExample, ...examples], language)

/** The examples that may be open when somebody opens the IDE for the first time, the preferred first. */
export const startCandidates: readonly Example[] = startNames.flatMap(
  name => examples.find(example => example.name === name) ?? [],
)

function nameIn(path: string): string {
  return path.replace(/^.*\//, '').replace('.graphql', '')
}
