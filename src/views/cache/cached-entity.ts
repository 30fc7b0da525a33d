import type { EntityRecord } from '../../model/entity.js'
import type { Statement } from '../../model/statement.js'
import { bytesOfRecord } from './cache-size.js'
import { type EntityMemo, newMemo } from './entity-memo.js'

interface Links {
  readonly since: number
  readonly statements: readonly Statement[]
}

/** An entity as a revision cache keeps it: what stands about it, what points at it, and what each view made of that. */
export class CachedEntity {
  readonly #memos = new Map<number, EntityMemo>()
  /** The view that was asked for last, as nearly always, and what it made of it. */
  #lastView = -1
  #lastMemo: EntityMemo | undefined
  /** Up to which moment of the revision cache it is known to have been used. */
  usedAt = -1

  private constructor(
    /** Whether the entity itself was read; else only links to it are known. */
    readonly isRead: boolean,
    /** Absent where no statement is about it. */
    readonly record: EntityRecord | undefined,
    /** The revision that it was read as of; it has not changed since. */
    readonly since: number,
    readonly bytes: number,
    readonly links: ReadonlyMap<string, Links>,
  ) {}

  static unread(): CachedEntity {
    return new CachedEntity(false, undefined, 0, 100, new Map())
  }

  static read(record: EntityRecord | undefined, since: number): CachedEntity {
    return new CachedEntity(true, record, since, bytesOfRecord(record), new Map())
  }

  withRecord(record: EntityRecord | undefined, since: number): CachedEntity {
    return new CachedEntity(true, record, since, this.bytes + bytesOfRecord(record), this.links)
  }

  withLinks(property: string, statements: readonly Statement[], since: number, bytes: number): CachedEntity {
    const links = new Map(this.links).set(property, { since, statements })
    return new CachedEntity(this.isRead, this.record, this.since, this.bytes + bytes, links)
  }

  /** The statements with this property that point at it, where they are known as of that revision. */
  incomingStatements(property: string, revision: number): readonly Statement[] | undefined {
    const found = this.links.get(property)
    return found && found.since <= revision ? found.statements : undefined
  }

  /** What a view has made of the record so far. The views that were asked for last are kept. */
  memoOf(view: number): EntityMemo {
    if (this.#lastMemo && this.#lastView === view) return this.#lastMemo
    const memo = this.#memos.get(view) ?? this.#newMemo(view)
    this.#lastView = view
    this.#lastMemo = memo
    return memo
  }

  #newMemo(view: number): EntityMemo {
    const [oldest] = this.#memos.keys()
    if (this.#memos.size >= viewsKept && oldest !== undefined) this.#memos.delete(oldest)
    const memo = newMemo()
    this.#memos.set(view, memo)
    return memo
  }
}

const viewsKept = 4
