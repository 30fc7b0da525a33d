/**
 * Collects spans and sends them by OTLP over HTTP (JSON) to the address in the variables of OpenTelemetry. Without this
 * call no spans are made, and tracing costs next to nothing. The returned function sends the remaining spans and stops.
 */
export async function startTracing(serviceName: string): Promise<() => Promise<void>> {
  const [{ BatchSpanProcessor, NodeTracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace-node'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ])
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  })
  // W3C Trace Context, and the active span of each asynchronous call chain.
  provider.register()
  return () => provider.shutdown()
}
