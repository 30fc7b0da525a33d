import { type AnchorHTMLAttributes, createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { useLocation } from 'wouter'
import { usePathname, useSearch } from 'wouter/use-browser-location'
import { viewIn, viewParameters } from './view.js'

/** Where everything is served from: `/`, or what SUANLI_BASE_PATH says. The bundle is in `explorer/assets/` below it. */
const bundle: string = import.meta.url
export const basePath = new URL('../..', bundle).pathname.replace(/\/$/, '')

export type Language = 'en' | 'zh'

/** What the address of a page says. */
export interface Address {
  /** Below the base path, with its escapes. */
  readonly path: string
  readonly parameters: URLSearchParams
  readonly view: ReturnType<typeof viewIn>
  readonly language: Language
  /** A link that keeps the view and the language; parameters given as null are left out. */
  href(path: string, parameters?: Readonly<Record<string, string | null | undefined>>): string
  /** The same page with other parameters. */
  here(parameters: Readonly<Record<string, string | null | undefined>>): string
  go(href: string, options?: { readonly replace?: boolean }): void
}

/** The view and language that an address carries along. */
const carriedNames = [...viewParameters, 'lang'] as const

/** Replaces what the address says, for a page that is shown in two views at once. */
export const AddressOverride = createContext<Address | undefined>(undefined)

/** What the address bar says, read once for all parts of a page. */
export const OwnAddress = createContext<Address | undefined>(undefined)

export function useAddress(): Address {
  const overridden = useContext(AddressOverride)
  const own = useContext(OwnAddress)
  const address = overridden ?? own
  if (!address) throw new Error('a part of a page needs an AddressProvider around it')
  return address
}

export function AddressProvider({ children }: { readonly children: ReactNode }) {
  const [, go] = useLocation()
  // Of wouter's two hooks for the path, this one leaves escapes as they are: an id may have an escaped `?` or `%`.
  const path = usePathname().slice(basePath.length) || '/'
  const search = useSearch()
  const address = useMemo(() => addressOf(path, new URLSearchParams(search), go), [path, search, go])
  return <OwnAddress value={address}>{children}</OwnAddress>
}

export function addressOf(path: string, parameters: URLSearchParams, go: Address['go']): Address {
  return {
    path,
    parameters,
    view: viewIn(parameters),
    language: parameters.get('lang') === 'zh' ? 'zh' : parameters.get('lang') === 'en' ? 'en' : browserLanguage(),
    href(to, added = {}) {
      const carried = new URLSearchParams()
      for (const name of carriedNames) {
        const value = parameters.get(name)
        if (value !== null) carried.set(name, value)
      }
      return withParameters(to, carried, added)
    },
    here: added => withParameters(path, new URLSearchParams(parameters), added),
    go,
  }
}

function withParameters(
  path: string,
  parameters: URLSearchParams,
  added: Readonly<Record<string, string | null | undefined>>,
): string {
  for (const [name, value] of Object.entries(added))
    if (value === null || value === undefined || value === '') parameters.delete(name)
    else parameters.set(name, value)
  // A comma and a colon may stand in a query; as they are, the address can be read.
  const query = parameters.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/')
  return query === '' ? path : `${path}?${query}`
}

export const browserLanguage = (): Language => (navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en')

/** Replaces an address that names a former id of an entity, by the same page of the present id. */
export function usePresentAddress(isFormer: boolean, present: string): void {
  const { go } = useAddress()
  useEffect(() => {
    if (isFormer) go(present, { replace: true })
  }, [isFormer, present, go])
}

/** The parts of a path without their escapes; undefined if an escape is malformed. */
export function partsOf(path: string): readonly string[] | undefined {
  try {
    return path.split('/').slice(1).map(decodeURIComponent)
  } catch {
    return undefined
  }
}

/** The path of an entity's page. Its id is `<type>/<slug>`. */
export const entityPath = (id: string): string => `/entity/${id.split('/').map(encodeURIComponent).join('/')}`
/** The path of a page whose id has its own kind as prefix: `statement/…`, `conflict/…`. */
export const nodePath = (id: string): string => `/${id.split('/').map(encodeURIComponent).join('/')}`
export const sourcePath = (id: string): string => `/source/${encodeURIComponent(id)}`

/** A link within the explorer. It keeps view and language, and changes the page without loading it. */
export function Go({
  to,
  with: added,
  replace,
  ...rest
}: {
  readonly to: string
  readonly with?: Readonly<Record<string, string | null | undefined>>
  readonly replace?: boolean
} & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const address = useAddress()
  const href = address.href(to, added)
  return <GoTo href={href} replace={replace ?? false} {...rest} />
}

/** A link to an address that is whole already. */
export function GoTo({
  href,
  replace = false,
  onClick,
  ...rest
}: { readonly href: string; readonly replace?: boolean } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  const { go } = useAddress()
  return (
    <a
      {...rest}
      href={basePath + href}
      onClick={event => {
        onClick?.(event)
        const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
        if (event.defaultPrevented || !isPlain || rest.target) return
        event.preventDefault()
        go(href, { replace })
      }}
    />
  )
}
