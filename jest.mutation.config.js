import config from './jest.config.js'

// Of one folder only its own tests: each mutant loads every test file that reaches it.
// biome-ignore lint/style/noProcessEnv: the folder is chosen by scripts/mutate.mjs
const folder = process.env.SUANLI_MUTATE ?? '{values,resolution,conflicts,curation}'

/** The unit tests of the rules that `npm run mutation` changes. */
export default {
  ...config,
  testMatch: [`<rootDir>/test/unit/${folder}/**/*.test.ts`],
  setupFiles: ['<rootDir>/test/support/fail-at-once.mjs'],
}
