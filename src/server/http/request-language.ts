import type { IncomingHttpHeaders } from 'node:http'
import Negotiator from 'negotiator'
import type { ViewInput } from '../../graphql/request/context.js'
import { errorLanguageOf } from '../../graphql/request/format-error.js'
import { viewHeader } from '../../graphql/views/request-view.js'
import type { ErrorLanguage } from '../../model/error.js'

/** The language of a request's errors: that of its view, else the first of `Accept-Language` that has texts, else English. */
export function requestLanguage(headers: IncomingHttpHeaders, view: unknown = headers[viewHeader]): ErrorLanguage {
  const asked = languageIn(view)
  if (asked !== undefined) return errorLanguageOf(asked)
  return acceptedLanguage(headers) ?? 'en'
}

/**
 * The view of a request in one language: that of the view, else of `Accept-Language`. Undefined if neither names a
 * language that the graph has texts in.
 */
export function inRequestLanguage(view: ViewInput | undefined, headers: IncomingHttpHeaders): ViewInput | undefined {
  const accepted = view?.language == null ? acceptedLanguage(headers) : undefined
  return accepted === undefined ? view : { ...view, language: accepted === 'zh' ? 'zh-Hans' : 'en' }
}

/** The first language of `Accept-Language`, by its weights, that has texts. */
function acceptedLanguage(headers: IncomingHttpHeaders): ErrorLanguage | undefined {
  if (headers['accept-language'] === undefined) return undefined
  const tag = new Negotiator({ headers }).languages().find(range => /^(zh|en)\b/i.test(range))
  return tag === undefined ? undefined : errorLanguageOf(tag)
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
