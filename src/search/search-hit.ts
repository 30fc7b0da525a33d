import type { EntityType } from '../ontology/ontology.js'
import type { EntityMatch } from './match-entity-names.js'

/** An entity that was found. */
export interface SearchHit {
  readonly id: string
  readonly type: EntityType
  readonly match: EntityMatch
}
