import type { Trust, View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import type { AskStore } from '../reading/ask-store.js'
import { Scope } from '../reading/scope.js'
import { defaultTrust } from '../resolution/default-trust.js'
import type { Store } from '../store/store.js'
import { createStoreLoader } from './loaders/store-loader.js'

/** What a server answers from, for as long as it runs. */
export interface Services {
  readonly store: Store
  readonly ontology: Ontology
  /** The clock; what holds in the world is asked for as of its day where a view does not say. */
  readonly now: () => Date
}

/** The schema's ViewInput. */
export interface ViewInput {
  readonly validAt?: string | null
  readonly knownAt?: string | null
  readonly trust?: Partial<{ [Key in keyof Trust]: Trust[Key] | null }> | null
}

/** What one request knows: one revision of the store, and a scope for each view that its document asks for. */
export class Context {
  readonly store: AskStore
  readonly ontology: Ontology
  readonly #today: string
  readonly #scopes = new Map<string, Scope>()

  constructor({ store, ontology, now }: Services) {
    this.store = createStoreLoader(store)
    this.ontology = ontology
    this.#today = now().toISOString().slice(0, 10)
  }

  /** The graph in that view; equal views of a request share all that they have read. */
  at(input?: ViewInput | null): Scope {
    const view = toView(input, this.#today)
    const key = JSON.stringify(view)
    const known = this.#scopes.get(key)
    if (known) return known
    const scope = new Scope(view, this.ontology, this.store)
    this.#scopes.set(key, scope)
    return scope
  }
}

function toView(input: ViewInput | null | undefined, today: string): View {
  const trust = input?.trust
  return {
    validAt: input?.validAt ?? today,
    ...(input?.knownAt != null && { knownAt: input.knownAt }),
    trust: {
      languages: trust?.languages ?? defaultTrust.languages,
      sources: trust?.sources ?? defaultTrust.sources,
      others: trust?.others ?? defaultTrust.others,
      minConfidence: trust?.minConfidence ?? defaultTrust.minConfidence,
    },
  }
}
