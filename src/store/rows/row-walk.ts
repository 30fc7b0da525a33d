/** A walk along the links of rows, from one entity to another. */
export interface RowWalk {
  readonly kind: 'walk'
  readonly from: string
  readonly to: string
  readonly maxHops: number
  /** Links of these properties are followed, in both directions. */
  readonly properties: readonly string[]
  readonly minConfidence: number
  /** Only the shortest paths are wanted; an engine may find the others as well. */
  readonly onlyShortest: boolean
}

/** A link that a walk came by. */
export interface WalkedLink {
  readonly property: string
  readonly from: string
  readonly to: string
  readonly statement: string
}

/** Links that one walk reads. Beyond that the statements are walked, which go past entities with very many links. */
export const maxWalkedLinks = 2_000

/**
 * Walks from both ends, level by level, until every link that a path of at most `maxHops` can have is known. The caller reads the
 * links of each level.
 */
export class TwoEndedWalk {
  readonly links = new Map<string, WalkedLink>()
  readonly #ends: readonly [End, End]

  constructor(readonly walk: RowWalk) {
    const { from, to } = walk
    this.#ends = [
      { level: [from], seen: new Set([from, to]) },
      { level: [to], seen: new Set([from, to]) },
    ]
  }

  /** The entities whose links are to be read next, until there are none. */
  *levels(): Generator<readonly string[], void, readonly WalkedLink[]> {
    const [near, far] = this.#ends
    for (let hops = 0; hops < this.walk.maxHops; hops++) {
      const end = near.level.length <= far.level.length ? near : far
      // No path leads further.
      if (end.level.length === 0) return
      const read = yield end.level
      const level = new Set(end.level)
      const next = new Set<string>()
      for (const link of read) {
        this.links.set(JSON.stringify([link.from, link.property, link.to, link.statement]), link)
        for (const [one, other] of [
          [link.from, link.to],
          [link.to, link.from],
        ] as const)
          if (level.has(one) && !end.seen.has(other)) next.add(other)
      }
      for (const id of next) end.seen.add(id)
      end.level = [...next]
    }
  }
}

interface End {
  level: readonly string[]
  readonly seen: Set<string>
}
