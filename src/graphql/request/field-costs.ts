/**
 * What fields cost that read much, however little is asked below them: as many fields that are only looked up. By
 * their place in the schema; `*` is any type.
 */
export const fieldCosts: Readonly<Record<string, number>> = {
  // They may look through all entities of a type, or all evidence.
  '*.aggregate': 200,
  'Query.*Connection': 50,
  '*.progress': 500,
  // They walk from entity to entity, each of which is read whole.
  'Query.paths': 1_000,
  'Query.neighbourhood': 200,
  'Query.search': 200,
  // It reads every statement of the entities in conflict.
  'Query.decisionEffect': 50,
  // It compares up to a thousand entities with those that their names lead to.
  'Query.candidates': 5_000,
  // It reads every statement of the properties that have bounds.
  'Query.constraintViolations': 500,
  '*.resolution': 5,
  // It reads two texts and every statement of theirs.
  'Edition.alignment': 500,
}

/** The cost of a field of `type` with that name and named type, beside the one that each field costs. */
export function costOfField(type: string, name: string, named: string): number {
  return (
    fieldCosts[`${type}.${name}`] ??
    fieldCosts[`*.${name}`] ??
    (named.endsWith('Connection') ? (fieldCosts[`${type}.*Connection`] ?? 0) : 0)
  )
}
