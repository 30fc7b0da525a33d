import { pino } from 'pino'
import { defaultSocketLimits } from '../config/socket-limits.js'
import { derivedFields } from '../entities/derived.js'
import { buildSchema } from '../graphql/schema/build-schema.js'
import type { Ontology } from '../ontology/ontology.js'
import { keepFollowing } from '../rows/with-rows.js'
import { openGate } from '../server/auth/admission.js'
import { readDocuments } from '../server/graphql/persisted-documents.js'
import { countUnhandledRejection } from '../server/observability/metrics.js'
import { startTracing } from '../server/observability/start-tracing.js'
import { startServer } from '../server/start-server.js'
import type { Store } from '../store/store.js'
import { civilDay } from '../values/civil-day.js'
import { RevisionCache } from '../views/cache/revision-cache.js'

import type { Session } from './command.js'
import { thisImporter } from './importer.js'

/** Serves a store until the process receives a signal to stop, then finishes the running requests. The caller closes the store. */
export async function serveStore(
  store: Store,
  { config, ontology }: Session,
  rebuild: 'missing' | 'outdated' = 'missing',
): Promise<void> {
  const log = pino({ level: config.logLevel }, process.stderr)
  // graphql-js leaves a rejection unhandled if a list member fails after another has failed. The process goes on.
  process.on('unhandledRejection', failure => {
    countUnhandledRejection()
    log.error({ err: failure }, 'unhandled rejection')
  })
  const stopTracing = config.otlpEndpoint === undefined ? undefined : await startTracing(config.serviceName)
  const { isAlive, holder } = thisImporter()
  const server = await startServer({
    services: {
      store,
      ontology,
      now: () => new Date(),
      timeZone: config.timeZone,
      isAlive,
      holder,
      datasets: config.datasets,
    },
    cache: openRevisionCache(store, ontology, config.cacheMegabytes),
    schema: buildSchema(ontology, derivedFields),
    host: config.host,
    port: config.port,
    basePath: config.basePath,
    maxBodyBytes: config.maxBodyBytes,
    maxUploadBytes: config.maxUploadBytes,
    maxExports: config.maxExports,
    maxUnpackedBytes: config.maxUnpackedBytes,
    gate: await openGate(config),
    documents: await readDocuments(config.documents, config.documentsOnly),
    documentsOnly: config.documentsOnly,
    introspection: config.introspection,
    mcp: config.mcp,
    mcpOrigins: config.mcpOrigins,
    receiveTimeoutMs: config.receiveTimeoutMs,
    stopDelayMs: config.stopDelayMs,
    limits: config,
    sockets: { ...defaultSocketLimits, ...config },
    log,
  })
  const url = `${server.url}${config.basePath}`
  const rows = {
    ontology,
    today: () => civilDay(new Date(), config.timeZone),
    report: (failure: unknown) => log.error({ err: failure }, 'rows not written'),
  }
  const stopFollowing = keepFollowing(store, rows, { rebuild })
  console.log(
    `store    ${store.description}
IDE      ${url}/ide
GraphQL  ${url}/graphql
${config.mcp === 'on' ? `MCP      ${url}/mcp\n` : ''}health   ${url}/healthz, ${url}/readyz`,
  )
  await new Promise<void>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  console.log('stopping: requests that run are finished')
  stopFollowing()
  await server.close()
  await stopTracing?.()
}

function openRevisionCache(store: Store, ontology: Ontology, megabytes: number): RevisionCache | undefined {
  if (megabytes === 0) return undefined
  return new RevisionCache(store, ontology, {
    maxBytes: megabytes * 1_000_000,
    freshMs: 20,
    clock: () => performance.now(),
  })
}
