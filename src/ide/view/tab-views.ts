import { useSyncExternalStore } from 'react'

/** The view of each tab as JSON of a `ViewInput`; kept in the browser, as GraphiQL keeps its tabs. */
const key = 'suanli-ide-views'
let views: Readonly<Record<string, string>> = read()
let open = ''
const listeners = new Set<() => void>()

/** The tab that is open: GraphiQL's id of it. */
export const openTab = (): string => open
export const viewOfTab = (tab: string): string => views[tab] ?? ''
export const viewOfOpenTab = (): string => viewOfTab(open)

/** Says which tab is open, and forgets the views of tabs that were closed. */
export function setOpenTab(tab: string, tabs: readonly string[]): void {
  open = tab
  const kept = Object.fromEntries(Object.entries(views).filter(([name]) => tabs.includes(name)))
  if (Object.keys(kept).length < Object.keys(views).length) write(kept)
}

/** An empty text is the default view. */
export function setView(tab: string, view: string): void {
  const { [tab]: _, ...others } = views
  write(view.trim() === '' ? others : { ...others, [tab]: view })
}

export function useView(tab: string): string {
  return useSyncExternalStore(listen, () => views[tab] ?? '')
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function write(changed: Readonly<Record<string, string>>): void {
  views = changed
  try {
    localStorage.setItem(key, JSON.stringify(views))
  } catch {
    // Storage may be off; the views then last until the page is left.
  }
  for (const listener of listeners) listener()
}

function read(): Readonly<Record<string, string>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([, view]) => typeof view === 'string'))
  } catch {
    return {}
  }
}
