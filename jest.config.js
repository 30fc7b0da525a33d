/**
 * Tests run against the compiled program in dist/, as users do: worker threads load JavaScript, and what is tested is
 * what is shipped. Only the tests themselves are compiled on the way.
 */
const shared = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/begin-run.mjs',
  globalTeardown: '<rootDir>/test/support/end-run.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } },
      },
    ],
  },
  moduleNameMapper: {
    // What is bundled for browsers stands in dist/ in one piece.
    '^(?:\\.\\./){2,}src/(ide|web|explorer)/(.*)\\.js$': '<rootDir>/src/$1/$2.ts',
    // Packages have folders called src as well: theirs are not reached by `../../src`.
    '^(?:\\.\\./){2,}src/(.*)\\.js$': '<rootDir>/dist/$1.js',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
}

export default {
  ...shared,
  roots: ['<rootDir>/test'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/outside/'],
  testSequencer: '<rootDir>/test/support/order-run.mjs',
  testTimeout: 120_000,
  maxWorkers: 2,
}
