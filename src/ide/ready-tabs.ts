import start from './start.graphql?raw'

/** A tab that is there when somebody opens the IDE for the first time. */
interface ReadyTab {
  readonly query: string
  readonly variables: string
}

const queries = import.meta.glob<string>('./journeys/*.graphql', { query: '?raw', import: 'default', eager: true })
const variables = import.meta.glob<string>('./journeys/*.json', { query: '?raw', import: 'default', eager: true })

/** How to use it, then the questions that the graph is for, in their order. */
export const readyTabs: readonly ReadyTab[] = [
  { query: start, variables: '' },
  ...Object.keys(queries)
    .sort()
    .map(path => ({
      query: queries[path] ?? '',
      variables: variables[path.replace('.graphql', '.variables.json')] ?? '',
    })),
]
