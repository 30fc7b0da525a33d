import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { encodeCursor } from '../../src/graphql/connections/cursor.js'
import { ask, importInto, seedFolder, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

interface Row {
  readonly cursor: string
  readonly node: { readonly kind: string; readonly at: string; readonly statement: { readonly id: string } | null }
}

const query = `query ($after: String, $first: Int) { changes(after: $after, first: $first) {
  totalCount edges { cursor node { kind at entity { id } statement { id } conflict { id } source { id } } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`

describe('a client that keeps a copy', () => {
  let opened: TestStore
  let server: TestServer
  beforeAll(async () => {
    opened = await openSqliteTestStore()
    await importInto(opened.store, [seedFolder('beijing-2024')], '2026-01-01T00:00:00.000Z')
    server = await startTestServer(opened.store)
  }, 300_000)
  afterAll(async () => {
    await server?.close()
    await opened?.close()
  })

  /** Reads on from a cursor to the end, in pages of `first`. */
  async function catchUp(after: string | undefined, first: number): Promise<readonly Row[]> {
    const rows: Row[] = []
    for (let cursor = after; ; ) {
      const { body } = await ask(server.url, query, { after: cursor, first })
      expect(body.errors).toBeUndefined()
      const { edges, pageInfo, totalCount } = body.data.changes
      expect(edges.length).toBeLessThanOrEqual(first)
      expect(pageInfo.hasPreviousPage).toBe(cursor !== undefined)
      rows.push(...edges)
      expect(totalCount).toBeGreaterThanOrEqual(rows.length)
      if (!pageInfo.hasNextPage) return rows
      expect(pageInfo.endCursor).toBe(edges.at(-1).cursor)
      cursor = pageInfo.endCursor
    }
  }

  it('reads what there is, and from its cursor on what came since, each change once', async () => {
    const before = await catchUp(undefined, 20)
    expect(before).toEqual(await catchUp(undefined, 1000))
    const last = before.at(-1)?.cursor
    expect(await catchUp(last, 20)).toEqual([])

    await importInto(opened.store, [seedFolder('cn-regions')], '2026-01-02T00:00:00.000Z')
    const since = await catchUp(last, 500)
    const all = await catchUp(undefined, 1000)
    expect([...before, ...since].map(({ cursor }) => cursor)).toEqual(all.map(({ cursor }) => cursor))
    expect(new Set(since.map(({ node }) => node.at))).toEqual(new Set(['2026-01-02T00:00:00.000Z']))
    expect(new Set(all.map(({ cursor }) => cursor)).size).toBe(all.length)

    const { body } = await ask(
      server.url,
      '{ statements { totalCount } changes(first: 0) { totalCount edges { cursor } } }',
    )
    expect(all.filter(({ node }) => node.kind === 'STATEMENT_ADDED')).toHaveLength(body.data.statements.totalCount)
    expect(body.data.changes).toEqual({ totalCount: all.length, edges: [] })
  }, 300_000)

  const cursor = (...key: readonly string[]) => encodeCursor({ name: 'changes' }, key)

  it.each([
    ['no cursor at all', 'abc', 'INVALID_CURSOR'],
    ['one of another list', encodeCursor({ name: 'statements' }, ['statement/x']), 'INVALID_CURSOR'],
    ['one of a kind that is none', cursor('1', 'ENTITY_EATEN', 'region/beijing'), 'INVALID_CURSOR'],
    ['one of a revision that is none', cursor('one', 'ENTITY_ADDED', 'region/beijing'), 'INVALID_CURSOR'],
    ['one of a change that never was', cursor('1', 'ENTITY_ADDED', 'region/atlantis'), 'CURSOR_EXPIRED'],
    ['one of a revision that has not come', cursor('999', 'ENTITY_ADDED', 'region/beijing'), 'CURSOR_EXPIRED'],
  ])('is told what to do with %s', async (_, after, code) => {
    const { status, body } = await ask(server.url, query, { after, first: 5 })
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([200, code])
    expect(body.errors?.[0]?.message).toContain(after)
    expect(body.errors?.[0]?.message).toMatch(code === 'CURSOR_EXPIRED' ? /read without `after`/ : /use an `endCursor`/)
  })

  it('may begin after a revision, so that a reader finds the newest changes', async () => {
    const fromRevision = (afterRevision: number, after = '') =>
      ask(
        server.url,
        `{ revision changes(afterRevision: ${afterRevision}, first: 1000${after}) { pageInfo { hasPreviousPage } nodes { revision at } } }`,
      )
    const { revision } = (await fromRevision(0)).body.data
    const { nodes, pageInfo } = (await fromRevision(revision - 1)).body.data.changes
    expect(pageInfo.hasPreviousPage).toBe(true)
    expect(new Set(nodes.map((each: { revision: number }) => each.revision))).toEqual(new Set([revision]))
    expect((await fromRevision(revision)).body.data.changes.nodes).toEqual([])
    const first = (await fromRevision(0)).body.data.changes
    expect([first.pageInfo.hasPreviousPage, first.nodes[0].revision]).toEqual([false, 1])
    for (const { body } of [await fromRevision(-1), await fromRevision(1, `, after: "${cursor('1', 'MERGED', 'x')}"`)])
      expect(body.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT')
  })

  it('may ask for a thousand at once, and not for more', async () => {
    const { body } = await ask(server.url, '{ changes(first: 1001) { edges { cursor } } }')
    expect(body.errors?.[0]?.extensions?.code).toBe('PAGE_TOO_LARGE')
  })
})
