import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parser as promql } from '@prometheus-io/lezer-promql'
import Database from 'libsql'
import { parse } from 'yaml'
import { ImportJobs, type ImportWork } from '../../src/imports/import-jobs.js'
import { rowLayoutOf } from '../../src/ontology/row-layout.js'
import { keepsRows, refreshRows } from '../../src/rows/refresh-rows.js'
import { createStateMetrics } from '../../src/server/observability/state-metrics.js'
import { said, statement } from '../support/dataset-builder.js'
import { ontology } from '../support/export-and-import.js'
import { ask, curatorToken, startTestServer, type TestServer } from '../support/server.js'
import { openSqliteTestStore, type TestStore } from '../support/stores.js'

let opened: TestStore
let server: TestServer
beforeAll(async () => {
  opened = await openSqliteTestStore()
  server = await startTestServer(opened.store)
})
afterAll(async () => {
  await server.close()
  await opened.close()
})

/** The value of each series whose name begins so. */
async function series(begin: string, url = server.url): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const lines = text.split('\n').filter(line => line.startsWith(begin))
  return Object.fromEntries(
    lines.map(line => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}

/** Where an expression is not PromQL, by the grammar of Prometheus. */
function wrongAt(expression: string): readonly number[] {
  const wrong: number[] = []
  promql.parse(expression.replaceAll('$__rate_interval', '5m')).iterate({
    enter: ({ type, from }) => {
      if (type.isError) wrong.push(from)
    },
  })
  return wrong
}

describe('the metrics', () => {
  it('count requests by route and status, operations by type, code and cost, and calls of the store', async () => {
    await ask(server.url, 'query Name { region(id: "region/beijing") { id } }')
    await ask(server.url, '{ nonsense }')
    await ask(server.url, '{ paths(from: "region/a", to: "region/b") { truncated } }')
    // A request is counted when its answer has been read.
    await (await fetch(`${server.url}/healthz`)).text()
    await (await fetch(`${server.url}/no/such/place`)).text()
    await (await fetch(`${server.url}/healthz`, { method: 'DELETE' })).text()
    expect(await series('http_server_request_duration_seconds_count')).toMatchObject({
      'http_server_request_duration_seconds_count{method="POST",route="/graphql",status="200"}': 2,
      'http_server_request_duration_seconds_count{method="POST",route="/graphql",status="400"}': 1,
      'http_server_request_duration_seconds_count{method="GET",route="/healthz",status="200"}': 1,
      'http_server_request_duration_seconds_count{method="GET",route="none",status="404"}': 1,
      'http_server_request_duration_seconds_count{method="_OTHER",route="/healthz",status="405"}': 1,
    })
    expect(await series('graphql_operations_total')).toEqual({
      'graphql_operations_total{type="query",code="OK"}': 1,
      'graphql_operations_total{type="none",code="GRAPHQL_VALIDATION_FAILED"}': 1,
      'graphql_operations_total{type="query",code="NOT_FOUND"}': 1,
    })
    expect(await series('graphql_operation_cost')).toMatchObject({
      'graphql_operation_cost_bucket{le="10",type="query"}': 1,
      'graphql_operation_cost_count{type="query"}': 2,
    })
    const calls = await series('store_call_duration_seconds_count')
    expect(calls['store_call_duration_seconds_count{store="sqlite",outcome="ok"}']).toBeGreaterThan(0)
    expect(Object.keys(await series('suanli_build_info'))).toEqual([
      expect.stringMatching(/^suanli_build_info\{version="\d+\.\d+\.\d+",node="v\d+\.\d+\.\d+"\}$/),
    ])
    expect(await series('process_resident_memory_bytes')).toEqual({ process_resident_memory_bytes: expect.any(Number) })
    expect(Object.keys(await series('nodejs_eventloop_lag_seconds')).length).toBe(1)
  })

  it('have nothing of what clients write in their labels', async () => {
    await ask(server.url, 'query Secret { theSecret: region(id: "region/secret") { id } }')
    await fetch(`${server.url}/secret?secret`)
    const text = await (await fetch(`${server.url}/metrics`)).text()
    expect(text).not.toMatch(/secret/i)
  })

  it('count who was refused since nothing was left, and are closed where reading is', async () => {
    const strict = await startTestServer(opened.store, { gate: { rateCostPerMinute: 30, read: 'token' } })
    const query = '{ region(id: "region/beijing") { id label } }'
    for (const status of [200, 200, 429]) expect((await ask(strict.url, query, {}, curatorToken)).status).toBe(status)
    const refused = await fetch(`${strict.url}/metrics`)
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="suanli"'])
    const headers = { authorization: `Bearer ${curatorToken}` }
    const text = await (await fetch(`${strict.url}/metrics`, { headers })).text()
    expect(text).toContain('\nrate_limited_requests_total 1\n')
    await strict.close()
  })

  it('say how far an import has come while it runs', async () => {
    const report = () => ''
    const jobs = new ImportJobs({ keptMs: 1_000, maxJobs: 10, now: () => new Date(), report })
    const metrics = createStateMetrics(opened.store, () => true, jobs)
    const places = async () => {
      const text = await metrics.print()
      return ['done_', ''].map(part => new RegExp(`^suanli_import_${part}statements (\\d+)$`, 'm').exec(text)?.[1])
    }
    let end = () => {}
    const ended = new Promise<void>(done => {
      end = done
    })
    const work: ImportWork = async progress => {
      progress({ done: 30, total: 100 })
      await ended
      throw new Error('The test ends it.')
    }
    jobs.start({ dataset: 'trial', by: 'curator', isDryRun: true }, work)
    expect(await places()).toEqual(['0', '0'])
    jobs.start({ dataset: 'news', by: 'curator', isDryRun: false }, work)
    expect(await places()).toEqual(['30', '100'])
    end()
    await jobs.close()
    expect(await places()).toEqual(['0', '0'])
  })

  it('say what the store has, and that it does not answer', async () => {
    const { store, close } = await openSqliteTestStore()
    const watched = await startTestServer(store)
    const metric = async (name: string) => (await series(name, watched.url))[name]
    try {
      const staged = await store.writer.begin(['news'], 'here:1', () => true)
      expect(await metric('suanli_import{state="interrupted"}')).toBe(1)
      await store.writer.stage(staged, said('news', statement('statement/1', 'region/shanghai')))
      await store.writer.publish(staged, '2026-01-01T00:00:00Z')
      expect(await metric('suanli_import{state="free"}')).toBe(1)
      expect(await metric('suanli_import{state="interrupted"}')).toBe(0)
      expect(await metric('suanli_revision')).toBe(1)
      expect(await metric('suanli_rows_behind_revisions')).toBe(1)
      expect(await metric('suanli_store_bytes')).toBeGreaterThan(0)
      expect(await metric('suanli_store_wal_bytes')).toBeGreaterThan(0)
      expect(await metric('suanli_store_up')).toBe(1)
      await close()
      expect(await metric('suanli_store_up')).toBe(0)
      expect(await metric('suanli_revision')).toBe(0)
    } finally {
      await watched.close()
      await close()
    }
  })

  it('count lists that rows cannot answer, and the log says once which; the answers come from statements', async () => {
    const own = await openSqliteTestStore()
    const { store, address } = own
    if (!keepsRows(store)) throw new Error('This store keeps no rows.')
    const staged = await store.writer.begin(['news'], 'test:1', () => false)
    const name = { kind: 'text', text: '浪潮', language: 'zh-Hans' } as const
    await store.writer.stage(staged, said('news', statement('statement/1', 'company/inspur', { value: name })))
    const { number: revision } = await store.writer.publish(staged, '2026-01-01T00:00:00Z')
    await refreshRows(store, { ontology, today: '2026-01-02', rebuild: 'missing' })
    const watched = await startTestServer(store, { now: () => new Date('2026-01-02T04:00:00Z') })
    const listed = async (first: number) =>
      (await ask(watched.url, `{ companies(first: ${first}) { totalCount nodes { label } } }`)).body.data.companies
    const fallbacks = () => series('suanli_row_fallbacks_total', watched.url)
    const expected = { totalCount: 1, nodes: [{ label: '浪潮' }] }
    try {
      expect(await listed(5)).toEqual(expected)
      expect(await fallbacks()).toEqual({})
      const database = new Database(join(address, 'suanli.db'))
      database.exec('DROP TABLE row_company')
      database.close()
      for (const first of [6, 7]) expect(await listed(first)).toEqual(expected)
      expect(Object.keys(await fallbacks())).toEqual(['suanli_row_fallbacks_total{reason="failed"}'])
      const lines = watched.log.filter(({ msg }) => String(msg).startsWith('rows failed'))
      expect(lines).toMatchObject([{ queries: expect.arrayContaining(['tree of Company']) }])
      const asOf = { revision, version: rowLayoutOf(ontology).version, day: '2026-01-02' }
      const count = { type: 'Region', ask: { kind: 'count' } } as const
      const signal = AbortSignal.abort(new Error('given up'))
      await expect(store.rows.select([count], asOf, signal)).rejects.toThrow('given up')
    } finally {
      await watched.close()
      await own.close()
    }
  })

  it('are those that the alert rules and the dashboard name', async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text()
    const kept = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name = '', type]) =>
        type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name],
      ),
    )
    const rules: { alert: string; expr: string; annotations: { summary: string } }[] = parse(
      readFileSync('ops/alerts.yml', 'utf8'),
    ).groups.flatMap(({ rules }: { rules: unknown[] }) => rules)
    const dashboard = JSON.parse(readFileSync('ops/dashboard.json', 'utf8'))
    const expressions: string[] = [
      ...rules.map(({ expr }) => expr),
      ...dashboard.panels.flatMap(({ targets }: { targets: { expr: string }[] }) => targets.map(({ expr }) => expr)),
    ]
    for (const expr of expressions) expect({ expr, wrong: wrongAt(expr) }).toEqual({ expr, wrong: [] })
    expect(wrongAt('sum by (code (rate(x[5m])))')).not.toEqual([])
    const named = expressions.flatMap(each => each.replace(/"[^"]*"/g, '').match(/\b[a-z]+(_[a-z0-9]+)+\b/g) ?? [])
    expect(new Set(named).size).toBeGreaterThan(20)
    expect([...new Set(named)].filter(name => !kept.has(name) && name !== 'histogram_quantile')).toEqual([])
    for (const { alert, annotations } of rules)
      expect({ alert, says: annotations.summary.length > 0 }).toMatchObject({ says: true })
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
    const ids = dashboard.panels.map(({ id }: { id: number }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
