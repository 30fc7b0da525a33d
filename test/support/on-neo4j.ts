import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, it } from '@jest/globals'
import neo4j from 'neo4j-driver'
import { startNeo4j, whyNoNeo4j } from './neo4j-server.js'
import { emptyNeo4j } from './stores.js'

/**
 * Describes tests on a real Neo4j. The suites that run in one worker of Jest share a server, and each suite begins without
 * data. Constraints and indexes stay, and so do the plans of texts, which take longer to make than to carry out. If there
 * can be no Neo4j here, one skipped test says why, and how to get one.
 */
export function describeOnNeo4j(tests: (uri: () => string) => void): void {
  describeAfter(emptyNeo4j, tests)
}

/** The same for tests of the schema: the database has none at first. */
export function describeOnNewNeo4j(tests: (uri: () => string) => void): void {
  describeAfter(async uri => {
    await emptyNeo4j(uri)
    await dropSchema(uri)
  }, tests)
}

function describeAfter(prepare: (uri: string) => Promise<void>, tests: (uri: () => string) => void): void {
  const why = whyNoNeo4j()
  describe('on a real Neo4j', () => {
    if (why !== undefined) return it.skip(why, () => {})
    let uri = ''
    beforeAll(async () => {
      uri = await serverOfWorker()
      await prepare(uri)
    }, 300_000)
    tests(() => uri)
  })
}

/** The address of this worker's server. The first suite that asks starts the server, which ends with the run of tests. */
async function serverOfWorker(): Promise<string> {
  const { SUANLI_TEST_RUN: folder = '', JEST_WORKER_ID: worker = '1' } = process.env
  const file = join(folder, `neo4j-${worker}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).uri
  const home = join(folder, `neo4j-${worker}`)
  const { uri, pid } = await startNeo4j({ home, owner: Number(process.env.SUANLI_TEST_RUN_PID) })
  writeFileSync(file, JSON.stringify({ uri, pid }))
  return uri
}

/** Removes all constraints and indexes. */
async function dropSchema(uri: string): Promise<void> {
  const driver = neo4j.driver(uri)
  try {
    for (const kind of ['CONSTRAINT', 'INDEX']) {
      const { records } = await driver.executeQuery(
        `SHOW ${kind === 'INDEX' ? 'INDEXES' : 'CONSTRAINTS'} YIELD name, type WHERE type <> 'LOOKUP' RETURN name`,
      )
      for (const record of records) await driver.executeQuery(`DROP ${kind} \`${record.get('name')}\` IF EXISTS`)
    }
  } finally {
    await driver.close()
  }
}
