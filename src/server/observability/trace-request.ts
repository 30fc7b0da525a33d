import type { IncomingMessage, ServerResponse } from 'node:http'
import { context, isSpanContextValid, propagation, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import {
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions'

/**
 * Answers a request within a span of the trace that the client names (W3C Trace Context). Returns the trace's id if
 * spans are collected.
 */
export function traceRequest(
  request: IncomingMessage,
  response: ServerResponse,
  route: string,
  answer: (traceId: string | undefined) => void,
): void {
  const given = propagation.extract(context.active(), request.headers)
  const method = request.method ?? 'GET'
  const span = tracer.startSpan(
    `${method} ${route}`,
    {
      kind: SpanKind.SERVER,
      attributes: {
        [ATTR_HTTP_REQUEST_METHOD]: method,
        [ATTR_HTTP_ROUTE]: route,
        [ATTR_URL_PATH]: route,
        [ATTR_URL_SCHEME]: 'http',
      },
    },
    given,
  )
  response.once('close', () => {
    if (response.writableFinished) span.setAttribute(ATTR_HTTP_RESPONSE_STATUS_CODE, response.statusCode)
    if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
    span.end()
  })
  const { traceId } = span.spanContext()
  const isCollected = span.isRecording() && isSpanContextValid(span.spanContext())
  context.with(trace.setSpan(given, span), () => answer(isCollected ? traceId : undefined))
}

const tracer = trace.getTracer('suanli')
