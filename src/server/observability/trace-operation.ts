import { type Context, context, type Span, SpanStatusCode, trace } from '@opentelemetry/api'
import type { OperationNote } from './request-log.js'

/** The part of a trace that belongs to one operation. */
export interface OperationTrace {
  /** Begins a step; the returned function ends the step. */
  begin(step: 'parse' | 'validate'): () => void
  /** Runs the execution, so that calls of the store are its children. */
  execute<Result>(deed: () => Promise<Result>): Promise<Result>
  end(note: OperationNote): void
}

/** A span for an operation, a child of the active span. Fields have no spans, which would cost as much as the fields. */
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
