/**
 * Of `npm run mutation`: Stryker changes the rules that decide what is shown, and the unit tests must notice.
 * docs/trust.md has the last scores.
 */

// biome-ignore lint/style/noProcessEnv: the folder is chosen by scripts/mutate.mjs
const folder = process.env.SUANLI_MUTATE ?? 'resolution'

// A rule of one folder is often told by the tests of another. Of those of curation, merge-and-split writes to a disk, and
// would take hours.
const suites = ['values/**/*', 'resolution/**/*', 'conflicts/**/*', 'curation/actions', 'curation/changed-values']

export default {
  mutate: [`src/${folder}/**/*.ts`],
  ignorePatterns: ['/dist', '/dist-*', '/docs', '/seeds', '/coverage', '/examples', '/.suanli'],
  buildCommand: 'npx --no-install tsc -p test/support/mutation',
  // Jest loads all modules again for each mutant, which takes seconds. Mocha keeps the modules and takes milliseconds.
  testRunner: 'mocha',
  mochaOptions: { spec: suites.map(suite => `dist-mutation/test/unit/${suite}.test.js`) },
  testRunnerNodeArgs: ['--no-experimental-require-module', '--import', './test/support/mutation/register.mjs'],
  coverageAnalysis: 'perTest',
  // TypeScript 7 has no API with which Stryker could rewrite a configuration; ours needs no change.
  tsconfigFile: 'none',
  concurrency: 2,
  timeoutMS: 10_000,
  timeoutFactor: 2,
  // What runs once when a module is loaded cannot change between two mutants.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `coverage/mutation-${folder}.incremental.json`,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: `coverage/mutation-${folder}.json` },
  tempDirName: 'coverage/stryker',
}
