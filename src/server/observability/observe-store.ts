import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  ATTR_DB_OPERATION_BATCH_SIZE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
} from '@opentelemetry/semantic-conventions'
import { SuanliError } from '../../model/error.js'
import type { PinnedQuery, Store } from '../../store/store.js'

/** A finished call of a store. */
export interface StoreCall {
  readonly store: 'sqlite' | 'neo4j' | 'other'
  readonly outcome: 'ok' | 'error'
  readonly ms: number
}

/** The given store, with a span for each read, and a call of `ended` after it. */
export function watchStore(store: Store, ended: (call: StoreCall) => void): Store {
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
  return new Proxy(store, {
    get(target, key) {
      if (key === 'read') return read
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
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
