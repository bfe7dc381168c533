import { SpanStatusCode } from '@opentelemetry/api';
import { InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { continueTrace, currentTraceparent, openSpan, runInTrace, startTracing, withSpan } from './index.ts';

const spans = new InMemorySpanExporter();
const traceIdOf = (traceparent: string | undefined): string | undefined => traceparent?.split('-')[1];

describe('traces', () => {
  let tracing: { stop(): Promise<void> };
  beforeAll(() => {
    tracing = startTracing({ service: 'test', processors: [new SimpleSpanProcessor(spans)] });
  });
  beforeEach(() => spans.reset());
  afterAll(() => tracing.stop());

  it('has no traceparent outside a trace', () => {
    expect(currentTraceparent()).toBeUndefined();
  });

  it('gives what runs in a span a W3C traceparent, across awaits', async () => {
    const seen = await withSpan('request', { field: 'product' }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return currentTraceparent();
    });
    expect(seen).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(spans.getFinishedSpans()[0]).toMatchObject({ name: 'request', attributes: { field: 'product' } });
    expect(spans.getFinishedSpans()[0]?.resource.attributes['service.name']).toBe('test');
  });

  it('continues a stored trace in later work', async () => {
    const stored = await withSpan('request', {}, async () => currentTraceparent());
    const later = await runInTrace(stored, 'job', async () => currentTraceparent());
    expect(traceIdOf(later)).toBe(traceIdOf(stored));
    expect(later).not.toBe(stored);
  });

  it('begins a new trace when the stored one is absent or unreadable', async () => {
    const one = await runInTrace(undefined, 'job', async () => currentTraceparent());
    const two = await runInTrace('not a traceparent', 'job', async () => currentTraceparent());
    expect(traceIdOf(one)).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf(two)).toMatch(/^[0-9a-f]{32}$/);
    expect(traceIdOf(one)).not.toBe(traceIdOf(two));
  });

  it('marks the span of work that throws and lets the error pass', async () => {
    await expect(withSpan('request', {}, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    const [span] = spans.getFinishedSpans();
    expect(span?.status.code).toBe(SpanStatusCode.ERROR);
    expect(span?.events[0]?.name).toBe('exception');
  });

  it('hands a span on by hand, without making it the active one', async () => {
    const request = openSpan(undefined, 'request');
    expect(currentTraceparent()).toBeUndefined();
    const fetch = openSpan(request.traceparent, 'fetch', Date.now() - 50);
    expect(traceIdOf(fetch.traceparent)).toBe(request.traceId);
    const seen = await continueTrace(fetch.traceparent, async () => currentTraceparent());
    expect(seen).toBe(fetch.traceparent);
    fetch.end(new Error('refused'));
    request.end();
    const [first, second] = spans.getFinishedSpans();
    expect(first).toMatchObject({ name: 'fetch', parentSpanContext: { spanId: second?.spanContext().spanId } });
    expect([first?.status.code, second?.status.code]).toEqual([SpanStatusCode.ERROR, SpanStatusCode.UNSET]);
    expect((first?.duration[1] ?? 0) / 1e6).toBeGreaterThanOrEqual(49);
  });
});
