import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from '@jest/globals'
import { mergeEntities } from '../../src/curation/merge-entities.js'
import { publishRelease } from '../../src/curation/publish-release.js'
import { retractStatement } from '../../src/curation/retract-statement.js'
import { entityTypes } from '../../src/entities/index.js'
import { writeNeo4jAdmin } from '../../src/exports/neo4j-admin.js'
import { openExport } from '../../src/exports/open-export.js'
import { OutFolder } from '../../src/exports/out-folder.js'
import { readHistory } from '../../src/history/read-history.js'
import { createOntology } from '../../src/ontology/ontology.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import type { PinnedQuery, Store } from '../../src/store/store.js'
import { fetchJars, startNeo4j, whyNoNeo4j } from '../support/neo4j-server.js'
import { importInto, seedFolder } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'
import { makeFolder, newsWith, texts } from '../unit/datasets/news-folder.js'

const ontology = createOntology(entityTypes)

describe('files for neo4j-admin', () => {
  const why = whyNoNeo4j()
  if (why !== undefined) return it.skip(why, () => {})

  it('become a store with the same history, by the real importer', async () => {
    const { store, close } = await openSqliteTestStore()
    const folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
    const [files, home] = [join(folder.path, 'files'), await mkdtemp(join(tmpdir(), 'suanli-neo4j-'))]
    try {
      await makeHistory(store, folder.path)
      const out = new OutFolder(files)
      await writeNeo4jAdmin(await openExport(store, ontology, undefined, () => {}), out)
      await out.close()
      const settings = { NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') }
      const { stdout } = await promisify(execFile)(
        'java',
        [
          ...['-Xmx1g', '--add-opens=java.base/java.nio=ALL-UNNAMED', '-cp', `${await fetchJars()}/*`],
          ...['org.neo4j.cli.AdminTool', 'database', 'import', 'full', '@import.args', 'neo4j'],
        ],
        { cwd: files, env: { ...process.env, ...settings } },
      )
      expect(stdout).toContain('IMPORT DONE')
      const server = await startNeo4j({ home })
      const copy = await openNeo4jStore(server.uri)
      try {
        await copy.writer.prepare()
        expect(await historyOf(copy)).toEqual(await historyOf(store))
        expect(await readAll(copy)).toEqual(await readAll(store))
        // It goes on as any store does.
        await importInto(copy, [join(folder.path, 'news')], '2026-03-01T00:00:00.000Z')
        await importInto(store, [join(folder.path, 'news')], '2026-03-01T00:00:00.000Z')
        expect(await readAll(copy)).toEqual(await readAll(store))
      } finally {
        await copy.close()
        await server.close()
      }
    } finally {
      await close()
      await folder.remove()
      await rm(home, { recursive: true, force: true })
    }
  }, 300_000)

  /** Statements said, withdrawn and said again, weighed otherwise, merged and released. */
  async function makeHistory(store: Store, path: string): Promise<void> {
    const curationContext = { store, ontology, now: () => new Date('2026-02-01T00:00:00Z'), isAlive: () => false }
    const byHand = { by: 'curator', reason: '"核实"; a\nb' }
    await importInto(store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
    await importInto(store, [join(path, 'news')], '2026-01-02T00:00:00.000Z')
    const { answers } = await store.read<'statements'>([
      { question: { kind: 'statements', properties: ['member', 'name'], limit: 99 } },
    ])
    for (const { id } of (answers[0] ?? []).slice(0, 3)) await retractStatement(curationContext, id, byHand)
    const bureaus = await store.read<'entities'>([{ question: { kind: 'entities', type: 'Region', limit: 2 } }])
    const [keep = '', merge = ''] = bureaus.answers[0] ?? []
    await mergeEntities(curationContext, { keep, merge }, byHand)
    await publishRelease(curationContext, '春; "1"', byHand)
  }

  async function historyOf(store: Store): Promise<readonly unknown[]> {
    const { revision } = await store.read([])
    const items: unknown[] = []
    for await (const item of readHistory(store, ontology, revision.number)) items.push(item)
    return items
  }

  async function readAll(store: Store) {
    const ids = (
      await store.read<'entities'>(
        ontology.types.map(({ name }) => ({ question: { kind: 'entities', type: name, limit: 999 } })),
      )
    ).answers.flat()
    const asks: readonly PinnedQuery[] = [
      ...ids.flatMap(id => [
        { question: { kind: 'entity', id } } as const,
        { question: { kind: 'history', id } } as const,
        { question: { kind: 'links', id, property: 'region', isInward: true, limit: 99 } } as const,
      ]),
      { question: { kind: 'conflicts', limit: 999 } },
      { question: { kind: 'sources', limit: 999 } },
      { question: { kind: 'statementsBySearchKeys', keys: '北京', limit: 99 } },
    ]
    return await store.read(asks)
  }
})
