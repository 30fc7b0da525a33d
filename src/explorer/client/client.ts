import { Client, cacheExchange, fetchExchange } from 'urql'
import { basePath } from '../address/address.js'

/** Asks the server that the page came from. It keeps answers until the page is left. */
export const client = new Client({
  url: `${basePath}/graphql`,
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
})
