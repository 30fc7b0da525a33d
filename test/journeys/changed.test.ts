import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Client } from 'graphql-ws'
import { describeOnNeo4j } from '../support/on-neo4j.js'
import {
  ask,
  curatorToken,
  importInto,
  type Program,
  runProgram,
  seedFolder,
  startProgram,
  startTestServer,
  type TestServer,
} from '../support/server.js'
import { type Followed, follow, openClient } from '../support/socket.js'
import { openNeo4jTestStore, openSqliteTestStore, type TestStore } from '../support/stores.js'
import { makeFolder, type TestFolder } from '../unit/datasets/news-folder.js'

const document = `subscription ($after: String, $types: [EntityType!], $ids: [ID!]) {
  changed(after: $after, types: $types, ids: $ids) {
    cursor at kind formerId entity { id label } statement { id } conflict { id } source { id } } }`
const listed = `query ($after: String) { changes(after: $after, first: 1000) {
  edges { node { cursor at kind formerId entity { id label } statement { id } conflict { id } source { id } } }
  pageInfo { hasNextPage endCursor } } }`

interface Row {
  readonly cursor: string
  readonly kind: string
  readonly entity: { readonly id: string } | null
}

/** A dataset that says something else each time. */
const company = (number: number) => `dataset: company
title: A company
licence: CC-BY-4.0
sources: [{ id: gazette, title: 公报, published: 2024, editions: [{ language: zh-Hans }] }]
entities:
  - id: company/yunhai
    type: Company
    edition: gazette#zh-Hans
    statements: [{ property: name, value: 云海${number} }]
`

