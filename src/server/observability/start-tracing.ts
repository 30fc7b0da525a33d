/**
 * Collects spans and sends them by OTLP over HTTP (JSON) to where the variables of OpenTelemetry say. Until it is called,
 * spans are made by nobody and cost next to nothing. The function that it gives sends what is left, and ends.
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
  // W3C Trace Context, and the active span of each chain of calls.
  provider.register()
  return () => provider.shutdown()
}
