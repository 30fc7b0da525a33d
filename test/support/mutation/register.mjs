/** Loaded before the unit tests that `npm run mutation` runs: they are of jest, and run in mocha. */
import { register } from 'node:module'
import './fail-at-once.mjs'

register('./replace-modules.mjs', import.meta.url)
