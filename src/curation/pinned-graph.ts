import type { Revision } from '../model/revision.js'
import type { CitedEdition } from '../model/source.js'
import type { View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import type { CitedEditions } from '../resolution/cited-edition.js'
import { defaultTrust } from '../resolution/default-trust.js'
import type { AnswerTo, PinnedQuery, QueryKind, QueryOf } from '../store/store.js'
import { civilDay } from '../values/civil-day.js'
import type { CurationContext } from './curation-context.js'

/** The graph as of the revision on which a curation action is planned. */
export class PinnedGraph {
  readonly #citedEditions = new Map<string, CitedEdition>()

  constructor(
    readonly curationContext: CurationContext,
    readonly revision: Revision,
  ) {}

  get ontology(): Ontology {
    return this.curationContext.ontology
  }

  /** Today's view by the policy of the server. The impact of a curation action is computed in this view. */
  get view(): View {
    const { now, timeZone } = this.curationContext
    return { validAt: civilDay(now(), timeZone), trust: defaultTrust }
  }

  /** Editions of the statements that have been read so far. */
  readonly citedEditions: CitedEditions = edition => this.#citedEditions.get(edition)

  async ask<K extends QueryKind>(asks: readonly PinnedQuery<K>[]): Promise<readonly AnswerTo<K>[]> {
    const { answers, citedEditions } = await this.curationContext.store.read(asks, { pin: this.revision.number })
    for (const citedEdition of citedEditions) this.#citedEditions.set(citedEdition.edition.id, citedEdition)
    return answers
  }

  async askOne<K extends QueryKind>(question: QueryOf<K>): Promise<AnswerTo<K>> {
    return (await this.ask<K>([{ question }]))[0] as AnswerTo<K>
  }
}
