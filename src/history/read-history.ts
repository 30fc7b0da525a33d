import type { Change, ChangeKind, ChangePlace } from '../model/change.js'
import type { ConflictContent } from '../model/conflict.js'
import type { RecordedAction } from '../model/curation-action.js'
import { editionId } from '../model/id.js'
import type { Edition } from '../model/source.js'
import type { Statement } from '../model/statement.js'
import type { Ontology } from '../ontology/ontology.js'
import type { AnswerTo, NewStatement, QueryKind, QueryOf, Store } from '../store/store.js'
import type { HistoryItem } from './history-item.js'
import { readAttestations } from './read-attestations.js'

/**
 * The changes of a store's revisions up to one, in their order. Changes by curators appear as curation actions. The
 * history is read page by page, and none of it is kept.
 */
export async function* readHistory(
  store: Store,
  ontology: Pick<Ontology, 'findTypeOfId'>,
  until: number,
): AsyncGenerator<HistoryItem> {
  const [deeds] = (await store.read<'deeds'>([{ question: { kind: 'deeds' } }], { pin: until })).answers
  const deedIn = new Map(deeds?.map(deed => [deed.madeIn, deed]))
  for (let number = 1; number <= until; number++) {
    const { revision } = await store.read([], { pin: number })
    if (revision.number !== number) continue
    const deed = deedIn.get(number)
    yield { type: 'revision', ...revision, ...(deed && { deed: withoutRevision(deed) }) }
    yield* new RevisionReader(store, ontology, number).items()
  }
}

function withoutRevision({ madeIn: _, at: __, ...deed }: RecordedAction) {
  return deed
}

const changesAtOnce = 5_000
const recordsAtOnce = 1_000

/** Reads the changes of one revision. */
class RevisionReader {
  constructor(
    readonly store: Store,
    readonly ontology: Pick<Ontology, 'findTypeOfId'>,
    readonly number: number,
  ) {}

  async *items(): AsyncGenerator<HistoryItem> {
    let page = await this.#changes({ madeAfter: this.number - 1 })
    const isAll = page.length < changesAtOnce
    // A statement refers to its edition, so editions come first.
    yield* this.#sources(isAll ? idsOf(page, 'SOURCE_CHANGED') : await this.#allSources())
    for (;;) {
      for (let from = 0; from < page.length; from += recordsAtOnce)
        for (const [kind, ids] of byKind(page.slice(from, from + recordsAtOnce))) yield* this.#itemsOf(kind, ids)
      const last = page.at(-1)
      if (page.length < changesAtOnce || !last) return
      page = await this.#changes({ after: { madeIn: last.madeIn, kind: last.kind, id: last.id } })
    }
  }

  async #changes(from: { after: ChangePlace } | { madeAfter: number }): Promise<readonly Change[]> {
    return (await this.#now<'changes'>([{ kind: 'changes', ...from, limit: changesAtOnce }]))[0] ?? []
  }

  async *#itemsOf(kind: ChangeKind, ids: readonly string[]): AsyncGenerator<HistoryItem> {
    switch (kind) {
      case 'ENTITY_ADDED':
        for (const id of ids) yield { type: 'entity', id, entityType: this.ontology.findTypeOfId(id)?.name ?? '' }
        break
      case 'STATEMENT_ADDED':
        yield* this.#added(present(await this.#now<'statement'>(ids.map(id => ({ kind: 'statement', id })))))
        break
      case 'STATEMENT_REWEIGHTED':
        yield* this.#reweighted(ids)
        break
      case 'STATEMENT_RETRACTED':
        for (const { id, datasets } of present(
          await this.#before<'statement'>(ids.map(id => ({ kind: 'statement', id }))),
        ))
          for (const dataset of datasets) yield { type: 'withdrawal', statement: id, dataset }
        break
      case 'CONFLICT_OPENED':
        for (const conflict of present(await this.#now<'conflict'>(ids.map(id => ({ kind: 'conflict', id })))))
          yield { type: 'conflictOpened', ...contentOfConflict(conflict) }
        break
      case 'CONFLICT_CLOSED':
        for (const id of ids) yield { type: 'conflictClosed', id }
        break
      default:
        // The effects of curation actions follow from the actions; sources have been written already.
        break
    }
  }

  async *#added(statements: readonly Statement[]): AsyncGenerator<HistoryItem> {
    const words = await readAttestations(this.store, this.number, statements)
    for (const statement of statements)
      yield { type: 'statement', ...contentOf(statement), vouches: words(statement.id) }
  }

