import { useSyncExternalStore } from 'react'
import { openTab } from '../view/tab-views.js'
import type { HttpFacts } from './post.js'

/** What is to be known of the newest answer in a tab; `view` is the header that was sent, empty if none was. */
export type AnswerFacts =
  | ({ readonly kind: 'answer'; readonly view: string } & HttpFacts)
  | {
      readonly kind: 'events'
      readonly view: string
      readonly received: number
      readonly shown: number
      readonly isOpen: boolean
    }
  | { readonly kind: 'waiting' | 'stopped' | 'failed' }

const factsByTab = new Map<string, AnswerFacts>()
const listeners = new Set<() => void>()

/** Of the open tab: GraphiQL stops what runs when another tab is opened. */
export function report(facts: AnswerFacts): void {
  factsByTab.set(openTab(), facts)
  for (const listener of listeners) listener()
}

export function useAnswerFacts(tab: string): AnswerFacts | undefined {
  return useSyncExternalStore(listen, () => factsByTab.get(tab))
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
