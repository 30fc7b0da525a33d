import type { Ontology } from '../ontology/ontology.js'
import type { Store } from '../store/store.js'

/** What curation actions need: the store, its ontology and the clock. */
export interface CurationContext {
  readonly store: Store
  readonly ontology: Ontology
  readonly now: () => Date
  /** The time zone of today. Default: `defaultTimeZone`. */
  readonly timeZone?: string | undefined
  /** Whether the process that owns the import lock still runs. */
  readonly isAlive: (holder: string) => boolean
}
