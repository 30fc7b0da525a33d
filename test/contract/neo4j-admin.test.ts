import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import neo4j from 'neo4j-driver'
import { mergeEntities } from '../../src/curation/merge-entities.js'
import { publishRelease } from '../../src/curation/publish-release.js'
import { retractStatement } from '../../src/curation/retract-statement.js'
import { writeNeo4jAdmin } from '../../src/exports/neo4j-admin.js'
import { openExport } from '../../src/exports/open-export.js'
import { OutFolder } from '../../src/exports/out-folder.js'
import { readHistory } from '../../src/history/read-history.js'
import { replayHistory } from '../../src/history/replay-history.js'
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js'
import { sortedKeys } from '../../src/store/statement-version.js'
import type { Store } from '../../src/store/store.js'
import { said, source, statement } from '../support/dataset-builder.js'
import { curationContextOf, ontology } from '../support/export-and-import.js'
import { importNeo4j, startNeo4j } from '../support/neo4j-server.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { importInto, seedFolder } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore } from '../support/stores.js'
import { writeRows } from '../support/write-rows.js'
import { makeFolder, newsWith, texts } from '../unit/datasets/news-folder.js'

describeOnNeo4j(uri => {
  it('files for neo4j-admin become the graph that its revisions make one by one', async () => {
    const { store, close } = await openSqliteTestStore()
    const ordinary = await openNeo4jTestStore(uri())
    const folder = await makeFolder({ ...texts, 'news/dataset.yaml': newsWith() })
    const [files, home] = [join(folder.path, 'files'), await mkdtemp(join(tmpdir(), 'suanli-neo4j-'))]
    try {
      await makeHistory(store, folder.path)
      const out = new OutFolder(files)
      await writeNeo4jAdmin(await openExport(store, ontology, undefined, () => {}), out)
      await out.close()
      expect(await importNeo4j(files, home)).toContain('IMPORT DONE')
      const importer = { ...curationContextOf(store), holder: 'test:1' }
      const { revision } = await store.read([])
      await replayHistory(readHistory(store, ontology, revision.number), 'history', ordinary.store, importer)
      await writeRows(ordinary.store)
      const server = await startNeo4j({ home })
      const copy = await openNeo4jStore(server.uri)
      try {
        await expect(copy.read([])).rejects.toMatchObject({
          code: 'STORE_UNAVAILABLE',
          message: expect.stringContaining('has no indexes yet: run `suanli migrate`'),
        })
        await copy.writer.prepare()
        expect((await copy.rows?.stamp())?.revision).toBe(revision.number)
        const [copied, made] = [await graphAt(server.uri), await graphAt(uri())]
        expect(made.nodes.length).toBeGreaterThan(600)
        expect(copied.nodes).toEqual(made.nodes)
        expect(copied.relationships).toEqual(made.relationships)
        expect(await historyOf(copy)).toEqual(await historyOf(store))
        // It goes on as any store does.
        for (const each of [copy, store])
          await importInto(each, [join(folder.path, 'news')], '2026-03-01T00:00:00.000Z')
        expect(await historyOf(copy)).toEqual(await historyOf(store))
      } finally {
        await copy.close()
        await server.close()
      }
    } finally {
      await Promise.all([close(), ordinary.close(), folder.remove()])
      await rm(home, { recursive: true, force: true })
    }
  }, 300_000)
})

/** Statements said, withdrawn and said again, weighed otherwise, merged and released; and texts of every kind. */
async function makeHistory(store: Store, path: string): Promise<void> {
  const byHand = { by: 'curator', reason: '"核实"; a\nb' }
  await importInto(store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
  await importInto(store, [join(path, 'news')], '2026-01-02T00:00:00.000Z')
  await saySample(store)
  const { answers } = await store.read<'statements'>([
    { question: { kind: 'statements', properties: ['member', 'name'], limit: 99 } },
  ])
  for (const { id } of (answers[0] ?? []).slice(0, 3)) await retractStatement(contextOf(store), id, byHand)
  const regions = await store.read<'entities'>([{ question: { kind: 'entities', type: 'Region', limit: 2 } }])
  const [keep = '', merge = ''] = regions.answers[0] ?? []
  await mergeEntities(contextOf(store), { keep, merge }, byHand)
  await publishRelease(contextOf(store), '春; "1"', byHand)
}

/** Texts that a CSV file may hurt, each as a name, a word, a qualifier and a quote. */
async function saySample(store: Store): Promise<void> {
  const marks = fc.constantFrom(
    ...'",;\\\n\r\t \'|&',
    '\r\n',
    '""',
    '\\"',
    '\uFEFF',
    '\uFFFF',
    '\uE000',
    '\0',
    '\u0001',
    '\u001F',
  )
  const piece = fc.oneof(marks, fc.constantFrom('算力', '𠮷', 'a'), fc.string({ unit: 'binary', maxLength: 3 }))
  const sample = fc.sample(
    fc.array(piece, { maxLength: 6 }).map(pieces => pieces.join('')),
    { numRuns: 400, seed: 18 },
  )
  const statements = sample.map((text, i) =>
    statement(`statement/sample-${i}`, `region/sample-${i % 50}`, {
      value: { kind: 'text', text, language: 'zh-Hans' },
      asStated: text,
      qualifiers: { note: text },
      quote: { exact: text },
      edition: 'sample#zh-Hans',
    }),
  )
  // So that the state of the rows lists a class of figures.
  const capacity = { amount: '45', unit: 'PFLOPS', comparator: 'EXACTLY', precision: 'FP16' } as const
  const figure = statement('statement/figure', 'computecentre/sample', {
    property: 'capacity',
    value: { kind: 'quantity', ...capacity },
    asStated: '45P',
    edition: 'sample#zh-Hans',
  })
  const { writer } = store
  const staged = await writer.begin(['sample'], 'test:1', () => false)
  const titled = source('sample', { title: sample.join('\n') })
  await writer.stage(staged, { ...said('a;b, "c"\n\\', figure, ...statements), sources: [titled] })
  await writer.publish(staged, '2026-01-03T00:00:00.000Z')
}

function contextOf(store: Store) {
  return { ...curationContextOf(store), now: () => new Date('2026-02-01T00:00:00Z') }
}

async function historyOf(store: Store): Promise<readonly unknown[]> {
  const { revision } = await store.read([])
  const items: unknown[] = []
  for await (const item of readHistory(store, ontology, revision.number)) items.push(item)
  return items
}

/** All nodes and relationships, as texts in one order. */
async function graphAt(uri: string) {
  const driver = neo4j.driver(uri, undefined, { disableLosslessIntegers: true })
  try {
    const read = async (text: string) =>
      (await driver.executeQuery(text)).records.map(record => JSON.stringify(record.toObject(), sortedKeys)).sort()
    return {
      // Which of several names a subject has, the claim of a revision, and how often rows were written say nothing of the graph.
      nodes: await read(`
        MATCH (n) WHERE NOT n:Staging
        RETURN COLLECT { UNWIND labels(n) AS label RETURN label ORDER BY label } AS labels, n {.*, claim: null, token: null, writes: null, locked: null,
          name: CASE WHEN n:Subject THEN toString(n.name IS NOT NULL) ELSE n.name END} AS properties`),
      relationships: await read(`
        MATCH (a)-[r]->(b)
        RETURN type(r) AS type, coalesce(a.key, a.id) AS begin, coalesce(b.key, b.id) AS end, properties(r) AS properties`),
    }
  } finally {
    await driver.close()
  }
}
