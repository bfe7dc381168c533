import { describe, expect, it, vi } from 'vitest';
import type { Database } from '../database/index.ts';
import { silentLogger } from '../logging/index.ts';
import type { EventBus } from './bus/contract.ts';
import type { EventEnvelope } from './contract.ts';
import { startRelay } from './relay.ts';
import { createLocalWake } from './wake.ts';

const row = (position: string, more: { traceparent?: string } = {}) => ({
  position,
  event_id: `evt_${position}`,
  name: 'parcel.moved',
  version: 1,
  aggregate_id: 'prc_1',
  aggregate_version: position,
  payload: { place: 'gate' },
  traceparent: more.traceparent ?? null,
  occurred_at: '2026-01-15 12:00:00.123+00',
});
type Row = ReturnType<typeof row>;

/** An outbox: a transaction takes up to 500 rows out of it, in whatever order, and they are back when it fails. */
const outbox = (given: readonly Row[]) => {
  let rows = [...given];
  const take = async (): Promise<Row[]> => {
    const taken = rows.slice(0, 500);
    rows = rows.slice(500);
    return taken.toReversed();
  };
  const begin = async (work: (tx: unknown) => Promise<unknown>): Promise<unknown> => {
    const before = rows;
    try {
      return await work(take);
    } catch (error) {
      rows = before;
      throw error;
    }
  };
  const sql = Object.assign(async () => [{ any: rows.length > 0 }], { begin });
  return { database: { sql } as unknown as Database, left: () => rows.length, add: (one: Row) => void rows.push(one) };
};

const running = (given: readonly Row[], append: EventBus['append']) => {
  const wake = createLocalWake();
  const woken: string[] = [];
  for (const context of ['shop', 'mail']) wake.listen('deliveries', context, () => woken.push(context));
  const box = outbox(given);
  const bus = { append } as EventBus;
  const relay = startRelay({ context: 'depot', database: box.database, bus, wake, log: silentLogger });
  const empty = () => vi.waitFor(() => expect([box.left(), relay.busy()]).toEqual([0, false]), { timeout: 5_000 });
  return { wake, woken, relay, empty, ...box };
};

describe('the relay of a context', () => {
  it('gives the bus what is in the outbox in the order it was written, as it was written', async () => {
    const appended: EventEnvelope[] = [];
    // Positions may pass what a number holds exactly, and two of these would be one then.
    const positions = ['9007199254740992', '9', '9007199254740993', '10'];
    const { relay, empty } = running(
      positions.map((position) => row(position, { traceparent: '00-a-b-01' })),
      async (events) => {
        appended.push(...events);
        return [];
      },
    );
    await empty();
    await relay.stop();
    expect(appended.map(({ eventId }) => eventId)).toEqual([
      'evt_9',
      'evt_10',
      'evt_9007199254740992',
      'evt_9007199254740993',
    ]);
    expect(appended[0]).toEqual({
      eventId: 'evt_9',
      name: 'parcel.moved',
      version: 1,
      aggregateId: 'prc_1',
      aggregateVersion: 9,
      occurredAt: new Date('2026-01-15T12:00:00.123Z'),
      payload: { place: 'gate' },
      traceparent: '00-a-b-01',
    });
  });

  it('wakes the contexts that have something to do now, and no others', async () => {
    const { relay, woken, empty } = running([row('1')], async () => ['shop']);
    await empty();
    await relay.stop();
    expect(woken).toEqual(['shop']);
  });

  it('takes a full outbox batch after batch, without pausing in between', async () => {
    const sizes: number[] = [];
    const { relay, empty } = running(
      Array.from({ length: 1_100 }, (_, index) => row(String(index))),
      async (events) => {
        sizes.push(events.length);
        return [];
      },
    );
    await empty();
    await relay.stop();
    expect(sizes).toEqual([500, 500, 100]);
    expect(relay.moves()).toBe(3);
  });

  it('keeps what the bus would not take, and goes on with it when somebody rings', async () => {
    let tries = 0;
    const { relay, wake, left, empty } = running([row('1')], async () => {
      tries += 1;
      if (tries === 1) throw new Error('The bus is away.');
      return [];
    });
    await vi.waitFor(() => expect([tries, relay.busy()]).toEqual([1, false]));
    expect([left(), relay.moves()]).toEqual([1, 0]);
    // By itself it would try again after two seconds.
    wake.hint('outbox', 'depot');
    await empty();
    await relay.stop();
    expect(tries).toBe(2);
  });

  it('looks when it is hinted at, and no more once it is stopped', async () => {
    const append = vi.fn<EventBus['append']>(async () => []);
    const { relay, wake, add, left, empty } = running([], append);
    await empty();
    add(row('1'));
    wake.hint('outbox', 'depot');
    await empty();
    await relay.stop();
    add(row('2'));
    wake.hint('outbox', 'depot');
    await new Promise((resolve) => setImmediate(resolve));
    expect([append.mock.calls.length, left()]).toEqual([1, 1]);
  });
});
