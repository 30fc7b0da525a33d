import type { Store } from '../../src/store/store.js'

/** A store that tells of each call that reads from it. */
export function countCalls(store: Store, onCall: () => void): Store {
  return {
    description: store.description,
    writer: store.writer,
    read: (...asks) => {
      onCall()
      return store.read(...asks)
    },
    close: () => store.close(),
  }
}