function behaves(name: string, open: () => Promise<TestStore>): void {
  describe(`whoever is subscribed to ${name}`, () => {
    let opened: TestStore
    let folder: TestFolder
    let server: TestServer
    let other: Program
    let otherUrl: string
    const clients: Client[] = []
    const settings = () => ({ SUANLI_STORE: opened.address, SUANLI_CURATOR_TOKEN: curatorToken })
    beforeAll(async () => {
      opened = await open()
      folder = await makeFolder({ 'company/dataset.yaml': company(0) })
      await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
      server = await startTestServer(opened.store)
      other = startProgram(['serve'], { ...settings(), PORT: '0' })
      otherUrl = await other.serving()
    }, 300_000)
    afterAll(async () => {
      await Promise.all(clients.map(client => client.dispose()))
      other?.process.kill('SIGTERM')
      await other?.ended
      await server?.close()
      await opened?.close()
      await folder?.remove()
    }, 300_000)

    const followAt = (
      url: string,
      variables: Readonly<Record<string, unknown>>,
    ): Followed<Row> & { readonly client: Client } => {
      const client = openClient(url)
      clients.push(client)
      return { ...follow(client, { query: document, variables }, rowOf), client }
    }

    async function allRows(): Promise<readonly Row[]> {
      const rows: Row[] = []
      for (let after: string | undefined; ; ) {
        const { body } = await ask(server.url, listed, { after })
        const { edges, pageInfo } = body.data.changes
        rows.push(...edges.map(({ node }: { node: Row }) => node))
        if (!pageInfo.hasNextPage) return rows
        after = pageInfo.endCursor
      }
    }
    const importNumber = async (number: number) => {
      await folder.write({ 'company/dataset.yaml': company(number) })
      await importInto(opened.store, [`${folder.path}/company`], `2026-02-01T00:00:${String(number).padStart(2, '0')}Z`)
    }

    it('is given all that follows the cursor, as it is listed, then what this server, another and the command line write', async () => {
      const before = await allRows()
      const half = Math.floor(before.length / 2)
      const followed = [
        followAt(server.url, { after: '' }),
        followAt(otherUrl, { after: before[half - 1]?.cursor }),
        followAt(server.url, {}),
      ]
      await followed[0]?.count(before.length)
      await followed[1]?.count(before.length - half)
      expect(followed[0]?.values).toEqual(before)

      expect((await runProgram(['import', '--yes', `${folder.path}/company`], settings())).code).toBe(0)
      const conflicts = '{ conflicts(first: 1) { nodes { id } } }'
      const [{ id }] = (await ask(server.url, conflicts)).body.data.conflicts.nodes
      const decide = `mutation { decideConflict(input: { conflictId: "${id}", dismiss: true, reason: "both" }) { revision } }`
      expect((await ask(otherUrl, decide, {}, curatorToken)).body.errors).toBeUndefined()
      await importNumber(1)

      const after = await allRows()
      await Promise.all([0, half, before.length].map((from, i) => followed[i]?.count(after.length - from)))
      const cursors = (rows: readonly Row[] | undefined) => rows?.map(({ cursor }) => cursor)
      for (const [i, from] of [0, half, before.length].entries())
        expect(cursors(followed[i]?.values)).toEqual(cursors(after.slice(from)))
      for (const { stop } of followed) stop()
    }, 120_000)

    it('misses nothing and hears nothing twice where connections break while others write', async () => {
      const begun = (await allRows()).at(-1)?.cursor
      let breaks = 0
      let total: number | undefined
      const keepUp = async (url: string) => {
        const cursors: string[] = []
        for (;;) {
          const last = cursors.length
          const { values, count, client } = followAt(url, { after: cursors.at(-1) ?? begun })
          // Cut off after a few, again and again; when nothing more is written, it reads to the end.
          await Promise.race([count(3), written])
          const isAllWritten = total !== undefined
          if (isAllWritten) await count((total ?? 0) - last)
          client.terminate()
          cursors.push(...values.map(({ cursor }) => cursor))
          if (isAllWritten) return cursors
          breaks += 1
        }
      }
      const written = (async () => {
        // A fast machine needs more writes for as many breaks.
        for (let number = 2; number < 14 || (breaks <= 5 && number < 60); number += 1) await importNumber(number)
        const rows = await allRows()
        total = rows.length - rows.findIndex(({ cursor }) => cursor === begun) - 1
      })()
      const [here, there] = await Promise.all([keepUp(server.url), keepUp(otherUrl)])
      const rows = await allRows()
      const expected = rows.slice(rows.findIndex(({ cursor }) => cursor === begun) + 1).map(({ cursor }) => cursor)
      expect(expected.length).toBeGreaterThan(20)
      expect(here).toEqual(expected)
      expect(there).toEqual(expected)
      expect(breaks).toBeGreaterThan(5)
    }, 120_000)

    it('reads one revision in each answer, whichever server answers and whoever writes, and soon the newest', async () => {
      const document = `{ revision company(id: "company/yunhai") { label names { text } }
        entity(id: "company/yunhai") { label statements(properties: ["name"]) { nodes { asStated } } }
        statements(filter: { subject: { eq: "company/yunhai" } }) { nodes { asStated } } }`
      const labels = new Map<number, string>()
      let isDone = false
      let answers = 0
      const read = async (url: string) => {
        const { revision, company, entity, statements } = (await ask(url, document)).body.data
        const { label } = company
        expect([entity.label, company.names, entity.statements.nodes, statements.nodes]).toEqual([
          label,
          [{ text: label }],
          [{ asStated: label }],
          [{ asStated: label }],
        ])
        expect(labels.get(revision) ?? label).toBe(label)
        labels.set(revision, label)
        answers += 1
        return revision as number
      }
      const keepReading = async (url: string) => {
        for (let last = 0; !isDone; ) {
          const seen = await read(url)
          expect(seen).toBeGreaterThanOrEqual(last)
          last = seen
        }
      }
      const reading = Promise.all([server.url, otherUrl, otherUrl].map(keepReading))
      for (let number = 20; number < 30; number += 1) {
        await importNumber(number)
        const { revision } = await opened.store.read([])
        for (const url of [server.url, otherUrl]) while ((await read(url)) < revision.number);
      }
      isDone = true
      await reading
      expect(labels.size).toBeGreaterThanOrEqual(10)
      expect(answers).toBeGreaterThan(30)
    }, 120_000)

    it('is told only of the entities and types that it asks for, and always of sources', async () => {
      const rows = await allRows()
      const sources = rows.filter(({ kind }) => kind === 'SOURCE_CHANGED').length
      const companies = rows.filter(({ entity }) => entity?.id === 'company/yunhai')
      const byId = followAt(server.url, { after: '', ids: ['company/yunhai'] })
      const byType = followAt(server.url, { after: '', types: ['COMPANY'] })
      const neither = followAt(server.url, { after: '', ids: ['company/yunhai'], types: ['REGION'] })
      await Promise.all([byId.count(companies.length + sources), neither.count(sources)])
      expect(byId.values.filter(({ kind }) => kind !== 'SOURCE_CHANGED')).toEqual(companies)
      expect(neither.values.map(({ kind }) => kind)).toEqual(Array(sources).fill('SOURCE_CHANGED'))
      await byType.count(companies.length + sources)
      expect(byType.values).toEqual(expect.arrayContaining(companies as Row[]))
      for (const { stop } of [byId, byType, neither]) stop()
    }, 120_000)
  })
}

function rowOf({ data, errors }: { readonly data?: unknown; readonly errors?: unknown }): Row {
  if (errors !== undefined) throw new Error(JSON.stringify(errors))
  return (data as { readonly changed: Row }).changed
}

behaves('a store on SQLite', openSqliteTestStore)
describeOnNeo4j(uri => behaves('a store on Neo4j', () => openNeo4jTestStore(uri())))
