import type { Trust } from './trust.js'

/** A state of the graph that readers can ask for by name, and that never changes. */
export interface Release {
  /** `release/2026-spring`, made from the title. */
  readonly id: string
  readonly title: string
  /** Instant of publication: RFC 3339, UTC. */
  readonly at: string
  /** Instant of the revision that the release shows. */
  readonly knownAt: string
  /** EDTF: the day at which facts must hold if a view names no day. */
  readonly validAt: string
  /** Which sources win in the release. */
  readonly trust: Trust
  /** Number of its statements. */
  readonly statementCount: number
  /** SHA-256 of its content, hex: see `hashContent`. */
  readonly sha256: string
}
