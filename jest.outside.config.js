import shared from './jest.config.js'

/** Suites of others, and random operations, against running servers: `npm run outside`. */
export default {
  ...shared,
  roots: ['<rootDir>/test/outside'],
  testPathIgnorePatterns: [],
  testTimeout: 120_000,
  maxWorkers: 2,
}
