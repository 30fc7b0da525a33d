import Sequencer from '@jest/test-sequencer'

/**
 * Starts the longest suites first. Jest knows how long suites take only after its first run, and a fresh clone has none:
 * it would start large files first, and a long suite that starts last leaves one of the workers idle. Paths are in the
 * order of their measured times.
 */
const longest = [
  'browser/explorer.test',
  'contract/neo4j-differential',
  'contract/neo4j-import-lock',
  'journeys/bad-arguments',
  'contract/neo4j-store',
  'journeys/cli-killed-import',
  'contract/sqlite-rows',
  'journeys/cli-export',
  'contract/neo4j-failures',
  'contract/neo4j-audit',
  'journeys/changed',
  'journeys/http-journeys',
  'journeys/lists',
  'unit/resolution/resolve',
  'journeys/cli-import',
  'contract/neo4j-admin',
  'judged/search',
  'journeys/sums-and-paths',
  'journeys/curation-story',
  'contract/neo4j-walks',
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
