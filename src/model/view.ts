import { createHash } from 'node:crypto'
import type { Release } from './release.js'
import type { Trust } from './trust.js'

/** A point of view: when facts hold, when they were known, which sources win. */
export interface View {
  /** EDTF date at which facts must hold. */
  readonly validAt: string
  /** `validAt` is the present day because the reader named none. */
  readonly isToday?: boolean
  /** BCP 47 language of labels and explanations. If absent: the order of `trust.languages`, then any language. */
  readonly language?: string
  /** RFC 3339 instant: later statements are not seen. If absent: every statement of the revision is seen. */
  readonly knownAt?: string
  readonly trust: Trust
  /** The release that the view reads, if any. The release fixes `knownAt` and `trust`. */
  readonly release?: Release
}

/** A short hash of a view. Equal views have the same hash; a view without a day keeps its hash from day to day. */
export function viewKeyOf({ validAt, isToday, knownAt, release, trust, language }: View): string {
  const { languages, sources, others, minConfidence } = trust
  const content = [
    isToday ? null : validAt,
    knownAt ?? null,
    release?.id ?? null,
    [languages, sources, others, minConfidence],
    language ?? null,
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest().subarray(0, 9).toString('base64url')
}
