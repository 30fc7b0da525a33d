import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { errors, requestErrors } from '../../model/catalogues/error-catalogue.js'
import { type ErrorCode, type ErrorLanguage, errorText, SuanliError } from '../../model/error.js'
import { isChinese } from '../../values/language-tag.js'
import { inChinese } from './chinese-text.js'

/** What GraphQL and Apollo themselves find wrong with a request; their texts are made for clients. */
const requestCodes = new Set(['BAD_USER_INPUT', ...Object.keys(requestErrors)])

/**
 * Decides alone what a client sees: an error with a known code passes with its text; of any other error the client
 * learns the id under which `report` has put it in the log. Without `hints` it is not told what it may have meant.
 */
export function formatError(
  formatted: GraphQLFormattedError,
  error: unknown,
  {
    hints,
    report,
    language = 'en',
  }: {
    readonly hints: boolean
    readonly report: (error: unknown) => string
    readonly language?: ErrorLanguage
  },
): GraphQLFormattedError {
  const { path, locations } = formatted
  const place = { ...(locations && { locations }), ...(path && { path }) }
  const cause = causeOf(error)
  if (cause instanceof SuanliError) {
    if (errors[cause.code].status >= 500) report(cause)
    return { message: cause.textIn(languageOf.get(cause) ?? language), ...place, extensions: cause.extensions }
  }
  const { refusal } = formatted.extensions ?? {}
  const code = isRefusedByApollo(error) ? 'BAD_REQUEST' : formatted.extensions?.code
  if (typeof refusal === 'string' && refusal in errors) {
    const limit = limitIn(formatted)
    const message = errorText(refusal as ErrorCode, limit, language)
    return { message, ...place, extensions: { code: refusal, ...limit } }
  }
  if (typeof code === 'string' && requestCodes.has(code) && isOfRequest(error)) {
    const message = hints ? formatted.message : formatted.message.replace(/ Did you mean .*/s, '')
    const told = language === 'zh' ? chineseOf(message, code) : message
    return { message: shortened(told), ...place, extensions: { code, ...detailsIn(message) } }
  }
  const id = report(cause)
  return {
    message: errorText('INTERNAL_SERVER_ERROR', { id }, language),
    ...place,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  }
}

/** Errors of a field with a view of its own are written in the language of that view. */
const languageOf = new WeakMap<SuanliError, ErrorLanguage>()

/** Marks a failure as one of a view in the language. */
export function failureIn(language: string, failure: unknown): unknown {
  if (failure instanceof SuanliError) languageOf.set(failure, errorLanguageOf(language))
  return failure
}

/** The language of errors for a BCP 47 tag: Chinese has texts of its own, all others read English. */
export function errorLanguageOf(tag: string | null | undefined): ErrorLanguage {
  return tag != null && isChinese(tag) ? 'zh' : 'en'
}

/** Errors that were formatted in English, in the language: what Apollo refuses before it knows the request. */
export function translated(
  errors: readonly GraphQLFormattedError[],
  language: ErrorLanguage,
): readonly GraphQLFormattedError[] {
  if (language === 'en') return errors
  return errors.map(error => {
    const code = error.extensions?.code
    const isKnown = typeof code === 'string' && requestCodes.has(code)
    return isKnown ? { ...error, message: chineseOf(error.message, code) } : error
  })
}

/** Clients compare the texts of Apollo’s two codes of persisted queries, so these stay. */
function chineseOf(message: string, code: string): string {
  if (code.startsWith('PERSISTED_QUERY_')) return message
  const known = Object.entries(requestErrors).find(([name]) => name === code)?.[1].zh
  return inChinese(message) ?? known ?? badInput
}

const badInput = '输入的值无效。'

/** The argument that GraphQL names in its text, and the name that it takes to be meant. */
function detailsIn(message: string): { readonly argument?: string; readonly suggestion?: string } {
  const argument = /^(?:Unknown|Field \S+) argument "(\w+)"|^Variable "(\$\w+)"|^Argument "(\w+)"/.exec(message)
  const [, suggestion] = / Did you mean [^"]*"(\w+)"/.exec(message) ?? []
  const named = argument?.slice(1).find(name => name !== undefined)
  return { ...(named && { argument: named }), ...(suggestion && { suggestion }) }
}

function limitIn({ extensions }: GraphQLFormattedError): { readonly max?: number } {
  return typeof extensions?.max === 'number' ? { max: extensions.max } : {}
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? causeOf(error.originalError) : error
}

/** An error that GraphQL made of the request, not one that wraps a failure of ours. */
function isOfRequest(error: unknown): boolean {
  return error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError)
}

/** GraphQL says a wrong value again, however long it is. */
function shortened(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message
}

/** In UTF-16 units: enough for a name with the names that may have been meant. */
const longestMessage = 1_000

/** Apollo gives some of its refusals a status and no code: a hash that is not the document’s. */
function isRefusedByApollo(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions.code !== undefined) return false
  const { http } = error.extensions as { readonly http?: { readonly status?: number } }
  return http?.status !== undefined && http.status >= 400 && http.status < 500
}
