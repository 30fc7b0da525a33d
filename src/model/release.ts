import type { Trust } from './trust.js'

/** A state of the graph that can be read again by name, and is then the same for ever. */
export interface Release {
  /** `release/2026-spring`, from its title. */
  readonly id: string
  readonly title: string
  /** When it was published: RFC 3339, UTC. */
  readonly at: string
  /** The instant of the revision that it shows. */
  readonly knownAt: string
  /** EDTF: the day as of which it is read where a view does not say. */
  readonly validAt: string
  /** Whose word wins in it. */
  readonly trust: Trust
  /** How many statements stand in it. */
  readonly statementCount: number
  /** Of what stands in it, hex: see `hashContent`. */
  readonly sha256: string
}
