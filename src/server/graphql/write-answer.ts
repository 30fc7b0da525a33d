import type { GraphQLFormattedError } from 'graphql'

/** The answer to an operation as clients receive it. */
export interface FormattedAnswer {
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly GraphQLFormattedError[]
  readonly extensions?: Record<string, unknown>
}

/** The text of an answer over HTTP: errors first, as GraphQL recommends. */
export function writeAnswer({ errors, data, extensions }: FormattedAnswer): string {
  return `${JSON.stringify({ errors, data, extensions })}\n`
}
