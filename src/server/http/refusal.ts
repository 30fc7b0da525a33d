import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { errors, type SuanliError } from '../../model/error.js'

/**
 * A request's refusal as Apollo takes it: without a status it holds what is thrown before execution for a failure of
 * the server.
 */
export function toGraphqlRefusal(refusal: SuanliError): GraphQLError {
  const headers = new HeaderMap(Object.entries(headersOf(refusal)))
  return new GraphQLError(refusal.message, {
    originalError: refusal,
    extensions: { http: { status: errors[refusal.code].status, headers } },
  })
}

/** What the status of a refusal asks to be sent along. */
export function headersOf({ code, fields }: SuanliError): Readonly<Record<string, string>> {
  switch (code) {
    case 'UNAUTHENTICATED':
      // RFC 6750, 3.1: no error where no token was sent.
      return { 'www-authenticate': `Bearer realm="suanli"${fields.error ? `, error="${fields.error}"` : ''}` }
    case 'FORBIDDEN':
      return { 'www-authenticate': 'Bearer realm="suanli", error="insufficient_scope"' }
    case 'RATE_LIMITED':
      return { 'retry-after': String(fields.seconds) }
    default:
      return {}
  }
}
