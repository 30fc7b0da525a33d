import type { TrustInput, ViewInput } from '../generated/graphql.js'

/** The parameters of an address that say which view a page shows. They mean what ViewInput means. */
export const viewParameters = [
  'validAt',
  'knownAt',
  'release',
  'languages',
  'sources',
  'others',
  'minConfidence',
] as const
export type ViewParameter = (typeof viewParameters)[number]

/** The view that an address asks for; undefined if it asks for the default view. */
export function viewIn(parameters: URLSearchParams): ViewInput | undefined {
  const trust = trustIn(parameters)
  const view: ViewInput = {
    ...textIn(parameters, 'validAt'),
    ...textIn(parameters, 'knownAt'),
    ...textIn(parameters, 'release'),
    ...(trust && { trust }),
  }
  return Object.keys(view).length > 0 ? view : undefined
}

function trustIn(parameters: URLSearchParams): TrustInput | undefined {
  const languages = listIn(parameters, 'languages')
  const sources = listIn(parameters, 'sources')
  const others = parameters.get('others')?.toUpperCase()
  const minConfidence = parameters.get('minConfidence')
  const trust: TrustInput = {
    ...(languages.length > 0 && { languages }),
    ...(sources.length > 0 && { sources }),
    ...((others === 'NEVER' || others === 'LAST') && { others }),
    // What is no number is left to the server, which says so.
    ...(minConfidence && { minConfidence: Number(minConfidence) }),
  }
  return Object.keys(trust).length > 0 ? trust : undefined
}

function textIn<Name extends 'validAt' | 'knownAt' | 'release'>(
  parameters: URLSearchParams,
  name: Name,
): { readonly [Key in Name]?: string } {
  const value = parameters.get(name)?.trim()
  return value ? ({ [name]: value } as { readonly [Key in Name]: string }) : {}
}

export function listIn(parameters: URLSearchParams, name: ViewParameter): string[] {
  return (parameters.get(name) ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
}
