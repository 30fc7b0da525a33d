/** What somebody may do: read where reading is not open to all; change the graph, and read. */
export type Role = 'reader' | 'curator'

/** Who asks, as far as that is known. */
export interface Principal {
  /** The subject of its token; `curator` for the one token of a machine; `anonymous` for who shows none. */
  readonly id: string
  /** How it is known. */
  readonly kind: 'anonymous' | 'local' | 'jwt'
  readonly roles: readonly Role[]
}

export const anonymous: Principal = { id: 'anonymous', kind: 'anonymous', roles: [] }
