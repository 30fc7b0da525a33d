/** What a link to the IDE holds: never headers, which may have a token in them. */
export interface SharedQuery {
  readonly query: string
  /** JSON, as the editor shows it; empty if the query has none. */
  readonly variables: string
  /** JSON of a `ViewInput`: the view of the whole request. Empty: the default view. */
  readonly view: string
  /** The operation to run, if the document has several. */
  readonly operationName?: string
}

/** `#query=...&variables=...&view=...&operationName=...`: browsers send the part from `#` on to no server. */
export function linkTo({ query, variables, view, operationName = '' }: SharedQuery): string {
  const parameters = new URLSearchParams({ query })
  if (variables.trim() !== '') parameters.set('variables', variables)
  if (view.trim() !== '') parameters.set('view', view)
  if (operationName !== '') parameters.set('operationName', operationName)
  return `#${parameters}`
}

/** What the part of an address from `#` on holds; undefined if it is no such link. */
export function sharedIn(hash: string): SharedQuery | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const query = parameters.get('query')
  if (query === null) return undefined
  const operationName = parameters.get('operationName') ?? ''
  return {
    query,
    variables: parameters.get('variables') ?? '',
    view: parameters.get('view') ?? '',
    ...(operationName !== '' && { operationName }),
  }
}

/**
 * The link for a document with the variables that a page used. Only variables that the document declares are passed on;
 * the view is that of the whole request.
 */
export function linkToDocument(document: string, variables: Readonly<Record<string, unknown>>): string {
  // Only a declaration of a variable has a colon behind the name.
  const declared = new Set(Array.from(document.matchAll(/\$(\w+)\s*:/g), ([, name]) => name))
  const given = Object.entries(variables).filter(([name, value]) => value !== undefined && declared.has(name))
  return linkTo({
    query: `${document.trim()}\n`,
    variables: given.length > 0 ? JSON.stringify(Object.fromEntries(given), null, 2) : '',
    view: variables.view == null ? '' : JSON.stringify(variables.view),
  })
}