  async *#reweighted(ids: readonly string[]): AsyncGenerator<HistoryItem> {
    const asks = ids.map(id => ({ kind: 'statement', id }) as const)
    const [now, before] = [present(await this.#now<'statement'>(asks)), present(await this.#before<'statement'>(asks))]
    const [words, wordsBefore] = [
      await readAttestations(this.store, this.number, now),
      await readAttestations(this.store, this.number - 1, before),
    ]
    for (const { id, subject } of now) {
      const [given, former] = [words(id), wordsBefore(id)]
      for (const word of given)
        if (!former.some(other => isSame(other, word))) yield { type: 'vouch', statement: id, subject, ...word }
      for (const { dataset } of former)
        if (!given.some(word => word.dataset === dataset)) yield { type: 'withdrawal', statement: id, dataset }
    }
  }

  async #allSources(): Promise<readonly string[]> {
    const ids: string[] = []
    for (let after: string | undefined; ; ) {
      const page: QueryOf<'sources'> = {
        kind: 'sources',
        limit: recordsAtOnce,
        ...(after !== undefined && { after }),
      }
      const sources = (await this.#now<'sources'>([page]))[0] ?? []
      ids.push(...sources.map(({ id }) => id))
      if (sources.length < recordsAtOnce) return ids
      after = sources.at(-1)?.id
    }
  }

  /** The sources and editions among these that the revision changed. */
  async *#sources(ids: readonly string[]): AsyncGenerator<HistoryItem> {
    for (const id of ids) {
      const asks = [{ kind: 'source', id } as const]
      const [[source], [former]] = [await this.#now<'source'>(asks), await this.#before<'source'>(asks)]
      if (source && !isSame(source, former)) yield { type: 'source', ...source }
      const languages = new Set([...(source?.languages ?? []), ...(former?.languages ?? [])])
      for (const language of languages) yield* this.#edition(editionId(id, language))
    }
  }

  async *#edition(id: string): AsyncGenerator<HistoryItem> {
    const asks = [{ kind: 'edition', id } as const, { kind: 'editionText', id } as const]
    const [now, before] = [
      await this.#now<'edition' | 'editionText'>(asks),
      await this.#before<'edition' | 'editionText'>(asks),
    ]
    const [edition, text] = now as [Edition | undefined, string | undefined]
    if (edition && !(isSame(edition, before[0] as Edition | undefined) && text === before[1]))
      yield { type: 'edition', ...edition, ...(text !== undefined && { text }) }
  }

  #now<K extends QueryKind>(questions: readonly QueryOf<K>[]): Promise<readonly AnswerTo<K>[]> {
    return this.#askAt(this.number, questions)
  }

  #before<K extends QueryKind>(questions: readonly QueryOf<K>[]): Promise<readonly AnswerTo<K>[]> {
    return this.#askAt(this.number - 1, questions)
  }

  async #askAt<K extends QueryKind>(pin: number, questions: readonly QueryOf<K>[]): Promise<readonly AnswerTo<K>[]> {
    const asks = questions.map(question => ({ question, uncurated: true }))
    return (await this.store.read<K>(asks, { pin })).answers
  }
}

/** What is new of a statement when it is said. */
export function contentOf(statement: Statement): NewStatement {
  const { id, subject, property, value, qualifiers, asStated, language, edition, quote, valid, derived, supersedes } =
    statement
  return {
    ...{ id, subject, property, value, qualifiers, asStated, language, edition },
    ...(quote && { quote }),
    ...(valid !== undefined && { valid }),
    ...(derived !== undefined && { derived }),
    ...(supersedes !== undefined && { supersedes }),
  }
}

function contentOfConflict({ id, kind, subjects, property, statements }: ConflictContent): ConflictContent {
  return { id, kind, subjects, property, statements }
}

/** Consecutive changes of one kind. */
function byKind(changes: readonly Change[]): readonly (readonly [ChangeKind, readonly string[]])[] {
  const runs = new Map<ChangeKind, string[]>()
  for (const { kind, id } of changes) {
    const run = runs.get(kind)
    if (run) run.push(id)
    else runs.set(kind, [id])
  }
  return [...runs]
}

function idsOf(changes: readonly Change[], kind: ChangeKind): readonly string[] {
  return changes.filter(change => change.kind === kind).map(({ id }) => id)
}

function present<Item>(items: readonly (Item | undefined)[]): readonly Item[] {
  return items.filter(item => item !== undefined)
}

/** Whether two records have equal members, in any order. */
function isSame(a: object, b: object | undefined): boolean {
  const text = (record: object) => JSON.stringify(Object.entries(record).sort(([x], [y]) => (x < y ? -1 : 1)))
  return b !== undefined && text(a) === text(b)
}
