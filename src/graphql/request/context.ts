import type { CurationContext } from '../../curation/curation-context.js'
import { type AllowedFolder, livenessIn } from '../../imports/import-folder.js'
import type { ImportJobs } from '../../imports/import-jobs.js'
import type { Release } from '../../model/release.js'
import type { Trust } from '../../model/trust.js'
import type { View } from '../../model/view.js'
import type { Ontology } from '../../ontology/ontology.js'
import { defaultTrust } from '../../resolution/default-trust.js'
import type { Store } from '../../store/store.js'
import { civilDay } from '../../values/civil-day.js'
import { createStoreLoader } from '../../views/batch-requests.js'
import type { CacheView } from '../../views/cache/cache-view.js'
import type { RequestStore } from '../../views/request-store.js'
import { ViewReader } from '../../views/view-reader.js'
import { anonymous, type Principal } from './principal.js'

/** What a server answers from, for as long as it runs. */
export interface Services {
  readonly store: Store
  readonly ontology: Ontology
  /** The clock; what holds in the world is asked for as of its day where a view does not say. */
  readonly now: () => Date
  /** The time zone of today. Default: `defaultTimeZone`. */
  readonly timeZone?: string | undefined
  /** Whether who is importing still runs; taken to, unless it is known. */
  readonly isAlive?: (holder: string) => boolean
  /** This process, as it takes the staging place. */
  readonly holder?: string
  /** The folder below which datasets may be imported by name. */
  readonly datasets?: string | undefined
  readonly uploads?: Uploads | undefined
  /** Imports that outlive their requests. */
  readonly imports?: ImportJobs | undefined
}

/** Datasets that curators have sent. */
export interface Uploads {
  /** Undefined where that is no id of an upload. Throws UPLOAD_UNKNOWN where there is none, or it is another curator's. */
  find(id: string, by: Principal): AllowedFolder | undefined
}

/** The schema's ViewInput. */
export interface ViewInput {
  readonly validAt?: string | null
  readonly knownAt?: string | null
  /** Of labels, explanations and errors. */
  readonly language?: string | null
  readonly trust?: Partial<{ [Key in keyof Trust]: Trust[Key] | null }> | null
  /** Its id or title. */
  readonly release?: string | null
  /** The release, once it was found. */
  readonly released?: Release
}

/** What one request knows: who asks, one revision of the store, and a view reader for each view that its document asks for. */
export interface Context {
  readonly principal: Principal
  readonly store: RequestStore
  readonly ontology: Ontology
  /** The graph in that view, by default in the view of the request; equal views share all that they have read. */
  readonly at: (input?: ViewInput | null) => ViewReader
  /** The day of the request, and its view: with the revision, all of the request that decides an answer. */
  readonly day: string
  readonly view: ViewInput | undefined
  /** From where datasets may be imported, and as whom. */
  readonly datasets: {
    readonly root: string | undefined
    readonly holder: string
    readonly uploads?: Uploads | undefined
    readonly imports: ImportJobs | undefined
    /** Whether another process still runs. */
    readonly isAlive: (owner: string) => boolean
  }
  /** What curators work on. */
  readonly curationContext: CurationContext
  /** How a subscription goes on; absent where the request is to be answered once. */
  readonly following?: Following | undefined
  /** The same request as of the newest revision, after it has changed the graph: reads nothing from before. */
  readonly atNewest: () => Context
}

/** How a subscription learns of what comes, and at what pace. What waits ends by the reason of its signal. */
export interface Following {
  /** The same request as of the newest revision. */
  atNewest(): Promise<Context>
  /** How many rows are read at once. */
  readonly pageRows: number
  /** Waits until its client may have so many rows more. */
  pace(rows: number): Promise<void>
  /** Waits until there is a revision after this one. */
  newerThan(revision: number): Promise<void>
}

/** What a server knows of a request beside its document. */
export interface Asking {
  /** Who asks: anybody, unless it is known. */
  readonly principal?: Principal
  /** At the signal nothing more is read, and its reason is the error of what waits. */
  readonly signal?: AbortSignal
  /** The cache of the process, as of the revision that the request reads. */
  readonly cache?: CacheView | undefined
  readonly following?: Following | undefined
  /** The view of the whole request: of every field without a `view` argument. */
  readonly view?: ViewInput | undefined
}

/** Made again for each request. A plain object: Apollo hands a copy of it to the fields. */
export function createContext(
  services: Services,
  { principal = anonymous, signal, cache, following, view: requested }: Asking = {},
): Context {
  const { store, ontology, now, holder = 'server:0', isAlive = () => true } = services
  const asked = createStoreLoader(store, signal, cache)
  const today = civilDay(now(), services.timeZone)
  const readers = new Map<string, ViewReader>()
  return {
    principal,
    store: asked,
    ontology,
    at: input => {
      const view = toView(input ?? requested, today, requested?.language)
      const key = JSON.stringify(view)
      const reader = readers.get(key) ?? new ViewReader(view, ontology, asked)
      readers.set(key, reader)
      return reader
    },
    day: today,
    view: requested,
    datasets: { root: services.datasets, holder, uploads: services.uploads, imports: services.imports, isAlive },
    curationContext: { store, ontology, now, timeZone: services.timeZone, isAlive: livenessIn(store, holder, isAlive) },
    following,
    atNewest: () => createContext(services, { principal, view: requested, ...(signal && { signal }) }),
  }
}

function toView(input: ViewInput | null | undefined, today: string, requestLanguage?: string | null): View {
  const { trust, released } = input ?? {}
  const language = input?.language ?? requestLanguage
  const inLanguage = language == null ? undefined : { language }
  if (released) {
    const { validAt, knownAt } = released
    return { validAt: input?.validAt ?? validAt, knownAt, trust: released.trust, release: released, ...inLanguage }
  }
  return {
    validAt: input?.validAt ?? today,
    ...(input?.validAt == null && { isToday: true }),
    ...inLanguage,
    ...(input?.knownAt != null && { knownAt: input.knownAt }),
    trust: {
      languages: trust?.languages ?? defaultTrust.languages,
      sources: trust?.sources ?? defaultTrust.sources,
      others: trust?.others ?? defaultTrust.others,
      minConfidence: trust?.minConfidence ?? defaultTrust.minConfidence,
    },
  }
}
