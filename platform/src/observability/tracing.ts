import { context, propagation, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-node';

export interface TracingOptions {
  /** Names the process in every span, e.g. `gateway` or `orders`. */
  readonly service: string;
  /** Where spans go (OTLP over HTTP, e.g. `http://collector:4318/v1/traces`). Without it, none leave the process. */
  readonly otlpUrl?: string | undefined;
  /** Further receivers of spans; for tests. */
  readonly processors?: readonly SpanProcessor[];
}

/**
 * Turns tracing on for this process: W3C propagation and a context that follows async calls. Trace ids are made and
 * passed on even when spans are not exported, so log lines of one request can be found across processes.
 */
export const startTracing = ({ service, otlpUrl, processors = [] }: TracingOptions): { stop(): Promise<void> } => {
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ 'service.name': service })),
    spanProcessors: [
      ...processors,
      ...(otlpUrl ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: otlpUrl }))] : []),
    ],
  });
  provider.register();
  return {
    stop: async () => {
      await provider.shutdown();
      // Registered for the whole process; left there, the next one to start would be ignored.
      for (const global of [trace, context, propagation]) global.disable();
    },
  };
};
