import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Copy, emptyCopy, loadCopy, saveCopy } from '../../examples/sync-client/copy.js'
import { openGraph } from '../../examples/sync-client/graph.js'
import { catchUp, keepUp } from '../../examples/sync-client/keep-up.js'
import type { Store } from '../../src/store/store.js'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import { ask, curatorToken, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

/** Two papers that call one company by two ids, and disagree on what a centre has. */
const papers = (capacity: string) => `dataset: papers
title: Papers
licence: CC-BY-4.0
sources:
  - { id: gazette, title: 公报, published: 2024, editions: [{ language: zh-Hans }] }
  - { id: herald, title: Herald ${capacity}, published: 2025, editions: [{ language: en }] }
entities:
  - id: company/yunhai
    type: Company
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 云海计算 }]
  - id: company/cloud-sea
    type: Company
    edition: herald#en
    statements:
      - { property: name, value: Cloud Sea Computing }
      - { property: website, value: "https://cloudsea.example" }
  - id: computecentre/east
    type: ComputeCentre
    edition: gazette#zh-Hans
    statements:
      - { property: name, value: 东部中心 }
      - { property: operator, value: company/cloud-sea, confidence: 0.5 }
      - { property: capacity, value: 100 PFLOPS, asStated: 100P }
      - { property: capacity, value: ${capacity}, edition: herald#en }
`

/** All that stands, as a copy has it, read from the store itself. */
async function standing(store: Store): Promise<Omit<Copy, 'cursor' | 'formerIds'>> {
  const { answers } = await store.read<'statements' | 'conflicts' | 'sources'>([
    { question: { kind: 'statements', limit: 10_000 } },
    { question: { kind: 'conflicts', limit: 10_000 } },
    { question: { kind: 'sources', limit: 10_000 } },
  ])
  // biome-ignore lint/suspicious/noExplicitAny: three kinds of answers, of each of which the tests check every field
  const [statements, conflicts, sources] = answers as any[][]
  const byId = (rows: readonly { readonly id: string }[] = []) => new Map(rows.map(row => [row.id, row])) as never
  return {
    statements: byId(
      statements?.map(({ id, asStated, rank, confidence, subject, property, edition }) => ({
        ...{ id, asStated, rank, confidence },
        ...{ subject: { id: subject }, property: { name: property }, edition: { id: edition } },
      })),
    ),
    conflicts: byId(conflicts?.map(({ id, kind, status }) => ({ id, kind, status }))),
    sources: byId(sources?.map(({ id, title, publisher }) => ({ id, title, publisher: publisher ?? null }))),
  }
}

function behaves(name: string, open: () => Promise<TestStore>): void {
  describe(`the example that keeps a copy of ${name}`, () => {
    let opened: TestStore
    let server: TestServer
    let folder: TestFolder
    let files: string
    const leaving = new AbortController()
    const copy = emptyCopy()
    let keeping: Promise<void>
    const changed = new Set<() => void>()
    beforeAll(async () => {
      opened = await open()
      files = await mkdtemp(join(tmpdir(), 'suanli-copy-'))
      folder = await makeFolder({ 'papers/dataset.yaml': papers('300 PFLOPS') })
      await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
      server = await startTestServer(opened.store)
      keeping = keepUp(openGraph(`${server.url}/graphql`), copy, {
        signal: leaving.signal,
        retryMs: 20,
        onChange: () => {
          for (const look of [...changed]) look()
        },
      })
    }, 300_000)
    afterAll(async () => {
      leaving.abort()
      await keeping
      await server?.close()
      await opened?.close()
      await folder?.remove()
      await rm(files, { recursive: true, force: true })
    }, 60_000)

    const isEqual = async (kept: Copy = copy, store: Store = opened.store) => {
      const { cursor, formerIds, ...parts } = kept
      expect(parts).toEqual(await standing(store))
    }
    /** Waits until the copy has heard of all there is. */
    async function isHeard(): Promise<void> {
      const { answers } = await opened.store.read<'changes'>([{ question: { kind: 'changes', limit: 10_000 } }])
      const { madeIn, kind, id } = answers[0]?.at(-1) ?? { madeIn: 0, kind: '', id: '' }
      const last = JSON.stringify([String(madeIn), kind, id])
      await new Promise<void>(resolve => {
        const look = () => {
          if (!Buffer.from(copy.cursor, 'base64url').toString().includes(last.slice(1, -1))) return
          changed.delete(look)
          resolve()
        }
        changed.add(look)
        look()
      })
    }
    // biome-ignore lint/suspicious/noExplicitAny: what is asked for differs with each step
    async function curate(document: string): Promise<any> {
      const { body } = await ask(server.url, document, undefined, curatorToken)
      expect(body.errors).toBeUndefined()
      await isHeard()
      await isEqual()
      return body.data
    }
    const merge = 'input: { keepId: "company/yunhai", mergeId: "company/cloud-sea", reason: "one company" }'

    it('has all that there is, and follows imports, decisions, merges, splits and retractions', async () => {
      await isHeard()
      await isEqual()
      await importInto(opened.store, [join(folder.path, 'papers')], '2026-01-02T00:00:00.000Z')
      await isHeard()
      await isEqual()
      const found = await curate(
        '{ conflicts(filter: { subject: { eq: "computecentre/east" } }) { nodes { id statements { id } } } }',
      )
      const [{ id, statements }] = found.conflicts.nodes
      await curate(
        `mutation { decideConflict(input: { conflictId: "${id}", chosenId: "${statements[0].id}", reason: "newer" }) { revision } }`,
      )
      expect(copy.conflicts.get(id)?.status).toBe('DECIDED')

      await curate(`mutation { mergeEntities(${merge}) { revision } }`)
      expect([...copy.formerIds]).toEqual([['company/cloud-sea', 'company/yunhai']])
      const subjects = () => [...copy.statements.values()].map(({ subject }) => subject.id)
      expect(subjects()).not.toContain('company/cloud-sea')
      await curate(
        `mutation { retractStatement(input: { statementId: "${statements[1].id}", reason: "misread" }) { revision } }`,
      )
      expect(copy.statements.has(statements[1].id)).toBe(false)
      await curate(
        `mutation { restoreStatement(input: { statementId: "${statements[1].id}", reason: "read again" }) { revision } }`,
      )
      await curate(
        'mutation { splitEntity(input: { entityId: "company/yunhai", formerId: "company/cloud-sea", reason: "two" }) { revision } }',
      )
      expect([...copy.formerIds]).toEqual([])
      expect(subjects()).toContain('company/cloud-sea')
    }, 120_000)

    it('catches up after a break, with whatever was written meanwhile', async () => {
      const { port } = new URL(server.url)
      await server.close()
      await folder.write({ 'papers/dataset.yaml': papers('100 PFLOPS') })
      await importInto(opened.store, [join(folder.path, 'papers')], '2026-01-03T00:00:00.000Z')
      server = await startTestServer(opened.store, { port: Number(port) })
      await isHeard()
      await isEqual()
      await curate(`mutation { mergeEntities(${merge}) { revision } }`)
    }, 120_000)

    it('is the same read anew, and from the file that it was saved in', async () => {
      const graph = openGraph(`${server.url}/graphql`)
      const anew = emptyCopy()
      await catchUp(graph, anew)
      expect(anew).toEqual(copy)
      const path = join(files, 'copy.json')
      await saveCopy(copy, path)
      expect(await readdir(files)).toEqual(['copy.json'])
      const loaded = await loadCopy(path)
      expect(loaded).toEqual(copy)
      // What was saved long ago hears the same things twice, and is the same in the end.
      const old = { ...loaded, cursor: '' }
      await catchUp(graph, old)
      expect(old).toEqual(copy)
    }, 120_000)

    it('begins anew where it is shown another store', async () => {
      const other = await openSqliteTestStore()
      await importInto(other.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
      const elsewhere = await startTestServer(other.store)
      const leavingSoon = new AbortController()
      const moved: Copy = {
        ...copy,
        statements: new Map(copy.statements),
        conflicts: new Map(copy.conflicts),
        sources: new Map(copy.sources),
        formerIds: new Map(copy.formerIds),
      }
      await keepUp(openGraph(`${elsewhere.url}/graphql`), moved, {
        signal: leavingSoon.signal,
        onChange: () => leavingSoon.abort(),
      })
      await isEqual(moved, other.store)
      await elsewhere.close()
      await other.close()
    }, 120_000)
  })
}

behaves('a store on SQLite', openSqliteTestStore)
describeOnNeo4j(uri => behaves('a store on Neo4j', () => openNeo4jTestStore(uri())))
