/** A `ViewInput` as the fields of a form: all texts, empty where the view says nothing. */
export interface ViewFields {
  readonly language: string
  readonly validAt: string
  readonly knownAt: string
  readonly release: string
  /** Languages of editions in the order of preference, separated by commas. */
  readonly languages: string
  /** Ids of sources in the order of preference, one on each line. */
  readonly sources: string
  readonly isOnly: boolean
  readonly minConfidence: string
}

export const noFields: ViewFields = {
  language: '',
  validAt: '',
  knownAt: '',
  release: '',
  languages: '',
  sources: '',
  isOnly: false,
  minConfidence: '',
}

/** The names in a view that the form has fields for. */
const names = new Set(['language', 'validAt', 'knownAt', 'release', 'trust'])
const namesOfTrust = new Set(['languages', 'sources', 'others', 'minConfidence'])

export interface ReadView {
  readonly fields: ViewFields
  /** Whether the view says something that the form has no field for. */
  readonly hasMore: boolean
}

/** Undefined if the text is no JSON object. An empty text is the default view. */
export function readView(text: string): ReadView | undefined {
  if (text.trim() === '') return { fields: noFields, hasMore: false }
  const view = objectIn(text)
  if (!view) return undefined
  const trust = isObject(view.trust) ? view.trust : {}
  const fields: ViewFields = {
    language: textOf(view.language),
    validAt: textOf(view.validAt),
    knownAt: textOf(view.knownAt),
    release: textOf(view.release),
    languages: listOf(trust.languages).join(', '),
    sources: listOf(trust.sources).join('\n'),
    isOnly: trust.others === 'NEVER',
    minConfidence: textOf(trust.minConfidence),
  }
  const hasMore =
    Object.keys(view).some(name => !names.has(name)) || Object.keys(trust).some(name => !namesOfTrust.has(name))
  return { fields, hasMore }
}

/** JSON of a `ViewInput`; empty for the default view. What is malformed is left to the server, which says so. */
export function viewOf(fields: ViewFields): string {
  const languages = partsOf(fields.languages)
  const sources = partsOf(fields.sources)
  const least = fields.minConfidence.trim()
  const trust = {
    ...(languages.length > 0 && { languages }),
    ...(sources.length > 0 && { sources }),
    ...(fields.isOnly && { others: 'NEVER' }),
    ...(least !== '' && { minConfidence: Number.isNaN(Number(least)) ? least : Number(least) }),
  }
  const view = {
    ...given('language', fields.language),
    ...given('validAt', fields.validAt),
    ...given('knownAt', endOfDay(fields.knownAt.trim())),
    ...given('release', fields.release),
    ...(Object.keys(trust).length > 0 && { trust }),
  }
  return Object.keys(view).length > 0 ? JSON.stringify(view) : ''
}

/** A day means its end, so that statements recorded on the day count. */
const endOfDay = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text)

const given = (name: string, text: string): object => (text.trim() === '' ? {} : { [name]: text.trim() })

export const partsOf = (text: string): string[] =>
  text
    .split(/[\n,，]/)
    .map(part => part.trim())
    .filter(part => part !== '')

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (value == null ? '' : String(value))
const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value == null ? [] : [String(value)]
