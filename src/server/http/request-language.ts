import type { IncomingHttpHeaders } from 'node:http'
import { errorLanguageOf } from '../../graphql/request/format-error.js'
import { viewHeader } from '../../graphql/views/request-view.js'
import type { ErrorLanguage } from '../../model/error.js'

/** The language of a request's errors: that of its view, else the first of `Accept-Language` that has texts, else English. */
export function requestLanguage(headers: IncomingHttpHeaders, view: unknown = headers[viewHeader]): ErrorLanguage {
  const asked = languageIn(view)
  if (asked !== undefined) return errorLanguageOf(asked)
  const accepted = (headers['accept-language'] ?? '').split(',').map(range => range.trim().split(';')[0] ?? '')
  return errorLanguageOf(accepted.find(tag => /^(zh|en)\b/i.test(tag)))
}

function languageIn(view: unknown): string | undefined {
  const { language } = (typeof view === 'string' ? parsed(view) : (view as { readonly language?: unknown })) ?? {}
  return typeof language === 'string' ? language : undefined
}

/** Ignores a view that is not JSON; the reader of views refuses it. */
function parsed(text: string): { readonly language?: unknown } | null {
  try {
    return JSON.parse(text) as { readonly language?: unknown } | null
  } catch {
    return null
  }
}
