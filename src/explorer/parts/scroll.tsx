import type { ReactNode } from 'react'
import { usePartName } from './section.js'

/** What may be wider than the page, and then scrolls by itself; by keyboard too. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const nameOf = usePartName()
  return (
    // biome-ignore lint/a11y/useSemanticElements: sections are the parts of a page, and this is within one.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes focus.
    <div className="scroll" tabIndex={0} role="region" aria-label={nameOf(label)}>
      {children}
    </div>
  )
}
