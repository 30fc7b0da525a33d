import type { Statement } from '../../model/statement.js'
import type { ResolvedProperty } from '../../resolution/resolve.js'

/** What a view has made of an entity so far. A revision cache keeps it with the entity, for all requests with that view. */
export interface EntityMemo {
  seen: ReadonlyMap<string, readonly Statement[]> | undefined
  readonly resolved: Map<string, ResolvedProperty>
  /** By the language asked for. */
  readonly labels: Map<string | undefined, string>
}

export function newMemo(): EntityMemo {
  return { seen: undefined, resolved: new Map(), labels: new Map() }
}
