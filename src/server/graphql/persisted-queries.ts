import { createHash } from 'node:crypto'
import { InMemoryLRUCache, type KeyValueCache } from '@apollo/utils.keyvaluecache'
import { GraphQLError } from 'graphql'
import type { AnyErrorCode } from '../../model/error.js'
import { OperationRefused } from './prepare-operation.js'

/** The documents that clients name by their hash after they sent them once (Apollo’s automatic persisted queries). */
export interface PersistedQueries {
  readonly cache: KeyValueCache
  /** In seconds. */
  readonly ttl: number
  /** The text of a document over WebSocket, which Apollo does not look up. Throws OperationRefused. */
  find(asked: { readonly query?: unknown; readonly extensions?: unknown }): Promise<string>
}

export function createPersistedQueries(): PersistedQueries {
  // Any client may add a document, so the least recently used ones are evicted.
  const cache = new InMemoryLRUCache({ maxSize: maxBytes })
  return {
    cache,
    ttl: ttlSeconds,
    async find({ query, extensions }) {
      const text = typeof query === 'string' ? query : ''
      const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: { readonly [key: string]: unknown } }
      if (!persistedQuery) {
        if (text === '') throw refused('The message has no `query`.', 'BAD_REQUEST')
        return text
      }
      const { version, sha256Hash } = persistedQuery
      if (version !== 1) throw refused('Unsupported version of persistedQuery: use 1.', 'BAD_REQUEST')
      if (text === '') {
        const known = await cache.get(`${apolloPrefix}${String(sha256Hash)}`)
        if (known === undefined) throw refused('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND')
        return known
      }
      if (createHash('sha256').update(text).digest('hex') !== sha256Hash)
        throw refused('The sha256Hash is not the hash of the query.', 'BAD_REQUEST')
      await cache.set(`${apolloPrefix}${sha256Hash}`, text, { ttl: ttlSeconds })
      return text
    },
  }
}

const maxBytes = 8 * 1024 * 1024
const ttlSeconds = 24 * 60 * 60
/** Prefix of Apollo's keys. */
const apolloPrefix = 'apq:'

function refused(message: string, code: AnyErrorCode): OperationRefused {
  return new OperationRefused([new GraphQLError(message, { extensions: { code } })], 400)
}
