import { LRUCache } from 'lru-cache'
import { type Curation, curationOf } from '../model/curation.js'
import type { CurationAction, RecordedAction } from '../model/curation-action.js'
import { firstIndex } from '../model/first-index.js'
import { type Translation, translate } from './curated-queries.js'
import { instant } from './group-queries.js'
import type { RowStore } from './rows/resolved-rows.js'
import type {
  AnswerTo,
  PinnedQuery,
  QueryKind,
  Reading,
  ReadOptions,
  RowsOf,
  StagedImport,
  Store,
  StoreWriter,
} from './store.js'

/**
 * What curators did, seen over what an engine holds: ids that were merged are one entity, and conflicts have what was
 * decided of them. An engine keeps statements as they were made and curation actions as they were done, and knows of neither; so
 * this is the same for every engine, and what was known at any time can be read again.
 *
 * Curation actions are few, so all are kept. Each call asks for those that are new, and is made again where there are some.
 */
export function withCuration(engine: Store): Store {
  return new CuratedStore(engine)
}

class CuratedStore implements Store {
  readonly writer: StoreWriter
  readonly #deeds: RecordedAction[] = []
  readonly #curations = new LRUCache<number, Curation>({ max: keptCurations })
  /** The last revision of which all curation actions up to it are known. */
  #known = -1

  constructor(readonly engine: Store) {
    const { writer } = engine
    this.writer = {
      prepare: () => writer.prepare(),
      begin: (...given) => writer.begin(...given),
      vouched: (...given) => writer.vouched(...given),
      attestedSubjects: (...given) => writer.attestedSubjects(...given),
      readStaged: (staged, asks) => this.#readStaged(staged, asks),
      stage: (...given) => writer.stage(...given),
      publish: (staged, at, deed, rowsOf) => writer.publish(staged, at, deed, this.#curating(rowsOf)),
      apply: async (batch, deed, seen, at, isAlive, rowsOf) => {
        await this.#demandPossible(deed, seen)
        return await writer.apply(batch, deed, seen, at, isAlive, this.#curating(rowsOf))
      },
      release: (...given) => writer.release(...given),
      importState: (...given) => writer.importState(...given),
      abandon: (...given) => writer.abandon(...given),
    }
  }

  /** What a revision decides that is not published yet may never be: only the store inside its transaction learns of it. */
  #curating(rowsOf: RowsOf | undefined): RowsOf | undefined {
    if (!rowsOf) return undefined
    return inside => {
      const curated = new CuratedStore(inside)
      curated.#deeds.push(...this.#deeds)
      curated.#known = this.#known
      return rowsOf(curated)
    }
  }

  get sizes(): Store['sizes'] {
    return this.engine.sizes?.bind(this.engine)
  }

  get rows(): RowStore | undefined {
    return this.engine.rows
  }

  get description(): string {
    return this.engine.description
  }

  async read<K extends QueryKind>(asks: readonly PinnedQuery<K>[], options: ReadOptions = {}): Promise<Reading<K>> {
    let pin = options.pin
    for (;;) {
      const asked = this.#translate(asks, pin)
      const own = asked.flatMap(one => one.asks)
      const isKnown = pin !== undefined && pin <= this.#known
      const reading = await this.engine.read(isKnown ? own : [...own, this.#news()], { ...options, pin })
      pin = reading.revision.number
      if (!isKnown) {
        const isChanged = this.#learn(reading.answers.at(-1) as readonly RecordedAction[])
        this.#known = Math.max(this.#known, pin)
        if (isChanged) continue
      }
      const again = async (more: readonly PinnedQuery[]) => (await this.engine.read(more, { ...options, pin })).answers
      return { ...reading, answers: (await combine(asked, reading.answers, again)) as AnswerTo<K>[] }
    }
  }

  close(): Promise<void> {
    return this.engine.close()
  }

  /** Throws ALREADY_MERGED or NOT_MERGED. If the graph is not at that revision any more, the engine refuses the curation action. */
  async #demandPossible(deed: CurationAction, seen: number): Promise<void> {
    const { revision } = await this.read([])
    const refusal = revision.number === seen ? this.#curationAt(seen, undefined).refusalOf(deed) : undefined
    if (refusal) throw refusal
  }

  async #readStaged<K extends QueryKind>(
    staged: StagedImport,
    asks: readonly PinnedQuery<K>[],
  ): Promise<readonly AnswerTo<K>[]> {
    const again = (more: readonly PinnedQuery[]) => this.engine.writer.readStaged(staged, more)
    for (;;) {
      const asked = this.#translate(asks, staged.revision)
      const answers = await again([...asked.flatMap(one => one.asks), this.#news()])
      if (this.#learn(answers.at(-1) as readonly RecordedAction[])) continue
      return (await combine(asked, answers, again)) as AnswerTo<K>[]
    }
  }

  #news(): PinnedQuery<'deeds'> {
    return { question: { kind: 'deeds', after: this.#deeds.at(-1)?.madeIn ?? 0 } }
  }

  /** Whether something was new. */
  #learn(deeds: readonly RecordedAction[]): boolean {
    const last = this.#deeds.at(-1)?.madeIn ?? 0
    const fresh = deeds.filter(({ madeIn }) => madeIn > last)
    this.#deeds.push(...fresh)
    return deeds.length > 0
  }

  #translate(asks: readonly PinnedQuery[], pin: number | undefined): readonly Translation[] {
    return asks.map(ask => translate(ask, this.#curationAt(pin, ask.knownAt)))
  }

  /** What had been done by a revision, and by an instant where that is older. */
  #curationAt(pin = Number.POSITIVE_INFINITY, knownAt: string | undefined): Curation {
    const until = knownAt === undefined || this.#deeds.length === 0 ? Number.POSITIVE_INFINITY : instant(knownAt)
    const isLater = ({ madeIn, at }: RecordedAction) => madeIn > pin || Date.parse(at) > until
    // Every question asks this, so not all curation actions are looked at. Each has a later revision and instant than those before.
    const count = firstIndex(this.#deeds, isLater)
    const known = this.#curations.get(count)
    if (known) return known
    const curation = curationOf(this.#deeds.slice(0, count))
    this.#curations.set(count, curation)
    return curation
  }
}

/** Most requests read the present, and few pasts are read again and again. */
const keptCurations = 20

async function combine(
  asked: readonly Translation[],
  answers: readonly AnswerTo<QueryKind>[],
  again: (asks: readonly PinnedQuery[]) => Promise<readonly AnswerTo<QueryKind>[]>,
): Promise<readonly AnswerTo<QueryKind>[]> {
  let from = 0
  const combined = asked.map(one => {
    const own = answers.slice(from, from + one.asks.length)
    from += one.asks.length
    return one.combine(own, again)
  })
  return await Promise.all(combined)
}
