import { isDeepStrictEqual } from 'node:util'
import type { Conflict } from '../model/conflict.js'
import type { EntityRecord } from '../model/entity.js'
import type { Statement } from '../model/statement.js'
import { type View, viewKeyOf } from '../model/view.js'
import type { PropertyDeclaration } from '../ontology/declaration.js'
import type { EntityType, Ontology } from '../ontology/ontology.js'
import { rowLayoutOf } from '../ontology/row-layout.js'
import type { CitedEditions } from '../resolution/cited-edition.js'
import { defaultTrust } from '../resolution/default-trust.js'
import { isVisible } from '../resolution/is-visible.js'
import { chooseLabel } from '../resolution/label.js'
import { type ResolvedProperty, resolve } from '../resolution/resolve.js'
import type { RowAnswer, RowQuestion } from '../store/rows/resolved-rows.js'
import type { AnswerTo, QueryKind, QueryOf } from '../store/store.js'
import type { TextValue } from '../values/value.js'
import type { RevisionView } from './cache/cache-view.js'
import { type EntityMemo, newMemo } from './cache/entity-memo.js'
import { cacheableKinds } from './cache/kept-revision.js'
import { all, chain, type MaybePromise } from './maybe-promise.js'
import type { RequestStore } from './request-store.js'

/**
 * The graph as one view of one request sees it. What the revision cache keeps is answered at once, all else by the store.
 */
export class ViewReader {
  readonly #entities = new Map<string, Promise<EntityView>>()
  /** Who states a statement, as known in this view. */
  readonly citedEditions: CitedEditions
  /** The view sees all that the request's revision knows. */
  readonly isOfNewest: boolean
  #read: RevisionView | undefined
  #viewNumber = 0
  #viewKey: string | undefined
  #hasRows: boolean | undefined

  constructor(
    readonly view: View,
    readonly ontology: Ontology,
    readonly store: RequestStore,
  ) {
    const { knownAt } = view
    this.isOfNewest =
      knownAt === undefined || (store.cache !== undefined && store.cache.asKnownAt(knownAt) === store.cache)
    this.citedEditions = store.citedEditions(this.#knownAt)
  }

  /** The instant up to which statements are seen, if the request's revision is a later one. */
  get #knownAt(): string | undefined {
    return this.isOfNewest ? undefined : this.view.knownAt
  }

  /** What is kept of the revision that the view sees; of the past once the store has said which revision that is. */
  get #cache(): RevisionView | undefined {
    if (this.#read) return this.#read
    const { cache } = this.store
    const knownAt = this.#knownAt
    const kept = knownAt === undefined ? cache : cache?.asKnownAt(knownAt)
    if (!kept) return undefined
    this.#read = kept
    this.#viewNumber = kept.numberOf(JSON.stringify({ ...this.view, knownAt: undefined }))
    return kept
  }

  /** Tells this view from others, for clients that keep several in one cache. */
  get viewKey(): string {
    this.#viewKey ??= viewKeyOf(this.view)
    return this.#viewKey
  }

  /** Whether the rows of what holds are of this view. */
  get hasRows(): boolean {
    this.#hasRows ??= this.store.askRows !== undefined && this.isOfNewest && isViewOfRows(this.view)
    return this.#hasRows
  }

  /** Asks the rows of what holds. Undefined where they are not of this view, nor of this revision. */
  askRows<Answer extends RowAnswer>(question: RowQuestion): Promise<Answer | undefined> | undefined {
    if (!this.hasRows) return undefined
    const asked = this.store.askRows?.(question, rowLayoutOf(this.ontology).version, this.view.validAt)
    return asked as Promise<Answer | undefined> | undefined
  }

