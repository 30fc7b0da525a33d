import type { EntityType } from '../../ontology/ontology.js'
import type { SearchHit } from '../search-hit.js'
import type { SearchQuery } from '../search-query.js'

/** A part of a query that means one thing: a name, a type of entity, a title, or just a word. */
export interface Term {
  /** As the user wrote the part. */
  readonly text: string
  readonly query: SearchQuery
  /** What the words are also called. */
  readonly equivalents: readonly SearchQuery[]
  readonly types: readonly EntityType[]
  /** The terms that the part may fall into, if the part as a whole means nothing. */
  readonly parts: readonly Term[]
}

/** A term with the entities that go by it. */
export interface KnownTerm extends Term {
  /** The best match of each entity, by its id. */
  readonly named: ReadonlyMap<string, SearchHit>
  readonly withTypos: boolean
}

export function queriesOf({ query, equivalents }: Term): readonly SearchQuery[] {
  return [query, ...equivalents]
}
