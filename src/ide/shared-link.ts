/** What a link to the IDE holds: never headers, which may have a token in them. */
export interface Shared {
  readonly query: string
  /** JSON, as it stands in the editor. */
  readonly variables: string
}

/** `#query=...&variables=...`: what stands behind `#` is not sent to any server. */
export function linkTo({ query, variables }: Shared): string {
  const parameters = new URLSearchParams({ query })
  if (variables.trim() !== '') parameters.set('variables', variables)
  return `#${parameters}`
}

/** What the part of an address from `#` on holds; undefined where it is no such link. */
export function sharedIn(hash: string): Shared | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const query = parameters.get('query')
  return query === null ? undefined : { query, variables: parameters.get('variables') ?? '' }
}
