import { type Context, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import type { OperationNote } from './request-log.js'

/** What of a trace belongs to one operation. */
export interface OperationTrace {
  /** Begins a step of it; what is given back ends it. */
  begin(step: 'parse' | 'validate'): () => void
  /** Does what belongs to its execution, so that calls of the store are found below it. */
  execute<Result>(deed: () => Promise<Result>): Promise<Result>
  end(note: OperationNote): void
}

/** A span for an operation, below the active one. Never a span for a field: that would cost as much as the fields do. */
export function traceOperation(): OperationTrace {
  const above = context.active()
  const span = tracer.startSpan('graphql', {}, above)
  const own = trace.setSpan(above, span)
  return {
    begin: step => {
      const child = tracer.startSpan(`graphql.${step}`, {}, own)
      return () => child.end()
    },
    execute: deed => within('graphql.execute', own, deed),
    end: ({ type, operation, codes, cost }) => {
      if (type !== undefined) span.updateName(type).setAttribute('graphql.operation.type', type)
      if (operation !== undefined) span.setAttribute('graphql.operation.name', operation)
      if (cost !== undefined) span.setAttribute('suanli.operation.cost', cost)
      if (codes) span.setAttribute('error.type', codes[0] ?? 'unknown').setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
  }
}

const tracer = trace.getTracer('suanli')

async function within<Result>(name: string, above: Context, deed: () => Promise<Result>): Promise<Result> {
  const span: Span = tracer.startSpan(name, {}, above)
  try {
    return await context.with(trace.setSpan(above, span), deed)
  } finally {
    span.end()
  }
}
