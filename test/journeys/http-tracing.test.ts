import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startProgram } from '../support/server.js'
import { openSqliteTestStore } from '../support/stores.js'

interface Span {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly name: string
  readonly kind: number
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[]
}

/** Takes in what is sent by OTLP over HTTP, as a collector does. */
const spans: Span[] = []
const services: unknown[] = []
const collector = createServer((request, response) => {
  let text = ''
  request.setEncoding('utf8').on('data', part => {
    text += part
  })
  request.on('end', () => {
    for (const { resource, scopeSpans } of JSON.parse(text).resourceSpans) {
      services.push(...resource.attributes.map(({ value }: Span['attributes'][0]) => value.stringValue))
      for (const reader of scopeSpans) spans.push(...reader.spans)
    }
    response.setHeader('content-type', 'application/json').end('{}')
  })
})
beforeAll(() => new Promise<void>(resolve => collector.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise<unknown>(resolve => collector.close(resolve)))

const attributesOf = ({ attributes }: Span) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

describe('a server with a collector of traces', () => {
  it('sends spans of the request, the operation with its steps and each call of the store, on the client’s trace', async () => {
    const { store, close } = await openSqliteTestStore()
    await store.writer.prepare()
    const folder = store.description.replace('SQLite in ', '')
    const {
      process: server,
      serving,
      ended,
      output,
    } = startProgram(['serve'], {
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}`,
      OTEL_SERVICE_NAME: 'suanli-in-a-test',
      SUANLI_STORE: folder,
      PORT: '0',
    })
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
    const url = await serving()
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      body: '{"query":"query Beijing { region(id: \\"region/beijing\\") { label } }"}',
    })
    expect(answer.status).toBe(200)
    // What is left is sent before the process ends.
    server.kill('SIGTERM')
    expect(await ended).toBe(0)
    await close()

    const ours = spans.filter(span => span.traceId === traceId)
    const named = (name: string) => ours.find(span => span.name === name) as Span
    const request = named('POST /graphql')
    expect(request).toMatchObject({ kind: 2, parentSpanId: '00f067aa0ba902b7' })
    expect(attributesOf(request)).toEqual({
      'http.request.method': 'POST',
      'http.route': '/graphql',
      'url.path': '/graphql',
      'url.scheme': 'http',
      'http.response.status_code': 200,
    })
    const operation = named('query')
    expect(operation.parentSpanId).toBe(request.spanId)
    expect(attributesOf(operation)).toEqual({
      'graphql.operation.type': 'query',
      'graphql.operation.name': 'Beijing',
      'suanli.operation.cost': 2,
    })
    const steps = ours.filter(span => span.parentSpanId === operation.spanId).map(({ name }) => name)
    expect(steps.sort()).toEqual(['graphql.execute', 'graphql.parse', 'graphql.validate'])
    const call = named('read sqlite')
    expect(call).toMatchObject({ kind: 3, parentSpanId: named('graphql.execute').spanId })
    expect(attributesOf(call)).toEqual({
      'db.system.name': 'sqlite',
      'db.operation.name': 'read',
      'db.operation.batch.size': 1,
      'db.query.summary': 'entity',
    })
    expect(JSON.stringify(spans)).not.toContain('region/beijing')
    expect(services).toContain('suanli-in-a-test')
    expect(output.stderr).toContain(`"trace":"${traceId}"`)
  })
})
