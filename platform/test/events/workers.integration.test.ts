import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import { tidy } from '../../src/events/housekeeping.ts';
import { consume, drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, impatient, parcelMoved, type Setting, scribe } from './setting.ts';

describe('workers of a context', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await setting.clear();
  });
  afterAll(() => setting.close());

  it('let another worker have what a silent one held, and the inbox drops the repeat', async () => {
    running = [await setting.startDepot()];
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: 'parcel.moved' }]);
    await setting.publish('parcel-1', 1);
    await drained(running);
    const claim = { context: 'shop', consumers: ['shop.write-down'], limit: 10, leaseMs: 2_000 };
    const silent = await setting.bus.claim(claim);
    expect(silent).toHaveLength(1);
    expect(await setting.bus.claim(claim)).toEqual([]);
    running.push(await setting.startShop([scribe()]));
    await drained(running);
    expect(await setting.seen()).toHaveLength(1);
    // The silent one comes back to life: its lease is worth nothing any more.
    await setting.bus.park(silent[0]!, 'too late');
    await setting.bus.retry(silent[0]!, { delayMs: 0, error: 'too late', counts: true });
    expect(await setting.bus.parked()).toEqual([]);
    expect(await setting.bus.pending('shop')).toBe(0);
  });

  it('renew and give back the same deliveries in any order without waiting for each other', async () => {
    running = [await setting.startDepot()];
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: 'parcel.moved' }]);
    for (let parcel = 0; parcel < 150; parcel += 1) await setting.publish(`parcel-${parcel}`, 1);
    await drained(running);
    const claim = { context: 'shop', consumers: ['shop.write-down'], limit: 150, leaseMs: 60_000 };
    const claimed = await setting.bus.claim(claim);
    expect(claimed).toHaveLength(150);
    const other = setting.anotherBus();
    for (let round = 0; round < 20; round += 1)
      await Promise.all([setting.bus.extend(claimed, 60_000), other.extend(claimed.toReversed(), 60_000)]);
    await Promise.all([setting.bus.extend(claimed, 60_000), other.release(claimed.toReversed())]);
    expect(await setting.bus.claim(claim)).toHaveLength(150);
  });

  it('keep a long handler theirs by renewing its lease', async () => {
    let runs = 0;
    const slow = scribe('write-down', async () => {
      runs += 1;
      await sleep(4_000);
    });
    running = [
      await setting.startDepot(),
      await setting.startShop([slow], { leaseMs: 2_500 }),
      await setting.startShop([slow], { leaseMs: 2_500 }, setting.anotherBus()),
    ];
    await setting.publish('parcel-1', 1);
    await drained(running);
    expect(runs).toBe(1);
  });

  it('finish what runs and give back what is only held when they are stopped', async () => {
    let entered = (): void => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow = scribe('write-down', async () => {
      entered();
      await sleep(150);
    });
    const depot = await setting.startDepot();
    running = [depot];
    for (let version = 1; version <= 5; version += 1) await setting.publish('parcel-1', version);
    await depot.drained();
    const first = await setting.startShop([slow]);
    await inside;
    await first.stop();
    expect(await setting.seen()).toHaveLength(1);
    // Given back, not left to a 15-second lease.
    running.push(await setting.startShop([scribe()]));
    await drained(running, 12_000);
    expect((await setting.seen()).map((one) => one.version)).toEqual([1, 2, 3, 4, 5]);
  });

  it('fail a handler that takes too long, and what it does afterwards goes nowhere', async () => {
    let late: Promise<unknown> | undefined;
    const hanging = consume(parcelMoved, 'hang', (_event, { tx }) => {
      late = sleep(200).then(() => tx.execute(sql`insert into seen (consumer) values ('too late')`));
      return late.then(() => {});
    });
    running = [
      await setting.startDepot(),
      await setting.startShop([hanging], { ...impatient, maxAttempts: 1, handlerTimeoutMs: 50 }),
    ];
    await setting.publish('parcel-1', 1);
    await drained(running);
    expect((await setting.bus.parked())[0]?.error).toContain('The handler took longer than 50 ms.');
    await expect(late).rejects.toThrow();
    expect(await setting.seen()).toEqual([]);
  });

  it('run hints after the commit, and are done even when a hint fails or hangs', async () => {
    const visible: number[] = [];
    const hinting = consume(parcelMoved, 'hint', async (event, { tx, afterCommit }) => {
      await tx.execute(
        sql`insert into seen (parcel, version) values (${event.aggregateId}, ${event.aggregateVersion})`,
      );
      afterCommit(async () => visible.push((await setting.seen()).length));
      afterCommit(() => {
        throw new Error('Failed at once.');
      });
      afterCommit(() => Promise.reject(new Error('Failed later.')));
      afterCommit(() => new Promise(() => {}));
    });
    running = [
      await setting.startDepot(),
      await setting.startShop([hinting], { handlerTimeoutMs: 2_000, maxAttempts: 1 }),
    ];
    await setting.publish('parcel-1', 1);
    await drained(running);
    await setting.publish('parcel-1', 2);
    await drained(running);
    expect(visible).toEqual([1, 2]);
    expect(await setting.bus.parked()).toEqual([]);
  });

  it('give a consumer that is new what the bus still retains', async () => {
    running = [await setting.startDepot(), await setting.startShop([scribe('first')])];
    await setting.publish('parcel-1', 1);
    await setting.publish('parcel-1', 2);
    await drained(running);
    running.push(await setting.startShop([scribe('first'), scribe('second')]));
    await drained(running);
    expect((await setting.seen()).map(({ consumer, version }) => `${consumer} ${version}`)).toEqual([
      'first 1',
      'first 2',
      'second 1',
      'second 2',
    ]);
  });

  it('refuse to start with two consumers of one name', async () => {
    await expect(setting.startShop([scribe('twin'), scribe('twin')])).rejects.toThrow(
      'Two consumers are called shop.twin',
    );
  });

  it('forget what is done after its time, and keep what is not', async () => {
    running = [
      await setting.startDepot(),
      await setting.startShop(
        [
          scribe('write-down', (place) => {
            if (place === 'swamp') throw new Error('No.');
          }),
        ],
        impatient,
      ),
    ];
    await setting.publish('done', 1);
    await setting.publish('parked', 1, 'swamp');
    await drained(running);
    await setting.busDatabase.database.orm.execute(sql`update event set appended_at = now() - interval '8 days'`);
    await setting.shop.database.orm.execute(sql`update kit.inbox set handled_at = '2026-01-01'`);
    await setting.publish('fresh', 1);
    await drained(running);
    await tidy({
      database: setting.shop.database,
      bus: setting.bus,
      clock: manualClock(new Date('2026-02-14T06:00:00Z')),
    });
    const left = await setting.busDatabase.database.orm.execute<{ aggregate_id: string }>(
      sql`select aggregate_id from event order by position`,
    );
    expect(left.map((row) => row.aggregate_id)).toEqual(['parked', 'fresh']);
    const [inbox] = await setting.shop.database.orm.execute<{ count: number }>(
      sql`select count(*)::int as count from kit.inbox`,
    );
    expect(inbox?.count).toBe(1);
  });

  it('retire a consumer whose code is gone', async () => {
    running = [await setting.startDepot()];
    await setting.bus.register('shop', [{ consumer: 'shop.gone', eventName: 'parcel.moved' }]);
    await setting.publish('parcel-1', 1);
    await drained(running);
    expect(await setting.bus.lag()).toMatchObject([{ consumer: 'shop.gone', open: 1, parked: 0 }]);
    expect(await setting.bus.retire('shop.gone', { operator: 'ada', reason: 'feature removed' })).toBe(1);
    await setting.publish('parcel-1', 2);
    await drained(running);
    expect(await setting.bus.lag()).toEqual([]);
  });
});
