import { LRUCache } from 'lru-cache'
import type { Change } from '../../model/change.js'
import type { EntityRecord } from '../../model/entity.js'
import type { Revision } from '../../model/revision.js'
import type { CitedEdition } from '../../model/source.js'
import type { Statement } from '../../model/statement.js'
import type { Ontology } from '../../ontology/ontology.js'
import { sourceIdOf } from '../../resolution/cited-edition.js'
import type { PinnedQuery, QueryKind } from '../../store/store.js'
import { bytesOfStatements } from './cache-size.js'
import type { RevisionView } from './cache-view.js'
import { CachedEntity } from './cached-entity.js'

/** What is asked again and again in the same words, and kept until anything changes. */
export const cacheableKinds: ReadonlySet<QueryKind> = new Set<QueryKind>([
  'statementsByCode',
  'statementsBySearchKeys',
  'links',
])

const nearlyFull = 0.9

interface CachedAnswer {
  readonly since: number
  readonly value: unknown
  readonly bytes: number
}

/** A part of the budget of memory, in which several revisions may keep what was read of them. */
export class CacheRoom {
  readonly entities: LRUCache<string, CachedEntity>
  readonly answers: LRUCache<string, CachedAnswer>
  readonly derived: LRUCache<string, CachedAnswer>

  constructor(maxBytes: number) {
    this.entities = cacheOf(maxBytes * 0.7)
    this.answers = cacheOf(maxBytes * 0.1)
    this.derived = cacheOf(maxBytes * 0.2)
  }
}

function cacheOf<Value extends { readonly bytes: number }>(maxBytes: number): LRUCache<string, Value> {
  return new LRUCache<string, Value>({
    maxSize: Math.max(1, Math.floor(maxBytes)),
    sizeCalculation: ({ bytes }) => bytes,
  })
}

/** What is kept, true of every revision from that of each part up to `revision`. */
export class KeptRevision<Read extends Pick<Revision, 'number'> = Pick<Revision, 'number'>> {
  readonly #citedEditions = new Map<string, CitedEdition>()
  /** Editions that were cited, whether the store knows them or not. */
  readonly #editions = new Set<string>()
  readonly #sources = new Set<string>()
  /** How often something came in. */
  #arrivals = 0
  /** The size of the entities that came in. */
  #bytesOfEntities = 0

  constructor(
    public revision: Read,
    readonly room: CacheRoom,
    /** Begins the keys in the room: of several revisions in one room, each has its own. */
    readonly prefix: string,
    readonly mostEditions: number,
  ) {}

  viewAt(revision: number, numberOf: (view: string) => number): RevisionView {
    const { room, prefix } = this
    const { entities, answers, derived } = room
    const citedEditions = this.#citedEditions
    const isSame = () => this.revision.number === revision
    const hasRoom = () => this.#hasRoom
    return {
      numberOf,
      get hasRoom() {
        return hasRoom()
      },
      entity: id => {
        const found = entities.peek(prefix + id)
        if (!found) return undefined
        this.#touch(prefix + id, found)
        return found.isRead && found.since <= revision ? found : undefined
      },
      incomingStatements: (id, property) => entities.get(prefix + id)?.incomingStatements(property, revision),
      answer: question => {
        const found = answers.get(prefix + question)
        if (found) return found.since <= revision ? found.value : undefined
        return isSame() ? derived.get(prefix + question)?.value : undefined
      },
      citedEdition: edition => citedEditions.get(edition),
      derived: (view, name) => (isSame() ? derived.get(`${prefix}${view} ${name}`)?.value : undefined),
      keep: (asks, given, cited) => {
        if (isSame()) this.#keep(asks, given, cited)
      },
      keepDerived: (view, name, value, bytes) => {
        if (isSame())
          derived.set(`${prefix}${view} ${name}`, { since: revision, value, bytes: bytes + 2 * name.length + 100 })
      },
    }
  }

