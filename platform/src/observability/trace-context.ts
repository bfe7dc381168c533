import { type Attributes, context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = () => trace.getTracer('vitrina');

/**
 * Runs `work` inside a span. A throw marks the span as failed and goes on to the caller unchanged. Without
 * `startTracing` this costs one call: the API then hands out spans that record nothing.
 */
export const withSpan = <T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
  tracer().startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.recordException(error instanceof Error ? error : String(error));
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });

/**
 * The W3C `traceparent` of what runs now (`00-<trace>-<span>-<flags>`), or `undefined` outside a trace. Stored with
 * outbox rows and jobs, so the work they cause shows in the trace of the request that caused it.
 */
export const currentTraceparent = (): string | undefined => {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
};

/** Runs `work` in a span that continues the trace of `traceparent`; a new trace begins when there is none. */
export const runInTrace = <T>(traceparent: string | undefined, name: string, work: () => Promise<T>): Promise<T> => {
  const parent = traceparent ? propagation.extract(context.active(), { traceparent }) : context.active();
  return context.with(parent, () => withSpan(name, {}, work));
};
