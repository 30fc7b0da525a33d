import { createHash } from 'node:crypto'
import type { Release } from './release.js'
import type { Trust } from './trust.js'

/** A point of view: when facts hold, when they were known, which sources win. */
export interface View {
  /** EDTF: what held in the world then. */
  readonly validAt: string
  /** `validAt` is the present day because the reader named none. */
  readonly isToday?: boolean
  /** BCP 47, of labels and explanations; absent: the order of `trust.languages`, then any. */
  readonly language?: string
  /** RFC 3339; absent: all that the read revision holds. */
  readonly knownAt?: string
  readonly trust: Trust
  /** The release that is read, if any: it fixes what was known, and which sources win. */
  readonly release?: Release
}

/** A short hash of a view: the same for equal views and, on every day, for views that name no day. */
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
