import {
  type Attributes,
  context,
  isSpanContextValid,
  propagation,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

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

/** A span that is handed on by hand. */
export interface OpenSpan {
  /** What goes to whoever continues it; `undefined` when tracing is off and there was no parent. */
  readonly traceparent: string | undefined;
  /** Trace id, for log lines. */
  readonly traceId: string | undefined;
  /** Ends it; with an error it is marked as failed. Only the first call counts. */
  end(error?: unknown): void;
}

/**
 * Opens a span below `traceparent` without making it the active one. For processes that hand the parent on themselves: an
 * active span needs `AsyncLocalStorage`, whose first use makes every promise of a Node 20 process more expensive.
 * `startedAt` is in milliseconds since the epoch, for spans that are opened only when it turns out that there is work.
 */
export const openSpan = (traceparent: string | undefined, name: string, startedAt?: number): OpenSpan => {
  const parent = traceparent ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  const span = tracer().startSpan(name, startedAt === undefined ? {} : { startTime: startedAt }, parent);
  const ids = span.spanContext();
  const known = isSpanContextValid(ids);
  return {
    traceparent: known
      ? `00-${ids.traceId}-${ids.spanId}-${ids.traceFlags.toString(16).padStart(2, '0')}`
      : traceparent,
    traceId: known ? ids.traceId : undefined,
    end: (error) => {
      if (error !== undefined) {
        span.recordException(error instanceof Error ? error : String(error));
        span.setStatus({ code: SpanStatusCode.ERROR });
      }
      span.end();
    },
  };
};

/** Runs `work` with the span of `traceparent` as the active one, where code further down asks for it. */
export const continueTrace = <T>(traceparent: string | undefined, work: () => T): T =>
  traceparent ? context.with(propagation.extract(context.active(), { traceparent }), work) : work();
