import type { QualifierDeclaration } from '../ontology/declaration.js'
import type { EntityType, Property } from '../ontology/ontology.js'
import type { Highlight } from './highlight.js'
import type { EntityMatch } from './match-entity-names.js'
import type { MatchReason } from './match-name.js'

/** An entity that was found. */
export interface SearchHit {
  readonly id: string
  readonly type: EntityType
  readonly match: EntityMatch
  /** What the parts of the query match; absent if the whole query matches the name, code or id of `match`. */
  readonly facts?: readonly FactMatch[]
}

/** What of an entity a part of the query matches. */
export interface FactMatch {
  /** The parts of the query, as the user wrote them. */
  readonly words: readonly string[]
  /** Absent if the words are the type of the entity. */
  readonly property: Property | undefined
  /** The qualifier that holds the text: `title`. */
  readonly qualifier: QualifierDeclaration | undefined
  /** The entity that the words name, if not the found one itself: its operator, the region above its region. */
  readonly linked: { readonly id: string; readonly steps: number } | undefined
  /** The id of the statement; absent if the words are the type of the entity. */
  readonly statement: string | undefined
  /** The words are in the quote and not in the value. */
  readonly isQuote: boolean
  readonly text: string
  /** BCP 47; `zxx`, no language, of a code. */
  readonly language: string
  readonly highlights: readonly Highlight[]
  readonly reason: MatchReason
  /** How much the match says, 0 to 1. */
  readonly weight: number
}
