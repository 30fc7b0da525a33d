/** A column of an entity's row: a property of its node in Neo4j, a column in snake case of its table in SQLite. */
export interface Column {
  /** camelCase. */
  readonly name: string
  readonly kind: 'text' | 'number' | 'integer' | 'texts'
  readonly description: string
  /** A code or a whole that lists are filtered by. */
  readonly isIndexed?: boolean
  /** The program compares by it; it is not for people, and may change with every version. */
  readonly isKey?: boolean
}
