export const changeKinds = [
  'ENTITY_ADDED',
  'STATEMENT_ADDED',
  'STATEMENT_RETRACTED',
  'MERGED',
  'SPLIT',
  'CONFLICT_OPENED',
  'CONFLICT_DECIDED',
] as const
export type ChangeKind = (typeof changeKinds)[number]
