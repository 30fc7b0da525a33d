import { createContext, type HTMLAttributes, useContext } from 'react'

/** The side of a comparison that a page is on. Two pages on one page have parts of the same name. */
export const Side = createContext<string | undefined>(undefined)

/** A name by which a screen reader finds a part of the page: unique, also where the page is shown twice. */
export function usePartName(): (label: string) => string {
  const side = useContext(Side)
  return label => (side === undefined ? label : `${side}: ${label}`)
}

/** A part of a page, with its name. */
export function Section({ label, ...rest }: { readonly label: string } & HTMLAttributes<HTMLElement>) {
  const nameOf = usePartName()
  return <section aria-label={nameOf(label)} {...rest} />
}