  /** Asks the store, as known in this view. */
  ask<K extends QueryKind>(question: QueryOf<K>): Promise<AnswerTo<K>> {
    const kept = cacheableKinds.has(question.kind) && this.#cache?.answer(JSON.stringify(question))
    if (kept) return Promise.resolve(kept as AnswerTo<K>)
    return this.store.ask(question, this.#knownAt)
  }

  /** Absent where no statement in the view describes it. Answers to former ids as well. */
  findEntity(id: string): MaybePromise<EntityView | undefined> {
    const kept = this.#kept(id)
    if (kept) return kept.isDescribed ? kept : undefined
    if (!this.ontology.findTypeOfId(id)) return undefined
    return chain(this.getEntity(id), described)
  }

  /** For where an entity must stand: one that the view does not describe is there with its id alone. */
  getEntity(id: string): MaybePromise<EntityView> {
    const kept = this.#kept(id)
    if (kept) return kept
    const known = this.#entities.get(id)
    if (known) return known
    const entity = this.ask<'entity'>({ kind: 'entity', id }).then(record => {
      const type = this.typeOf(id)
      return new EntityView(record ?? nobody(id, type), type, this)
    })
    this.#entities.set(id, entity)
    return entity
  }

  #kept(id: string): EntityView | undefined {
    const kept = this.#cache?.entity(id)
    if (!kept) return undefined
    const type = this.typeOf(id)
    return new EntityView(kept.record ?? nobody(id, type), type, this, kept.memoOf(this.#viewNumber))
  }

  /** The described ones, in the order of the ids. */
  findEntities(ids: readonly string[]): MaybePromise<readonly EntityView[]> {
    return chain(all(ids.map(id => this.findEntity(id))), entities =>
      entities.filter((entity): entity is EntityView => entity !== undefined),
    )
  }

  /**
   * As `findEntities`, for who looks at these properties alone: where nothing has room for what is read, no others are
   * read. Of a long list not all at once.
   */
  async findPartial(ids: readonly string[], properties: readonly string[]): Promise<readonly EntityView[]> {
    if (this.#cache?.hasRoom) return this.findEntities(ids)
    const found: EntityView[] = []
    for (let from = 0; from < ids.length; from += readAtOnce) {
      const some = ids.slice(from, from + readAtOnce).map(id => this.#findPartialOne(id, properties))
      for (const entity of await all(some)) if (entity) found.push(entity)
    }
    return found
  }

  #findPartialOne(id: string, properties: readonly string[]): MaybePromise<EntityView | undefined> {
    const kept = this.#kept(id)
    if (kept) return described(kept)
    const known = this.#entities.get(id)
    if (known) return known.then(described)
    return this.ask<'entity'>({ kind: 'entity', id, properties }).then(record => {
      const partial = record && new PartialEntity(record, this.typeOf(id), this, properties)
      // What the view sees of it may be other properties.
      return partial?.isDescribed ? partial : this.findEntity(id)
    })
  }

  /** Standing statements with this property whose value is that entity. */
  incomingStatements(id: string, property: string): MaybePromise<readonly Statement[]> {
    return (
      this.#cache?.incomingStatements(id, property) ??
      this.ask<'incomingStatements'>({ kind: 'incomingStatements', id, property })
    )
  }

  /** Ids of entities of a type, as the store lists them. */
  listIds(question: QueryOf<'entities'>): MaybePromise<readonly string[]> {
    const kept = this.#cache?.answer(JSON.stringify(question))
    return (kept as readonly string[] | undefined) ?? this.ask<'entities'>(question)
  }

  /**
   * What is computed of the graph under this name, once for all requests that see the same revision in the same view.
   * It holds no entity of this request, only ids and statements; `bytes` says about how much memory it takes.
   */
  derive<T extends object>(name: string, compute: () => MaybePromise<T>, bytes: (value: T) => number): MaybePromise<T> {
    return this.deriveFound(name, compute, bytes) as MaybePromise<T>
  }

  /** As `derive`, of what may not be found: that is asked again. */
  deriveFound<T extends object>(
    name: string,
    compute: () => MaybePromise<T | undefined>,
    bytes: (value: T) => number,
  ): MaybePromise<T | undefined> {
    const kept = this.#cache?.derived(this.#viewNumber, name)
    if (kept !== undefined) return kept as T
    return chain(compute(), value => {
      if (value) this.#cache?.keepDerived(this.#viewNumber, name, value, bytes(value))
      return value
    })
  }

  /** Of an id that is of some type. */
  typeOf(id: string): EntityType {
    const type = this.ontology.findTypeOfId(id)
    if (!type) throw new Error(`${id} is the id of no entity type.`)
    return type
  }
}

/** Rows are of the default trust and of one day. */
function isViewOfRows({ validAt, trust, release }: View): boolean {
  const { languages, sources, others, minConfidence } = trust
  return (
    release === undefined &&
    /^\d{4}-\d\d-\d\d$/.test(validAt) &&
    isDeepStrictEqual({ languages, sources, others, minConfidence }, defaultTrust)
  )
}

const readAtOnce = 1_000

function described(entity: EntityView): EntityView | undefined {
  return entity.isDescribed ? entity : undefined
}

function nobody(id: string, type: EntityType) {
  return { id, type: type.name, formerIds: [], statements: [], conflicts: [] }
}

const nothing: readonly Statement[] = []
const labelsKept = 4

/** An entity as one view sees it: of what was said of it, what the view sees, and which of that counts. */
export class EntityView {
  // Made for each request and each place in an answer, so it must be small: private methods would be stored in every instance.
  constructor(
    readonly record: EntityRecord,
    readonly type: EntityType,
    readonly reader: ViewReader,
    readonly memo: EntityMemo = newMemo(),
  ) {}

  get id(): string {
    return this.record.id
  }

  /** An entity that no statement in the view describes is not there in it. */
  get isDescribed(): boolean {
    return seenIn(this).size > 0
  }

  /** The statements about it that the view sees, of one property or of all. */
  seen(property?: string): readonly Statement[] {
    const byProperty = seenIn(this)
    return property === undefined ? [...byProperty.values()].flat() : (byProperty.get(property) ?? nothing)
  }

  /** What the view takes of a property: the chosen statement, all that count, the rule, what it was chosen over. */
  resolve(property: PropertyDeclaration): ResolvedProperty {
    const known = this.memo.resolved.get(property.id)
    if (known) return known
    const { view, citedEditions } = this.reader
    const resolved = resolve(this.seen(property.id), {
      view,
      citedEditions,
      conflicts: this.record.conflicts,
      property,
    })
    this.memo.resolved.set(property.id, resolved)
    return resolved
  }

  /** By the property's id or the name of its field; a name that the type does not have gives none. */
  resolveNamed(name: string): ResolvedProperty | undefined {
    const property = this.type.findProperty(name)
    return property && this.resolve(property)
  }

  /** Its name in that language, else by the view's language order, else any; its id where it has none. */
  label(language?: string): string {
    const wanted = language ?? this.reader.view.language
    const known = this.memo.labels.get(wanted)
    if (known !== undefined) return known
    const label = nameOf(this, wanted)?.text ?? this.id
    // Tags are as many as clients like.
    if (this.memo.labels.size < labelsKept) this.memo.labels.set(wanted, label)
    return label
  }

  /** The language of that name; undefined if no source names it. */
  labelLanguage(language?: string): string | undefined {
    return nameOf(this, language ?? this.reader.view.language)?.language
  }

  /** Conflicts of which the view sees more than one statement: with one side only there is nothing to disagree on. */
  conflicts(): readonly Conflict[] {
    if (this.record.conflicts.length === 0) return this.record.conflicts
    const seen = new Set(this.seen().map(statement => statement.id))
    return this.record.conflicts.filter(
      ({ kind, statements }) => statements.filter(id => seen.has(id)).length > (kind === 'IDENTITY' ? 0 : 1),
    )
  }

  /** Those of `conflicts` that were neither decided nor dismissed. */
  openConflicts(): readonly Conflict[] {
    return this.conflicts().filter(({ status }) => status === 'OPEN')
  }
}

/** An entity of which some properties alone were read, for who looks at no others. */
export class PartialEntity extends EntityView {
  constructor(
    record: EntityRecord,
    type: EntityType,
    reader: ViewReader,
    readonly properties: readonly string[],
  ) {
    super(record, type, reader)
  }

  override seen(property?: string): readonly Statement[] {
    if (property === undefined || !this.properties.includes(property))
      throw new Error(`Of ${this.id} only ${this.properties.join(', ')} was read, not ${property ?? 'all'}.`)
    return super.seen(property)
  }
}

function seenIn({ memo, record, reader }: EntityView): ReadonlyMap<string, readonly Statement[]> {
  memo.seen ??= groupSeen(record, reader)
  return memo.seen
}

function groupSeen(
  { statements }: EntityRecord,
  { view, citedEditions }: ViewReader,
): ReadonlyMap<string, readonly Statement[]> {
  const byProperty = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (!isVisible(view, statement, citedEditions(statement.edition))) continue
    const group = byProperty.get(statement.property)
    if (group) group.push(statement)
    else byProperty.set(statement.property, [statement])
  }
  return byProperty
}

function nameOf(entity: EntityView, language: string | undefined): TextValue | undefined {
  const { view, citedEditions } = entity.reader
  const names = entity.resolveNamed('name')?.counted ?? nothing
  return chooseLabel(names, { language, preferred: view.trust.languages, citedEditions })
}
