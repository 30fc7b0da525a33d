import type { ApolloServerPlugin } from '@apollo/server'
import type { Snapshot } from '../reading/snapshot.js'

/** Whoever has changed something sees it in the next answer. */
export function refreshAfterMutations(snapshot: Snapshot | undefined): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') snapshot?.expire()
        },
      }
    },
  }
}
