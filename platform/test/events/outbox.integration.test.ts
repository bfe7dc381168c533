import { context, ROOT_CONTEXT, type SpanContext, trace } from '@opentelemetry/api';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import { consume, createEventPublisher, createLocalWake, drained } from '../../src/events/index.ts';
import { createSetting, parcelMoved, type Setting } from './setting.ts';

describe('publishing an event', () => {
  let setting: Setting;
  const wake = createLocalWake();
  const publisher = createEventPublisher('depot', manualClock(new Date('2026-03-01T10:00:00Z')), wake);
  const provider = new NodeTracerProvider();
  beforeAll(async () => {
    provider.register();
    setting = await createSetting();
  });
  afterEach(() => setting.clear());
  afterAll(async () => {
    await setting.close();
    await provider.shutdown();
    trace.disable();
    context.disable();
  });

  interface Row {
    readonly [column: string]: unknown;
    readonly aggregate_id: string;
    readonly aggregate_version: number;
    readonly traceparent: string | null;
    readonly occurred: Date;
  }
  const outbox = async (): Promise<readonly Row[]> =>
    setting.depot.database.orm.execute<Row>(
      sql`select event_id, aggregate_id, aggregate_version::int, traceparent, payload, occurred_at = '2026-03-01T10:00:00Z' as dated from kit.outbox order by position`,
    );
  const moved = (aggregateId: string, aggregateVersion: number, place = 'gate') => ({
    aggregateId,
    aggregateVersion,
    payload: { place },
  });

  it('writes nothing when the transaction rolls back', async () => {
    const failed = setting.depot.database.transaction(async (tx) => {
      await publisher.publish(tx, parcelMoved, moved('parcel-1', 1));
      throw new Error('The business said no.');
    });
    await expect(failed).rejects.toThrow('The business said no.');
    expect(await outbox()).toEqual([]);
  });

  it('refuses a payload that does not fit its contract, as a defect naming the field', async () => {
    const wrong = { aggregateId: 'parcel-1', aggregateVersion: 1, payload: JSON.parse('{"place": 7}') };
    const failed = setting.depot.database.transaction((tx) => publisher.publish(tx, parcelMoved, wrong));
    await expect(failed).rejects.toThrow(/payload of parcel\.moved v1 does not fit its contract: place/);
  });

  it('writes many facts in the order given, dated by the clock, hinting once', async () => {
    const hinted = vi.fn();
    wake.listen('outbox', 'depot', hinted);
    const facts = Array.from({ length: 1_000 }, (_, index) =>
      moved(`parcel-${index % 7}`, index, 'naughty \'"\\ 💥 \u{202E} text'),
    );
    await setting.depot.database.transaction((tx) => publisher.publishAll(tx, parcelMoved, facts));
    const rows = await outbox();
    expect(rows.map((row) => row.aggregate_version)).toEqual(facts.map((fact) => fact.aggregateVersion));
    expect(new Set(rows.map((row) => row['event_id'])).size).toBe(1_000);
    expect(rows[0]).toMatchObject({ dated: true, payload: { place: 'naughty \'"\\ 💥 \u{202E} text' } });
    expect(hinted).toHaveBeenCalledTimes(1);
  });

  it('takes text that Postgres itself would refuse', async () => {
    const naughty = 'nul \0, half a pair \uD83D, whole \u{1F4A5}';
    await setting.depot.database.transaction((tx) => publisher.publish(tx, parcelMoved, moved('parcel-1', 1, naughty)));
    expect((await outbox())[0]).toMatchObject({
      payload: { place: 'nul \uFFFD, half a pair \uFFFD, whole \u{1F4A5}' },
    });
  });

  it('writes nothing and hints nothing for an empty list', async () => {
    const hinted = vi.fn();
    wake.listen('outbox', 'depot', hinted);
    await setting.depot.database.transaction((tx) => publisher.publishAll(tx, parcelMoved, []));
    expect(await outbox()).toEqual([]);
    expect(hinted).not.toHaveBeenCalled();
  });

  it('refuses an event of another context, also an empty list of them, and writes nothing', async () => {
    const foreign = { ...parcelMoved, name: 'order.paid', owner: 'payments' };
    const publishing = (facts: number) =>
      setting.depot.database.transaction(async (tx) => {
        await publisher.publish(tx, parcelMoved, moved('parcel-1', 1));
        await publisher.publishAll(tx, foreign, facts === 0 ? [] : [moved('parcel-1', 2)]);
      });
    await expect(publishing(1)).rejects.toThrow(
      'order.paid is told by payments alone; depot cannot know that it is true',
    );
    await expect(publishing(0)).rejects.toThrow(/payments alone/);
    expect(await outbox()).toEqual([]);
  });

  it('carries the trace of the request to the consumer', async () => {
    const cause: SpanContext = {
      traceId: '0af7651916cd43dd8448eb211c80319c',
      spanId: 'b7ad6b7169203331',
      traceFlags: 1,
    };
    await context.with(trace.setSpanContext(ROOT_CONTEXT, cause), () =>
      setting.depot.database.transaction((tx) => publisher.publish(tx, parcelMoved, moved('parcel-1', 1))),
    );
    expect((await outbox())[0]?.traceparent).toBe('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01');
    const traces: (string | undefined)[] = [];
    const tracing = consume(parcelMoved, 'note-trace', async () => {
      traces.push(trace.getActiveSpan()?.spanContext().traceId);
    });
    const running = [await setting.startDepot(), await setting.startShop([tracing])];
    await drained(running);
    expect(traces).toEqual([cause.traceId]);
    await Promise.all(running.map((one) => one.stop()));
  });
});
