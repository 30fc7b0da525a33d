import shared from './jest.config.js'

/** Suites of others, and random operations, against running servers: `npm run outside`. */
export default {
  ...shared,
  roots: ['<rootDir>/test/outside'],
  testPathIgnorePatterns: [],
  maxWorkers: 1,
}