  /** Beside other revisions there is room for one until it has filled the room by itself: what is kept of others goes first. */
  get #hasRoom(): boolean {
    const { calculatedSize, maxSize } = this.room.entities
    return Math.min(calculatedSize, this.#bytesOfEntities) < maxSize * nearlyFull
  }

  /** Who was used last matters only between two that come in: until then, once is as good as often. */
  #touch(key: string, entity: CachedEntity): void {
    if (entity.usedAt === this.#arrivals) return
    entity.usedAt = this.#arrivals
    this.room.entities.get(key)
  }

  #keep(asks: readonly PinnedQuery[], answers: readonly unknown[], citedEditions: readonly CitedEdition[]): void {
    const { room, prefix } = this
    const since = this.revision.number
    const keyOf = (question: PinnedQuery['question']) => prefix + JSON.stringify(question)
    this.#arrivals += 1
    for (const citedEdition of citedEditions) this.#citedEditions.set(citedEdition.edition.id, citedEdition)
    for (const [i, { question }] of asks.entries()) {
      if (question.kind === 'entity') {
        if (!question.properties) this.#keepEntity(question.id, answers[i] as EntityRecord | undefined)
      } else if (question.kind === 'incomingStatements')
        this.#keepLinks(question.id, question.property, answers[i] as readonly Statement[])
      else if (question.kind === 'entities') {
        const ids = answers[i] as readonly string[]
        room.answers.set(keyOf(question), {
          since,
          value: ids,
          bytes: 200 + ids.reduce((sum, id) => sum + 24 + id.length, 0),
        })
      } else if (cacheableKinds.has(question.kind)) {
        const value = answers[i]
        room.derived.set(keyOf(question), { since, value, bytes: 200 + 4 * JSON.stringify(value).length })
      }
    }
  }

  #noteEditions(statements: readonly Statement[]): void {
    for (const { edition } of statements) {
      if (this.#editions.has(edition)) continue
      this.#editions.add(edition)
      this.#sources.add(sourceIdOf(edition))
    }
  }

  #keepEntity(id: string, record: EntityRecord | undefined): void {
    if (record) this.#noteEditions(record.statements)
    const since = this.revision.number
    const before = this.room.entities.peek(this.prefix + id)
    this.#set(id, before, before?.withRecord(record, since) ?? CachedEntity.read(record, since))
  }

  #keepLinks(id: string, property: string, statements: readonly Statement[]): void {
    this.#noteEditions(statements)
    const before = this.room.entities.peek(this.prefix + id)
    const entity = before ?? CachedEntity.unread()
    const bytes = bytesOfStatements(statements)
    this.#set(id, before, entity.withLinks(property, statements, this.revision.number, bytes))
  }

  #set(id: string, before: CachedEntity | undefined, entity: CachedEntity): void {
    this.#bytesOfEntities += entity.bytes - (before?.bytes ?? 0)
    this.room.entities.set(this.prefix + id, entity)
  }

  /** Editions are few beside what they state, so they are not counted; where they are not, it is begun again. */
  get isFull(): boolean {
    return this.#editions.size > this.mostEditions
  }

  /** Whether a source is described otherwise that weighs in what was resolved: then nothing of it may stay. */
  cites({ kind, id }: Change): boolean {
    return kind === 'SOURCE_CHANGED' && this.#sources.has(id)
  }

  goOn(revision: Read, changes: readonly Change[], ontology: Ontology): void {
    const { entities, answers, derived } = this.room
    const types = new Set<string>()
    for (const change of changes)
      for (const id of change.entities) {
        entities.delete(id)
        const type = ontology.findTypeOfId(id)
        if (type) types.add(type.name)
      }
    for (const question of [...answers.keys()])
      if (types.has((JSON.parse(question) as { type: string }).type)) answers.delete(question)
    derived.clear()
    this.revision = revision
  }
}
