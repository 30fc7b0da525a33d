import type { EntityType, Ontology } from '../ontology/ontology.js'
import type { LinkEnd } from '../store/store.js'
import type { ViewReader } from '../views/view-reader.js'
import type { WalkWish } from './hop.js'

/**
 * The stored links around some entities, read by id as far as a walk needs them and up to a limit. Whether a link
 * counts in the view is known only after its subject has been read whole, and that read is saved for entities on a
 * path. Links are read in the order of ids, so that every engine cuts a walk at the same place.
 */
export class StatedLinks {
  /** Whether the limits were reached. */
  isTruncated = false
  readonly #streams = new Map<string, readonly Stream[]>()
  readonly #links = new Map<EntityType, readonly StreamOfType[]>()
  readonly #linked = new Map<string, Set<string>>()
  #count = 0

  constructor(
    readonly reader: ViewReader,
    readonly wish: WalkWish,
    readonly limits: WalkLimits = defaultWalkLimits,
  ) {}

  /** Neighbours of the entity by the links read so far, in no order. */
  around(id: string): ReadonlySet<string> {
    return this.#linked.get(id) ?? nobody
  }

  /** Whether all links of the entity have been read. */
  isWhole(id: string): boolean {
    return this.#streams.get(id)?.every(({ isAtEnd }) => isAtEnd) ?? false
  }

  /** Reads the links of entities: all if they are few, else the first page of each property. */
  async read(ids: readonly string[]): Promise<void> {
    const unread = ids.filter(id => !this.#streams.has(id))
    for (let start = 0; start < unread.length; start += entitiesAtOnce) {
      const room = this.#count < this.limits.links ? this.limits.entities - this.#streams.size : 0
      const some = unread.slice(start, start + Math.min(entitiesAtOnce, room))
      for (const id of some) this.#streams.set(id, this.#streamsOf(id))
      await this.#readPages(this.#open(some), this.limits.page)
      if (some.length < Math.min(entitiesAtOnce, unread.length - start)) {
        this.isTruncated = true
        return
      }
    }
  }

  /** Reads a further, larger page of links of incomplete entities in one call. Returns false if a limit is reached. */
  async readOn(ids: readonly string[]): Promise<boolean> {
    const open = this.#open(ids)
    const wanted = Math.min(largestPage, growth * Math.min(...open.map(({ entities }) => entities.length + 1)))
    const limit = Math.min(wanted, Math.floor((this.limits.links - this.#count) / open.length))
    if (limit >= 1) await this.#readPages(open, limit)
    else this.isTruncated = true
    return limit >= 1
  }

  /** The neighbours of an entity, by id, each once. Reads on as far as the caller iterates. */
  async *inOrder(id: string): AsyncGenerator<string> {
    await this.read([id])
    const given = new Set<string>()
    for (;;) {
      const streams = this.#streams.get(id) ?? []
      // After a stream that was cut, an unread neighbour may have a smaller id.
      const ends = streams.filter(({ isAtEnd }) => !isAtEnd).map(({ last }) => last?.entity ?? '')
      const safe = ends.sort()[0]
      const known = [...new Set(streams.flatMap(({ entities }) => entities))].sort()
      for (const entity of known) {
        if (given.has(entity) || (safe !== undefined && entity > safe)) continue
        given.add(entity)
        yield entity
      }
      if (safe === undefined || !(await this.readOn([id]))) return
    }
  }

  #open(ids: readonly string[]): readonly Stream[] {
    return ids.flatMap(id => this.#streams.get(id) ?? []).filter(({ isAtEnd }) => !isAtEnd)
  }

  async #readPages(open: readonly Stream[], limit: number): Promise<void> {
    const pages = await Promise.all(open.map(stream => this.#readPage(stream, limit)))
    for (const [i, page] of pages.entries()) this.#keep(open[i] as Stream, page, limit)
  }

  #readPage({ id, property, isInward, last }: Stream, limit: number): Promise<readonly LinkEnd[]> {
    const { minConfidence } = this
    return this.reader.ask<'links'>({
      kind: 'links',
      id,
      property,
      isInward,
      limit,
      minConfidence,
      ...(last && { after: last }),
    })
  }

  #keep(stream: Stream, page: readonly LinkEnd[], limit: number): void {
    this.#count += page.length
    stream.last = page.at(-1) ?? stream.last
    stream.isAtEnd = page.length < limit
    for (const { entity } of page) {
      if (!this.reader.ontology.findTypeOfId(entity)) continue
      stream.entities.push(entity)
      this.#join(stream.id, entity)
      this.#join(entity, stream.id)
    }
  }

  #join(id: string, other: string): void {
    const known = this.#linked.get(id)
    if (known) known.add(other)
    else this.#linked.set(id, new Set([other]))
  }

  get minConfidence(): number {
    return Math.max(this.wish.minConfidence, this.reader.view.trust.minConfidence)
  }

  /** One stream for each property and direction by which an entity of the type may be linked. */
  #streamsOf(id: string): readonly Stream[] {
    const type = this.reader.ontology.findTypeOfId(id)
    if (!type) return []
    const links = this.#links.get(type) ?? linksAt(type, this.reader.ontology, this.wish)
    this.#links.set(type, links)
    return links.map(link => ({ id, ...link, entities: [], last: undefined, isAtEnd: false }))
  }
}

/** The links of a type, in both directions, that may be walked. */
function linksAt(type: EntityType, ontology: Ontology, { links }: WalkWish): readonly StreamOfType[] {
  const outward = type.properties.flatMap(({ id, value }) => (value.kind === 'entity' ? [id] : []))
  const inward = ontology.types.flatMap(({ properties }) =>
    properties.flatMap(({ id, value }) =>
      value.kind === 'entity' && ontology.typesOf(value.to).includes(type) ? [id] : [],
    ),
  )
  const wanted = (properties: readonly string[], isInward: boolean) =>
    [...new Set(properties)]
      .filter(property => links === undefined || links.includes(property))
      .map(property => ({ property, isInward }))
  return [...wanted(outward, false), ...wanted(inward, true)]
}

/** Limits of one walk. Beyond them the result is truncated. */
export interface WalkLimits {
  /** Entities whose links are read. */
  readonly entities: number
  /** Number of links that are read; the first pages of the last entities may exceed it. */
  readonly links: number
  /** Links in the first page of a property of an entity. */
  readonly page: number
}

/** Most entities have fewer links of a property than such a page. */
const defaultWalkLimits: WalkLimits = { entities: 2_000, links: 20_000, page: 32 }

interface StreamOfType {
  readonly property: string
  readonly isInward: boolean
}

/** The links of one property of an entity, in one direction. */
interface Stream extends StreamOfType {
  readonly id: string
  /** At the other ends, by id. */
  readonly entities: string[]
  last: LinkEnd | undefined
  isAtEnd: boolean
}

const nobody: ReadonlySet<string> = new Set()
const largestPage = 5_000
const growth = 16
const entitiesAtOnce = 500
