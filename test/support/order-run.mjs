import Sequencer from '@jest/test-sequencer'

/**
 * Starts the longest suites first. Jest knows how long suites take only after its first run, and a fresh clone has none:
 * it would start large files first, and a long suite that starts last leaves one of the workers idle. Paths are in the
 * order of their measured times.
 */
const longest = [
  'browser/explorer.test',
  'contract/neo4j-differential',
  'journeys/bad-arguments',
  'contract/sqlite-rows',
  'contract/neo4j-walks',
  'contract/neo4j-rows',
  'browser/ide',
  'journeys/cli-export',
  'judged/candidates',
  'journeys/cli-killed-import',
  'judged/search',
  'contract/neo4j-store',
  'contract/sqlite-answer-cache',
  'contract/neo4j-import-lock',
  'contract/neo4j-answer-cache',
  'journeys/mcp',
  'journeys/neo4j-first-load',
  'contract/sqlite-snapshot',
  'contract/neo4j-admin',
  'contract/neo4j-audit',
  'contract/neo4j-addresses',
  'browser/explorer-screens',
  'contract/sqlite-walks',
  'contract/neo4j-failures',
  'contract/neo4j-snapshot',
  'journeys/changed',
]

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const index = longest.findIndex(part => path.includes(part))
      return index === -1 ? longest.length : index
    }
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b))
  }
}
