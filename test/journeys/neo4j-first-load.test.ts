import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { hashContent } from '../../src/curation/hash-content.js'
import { PinnedGraph } from '../../src/curation/pinned-graph.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import type { Store } from '../../src/store/store.js'
import { curationContextOf } from '../support/export-and-import.js'
import { readJourneys, runJourney } from '../support/journeys.js'
import { type Neo4jServer, neo4jAdmin, startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'
import { blocksOfPage, stepsOf, Terminal } from '../support/page-commands.js'
import { importInto, seedFolder, startTestServer } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'

const journeys = await readJourneys('test/journeys/contract')

describe('the first load of docs/neo4j.md', () => {
  const why = whyNoNeo4j()
  if (why !== undefined) return it.skip(why, () => {})

  it('gives a sound store with the same content and the same answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'suanli-first-load-'))
    const home = join(folder, 'neo4j')
    const embedded = await openSqliteTestStore()
    let database: Neo4jServer | undefined
    try {
      await importInto(embedded.store, ['beijing-2024', 'cn-regions'].map(seedFolder), '2026-01-01T00:00:00.000Z')
      await writeRows(embedded.store)
      for (const name of ['bin', 'neo4j']) await mkdir(join(folder, name))
      const shell = (words: readonly string[]) => words.map(word => `'${word}'`).join(' ')
      const commands = { npx: [process.execPath, resolve('dist/main.js')], 'neo4j-admin': await neo4jAdmin(home) }
      for (const [name, words] of Object.entries(commands)) {
        const text = `#!/bin/sh\n${name === 'npx' ? 'shift\n' : ''}exec ${shell(words)} "$@"\n`
        await writeFile(join(folder, 'bin', name), text, { mode: 0o755 })
      }
      const settings = { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, SUANLI_STORE: embedded.address }
      const terminal = new Terminal(folder, settings)
      try {
        for (const step of blocksOfPage(await readFile('docs/neo4j.md', 'utf8')).flatMap(stepsOf)) {
          if (step.kind === 'serve') database = await startNeo4j({ home })
          if (step.kind !== 'run') continue
          const command = step.command.replace('127.0.0.1:7687', `127.0.0.1:${database?.port}`)
          expect({ command, ...(await terminal.run(command)) }).toMatchObject({ command, code: 0 })
        }
      } finally {
        terminal.close()
      }
      const loaded = await openNeo4jStore(database?.uri ?? '')
      try {
        // `migrate` had no rows to write.
        expect(await loaded.rows?.stamp()).toMatchObject({ revision: 1, isPartial: false, token: 2 })
        expect(await loaded.rows?.count()).toBe(await embedded.store.rows?.count())
        expect(await contentOf(loaded)).toEqual(await contentOf(embedded.store))
        await demandSameAnswers(loaded, embedded.store)
      } finally {
        await loaded.close()
      }
    } finally {
      await database?.close()
      await embedded.close()
      await rm(folder, { recursive: true, force: true })
    }
  }, 600_000)
})

async function contentOf(store: Store) {
  const { revision } = await store.read([])
  return await hashContent(new PinnedGraph(curationContextOf(store), revision))
}

/** The journeys hold on both, with the same answers. */
async function demandSameAnswers(...stores: readonly Store[]): Promise<void> {
  const servers = await Promise.all(stores.map(store => startTestServer(store)))
  try {
    expect(journeys).toHaveLength(12)
    for (const journey of journeys) {
      const [one, other] = await Promise.all(servers.map(({ url }) => runJourney(url, journey)))
      expect({ journey: journey.name, problem: one?.problem }).toEqual({ journey: journey.name, problem: undefined })
      expect(one?.answer).toEqual(other?.answer)
    }
  } finally {
    for (const server of servers) await server.close()
  }
}
