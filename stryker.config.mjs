/**
 * Of `npm run mutation`: Stryker changes the rules that decide what is shown, and the unit tests must notice.
 * docs/trust.md has the last scores.
 */
export default {
  ignorePatterns: ['/dist', '/dist-bench', '/docs', '/seeds', '/coverage', '/examples', '/.suanli'],
  // Tests run against the compiled program.
  buildCommand: 'npx --no-install tsc -p tsconfig.json',
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'jest.mutation.config.js', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // TypeScript 7 has no API with which Stryker could rewrite a configuration; ours needs no change.
  tsconfigFile: 'none',
  concurrency: 2,
  timeoutMS: 20_000,
  ignoreStatic: true,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  tempDirName: 'coverage/stryker',
}
