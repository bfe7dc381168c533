import { type Context, context, isSpanContextValid, trace } from '@opentelemetry/api';

/** The W3C `traceparent` of the active span (https://www.w3.org/TR/trace-context/), if there is one. */
export const activeTraceparent = (): string | undefined => {
  const span = trace.getActiveSpan()?.spanContext();
  if (!span || !isSpanContextValid(span)) return undefined;
  return `00-${span.traceId}-${span.spanId}-${span.traceFlags.toString(16).padStart(2, '0')}`;
};

/** The context in which work caused by `traceparent` goes on; a missing or malformed one starts a trace of its own. */
export const contextOf = (traceparent: string | undefined): Context => {
  const match = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '');
  if (!match) return context.active();
  const [, traceId = '', spanId = '', flags = '00'] = match;
  return trace.setSpanContext(context.active(), {
    traceId,
    spanId,
    traceFlags: Number.parseInt(flags, 16),
    isRemote: true,
  });
};
