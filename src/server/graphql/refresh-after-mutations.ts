import type { ApolloServerPlugin } from '@apollo/server'

/** Whoever has changed something sees it in the next answer. */
export function refreshAfterMutations(refresh: () => void): ApolloServerPlugin {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') refresh()
        },
      }
    },
  }
}
