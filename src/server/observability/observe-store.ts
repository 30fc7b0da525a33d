import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  ATTR_DB_OPERATION_BATCH_SIZE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
} from '@opentelemetry/semantic-conventions'
import { SuanliError } from '../../model/error.js'
import type { RowQuestion, RowStore } from '../../store/rows/resolved-rows.js'
import type { PinnedQuery, Store } from '../../store/store.js'

/** A finished call of a store. */
export interface StoreCall {
  readonly store: 'sqlite' | 'neo4j' | 'other'
  readonly outcome: 'ok' | 'error'
  readonly ms: number
}

/** Queries that the rows of current values did not answer, so that they are answered from statements, slower. */
export interface RowFallback {
  /** `failed`: the database refused a query. `outdated`: the rows are of another revision or day, or being written. */
  readonly reason: 'failed' | 'outdated'
  /** Kind and type of each query, in no word of a client: `sum of ComputeCentre`. */
  readonly queries: readonly string[]
  readonly failure?: unknown
}

/** The given store, with a span for each read, and a call of `ended` after it; `fellBack` is called for queries of rows that found no answer. */
export function watchStore(
  store: Store,
  ended: (call: StoreCall) => void,
  fellBack: (fallback: RowFallback) => void = () => {},
): Store {
  const name = systemOf(store)
  const read = async (...args: Parameters<Store['read']>) => {
    const began = performance.now()
    const span = tracer.startSpan(`read ${name}`, { kind: SpanKind.CLIENT, attributes: attributesOf(name, args[0]) })
    let outcome: StoreCall['outcome'] = 'error'
    try {
      const reading = await context.with(trace.setSpan(context.active(), span), () => store.read(...args))
      outcome = 'ok'
      return reading
    } catch (failure) {
      span.setAttribute(ATTR_ERROR_TYPE, failure instanceof SuanliError ? failure.code : 'INTERNAL_SERVER_ERROR')
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw failure
    } finally {
      span.end()
      ended({ store: name, outcome, ms: performance.now() - began })
    }
  }
  const rows = store.rows && watchRows(store.rows, fellBack)
  return new Proxy(store, {
    get(target, key) {
      if (key === 'read') return read
      if (key === 'rows') return rows
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function watchRows(rows: RowStore, fellBack: (fallback: RowFallback) => void): RowStore {
  const select: RowStore['select'] = async (questions, asOf, signal) => {
    try {
      const answers = await rows.select(questions, asOf, signal)
      if (!answers) fellBack({ reason: 'outdated', queries: questions.map(nameOf) })
      return answers
    } catch (failure) {
      // Of a request that was given up nothing is answered at all.
      if (!signal?.aborted) fellBack({ reason: 'failed', queries: questions.map(nameOf), failure })
      throw failure
    }
  }
  return new Proxy(rows, {
    get(target, key) {
      if (key === 'select') return select
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

function nameOf(question: RowQuestion): string {
  return 'ask' in question ? `${question.ask.kind} of ${question.type}` : question.kind
}

const tracer = trace.getTracer('suanli')

/** Kinds and numbers of the questions, without their contents. */
function attributesOf(name: StoreCall['store'], asks: readonly PinnedQuery[]) {
  return {
    [ATTR_DB_SYSTEM_NAME]: name,
    [ATTR_DB_OPERATION_NAME]: 'read',
    [ATTR_DB_OPERATION_BATCH_SIZE]: asks.length,
    [ATTR_DB_QUERY_SUMMARY]: [...new Set(asks.map(({ question }) => question.kind))].sort().join(' '),
  }
}

function systemOf({ description }: Store): StoreCall['store'] {
  const first = description.split(' ')[0]?.toLowerCase()
  return first === 'sqlite' || first === 'neo4j' ? first : 'other'
}
