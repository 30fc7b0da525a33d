import type { Revision } from '../model/revision.js'
import type { Witness } from '../model/source.js'
import type { View } from '../model/view.js'
import type { Ontology } from '../ontology/ontology.js'
import type { Witnesses } from '../resolution/cited-edition.js'
import { defaultTrust } from '../resolution/default-trust.js'
import type { AnswerTo, Ask, QuestionKind, QuestionOf } from '../store/store.js'
import type { Workshop } from './apply-action.js'

/** The graph as of one revision, as a deed is planned on it. */
export class Graph {
  readonly #witnesses = new Map<string, Witness>()

  constructor(
    readonly workshop: Workshop,
    readonly revision: Revision,
  ) {}

  get ontology(): Ontology {
    return this.workshop.ontology
  }

  /** Today’s, by the server’s policy: what a deed changes is told as of it. */
  get view(): View {
    return { validAt: this.workshop.now().toISOString().slice(0, 10), trust: defaultTrust }
  }

  /** Who states what has been read so far. */
  readonly witnesses: Witnesses = edition => this.#witnesses.get(edition)

  async ask<K extends QuestionKind>(asks: readonly Ask<K>[]): Promise<readonly AnswerTo<K>[]> {
    const { answers, witnesses } = await this.workshop.store.read(asks, { pin: this.revision.number })
    for (const witness of witnesses) this.#witnesses.set(witness.edition.id, witness)
    return answers
  }

  async askOne<K extends QuestionKind>(question: QuestionOf<K>): Promise<AnswerTo<K>> {
    return (await this.ask<K>([{ question }]))[0] as AnswerTo<K>
  }
}
