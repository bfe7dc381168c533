import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { consume, drained, type EventConsumer, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, impatient, parcelMoved, type Setting, scribe } from './setting.ts';

describe('deliveries that wait together', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await setting.clear();
  });
  afterAll(() => setting.close());

  /** A transaction takes deliveries for milliseconds; where a test means that they fit, none may pass on a busy machine. */
  const timeStandsStill = (): void => void vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  /** Puts everything on the bus before anybody consumes. */
  const waiting = async (parcels: readonly string[], versions = 1, consumer = 'write-down'): Promise<void> => {
    const depot = await setting.startDepot();
    running = [depot];
    await setting.bus.register('shop', [{ consumer: `shop.${consumer}`, eventName: parcelMoved.name }]);
    for (let version = 1; version <= versions; version += 1)
      for (const parcel of parcels) await setting.publish(parcel, version, `${parcel} ${version}`);
    await depot.drained();
  };
  /** Distinct database transactions the effects were written in. */
  const transactions = async (): Promise<number> => {
    const [row] = await setting.shop.database.orm.execute<{ n: number }>(
      sql`select count(distinct xmin::text)::int as n from seen`,
    );
    return row?.n ?? 0;
  };
  const parcels = Array.from({ length: 20 }, (_, index) => `parcel-${index}`);
  const start = async (consumers: readonly EventConsumer<unknown>[], settings = {}): Promise<void> => {
    running.push(await setting.startShop(consumers, settings));
    await drained(running);
  };

  it('take effect in one transaction, in order, each once', async () => {
    await waiting(parcels, 2);
    timeStandsStill();
    await start([scribe()]);
    const seen = await setting.seen();
    expect(seen).toHaveLength(40);
    expect(await transactions()).toBeLessThan(10);
    for (const parcel of parcels)
      expect(seen.filter((one) => one.parcel === parcel).map(({ version }) => version)).toEqual([1, 2]);
    const [inbox] = await setting.shop.database.orm.execute<{ n: number }>(
      sql`select count(*)::int as n from kit.inbox`,
    );
    expect(inbox?.n).toBe(40);
  });

  it('do not take each other down: the one that fails waits alone, the others have their effect once', async () => {
    await waiting(parcels, 2);
    const stubborn = scribe('write-down', (place) => {
      if (place === 'parcel-7 1') throw new Error('Never.');
    });
    await start([stubborn], impatient);
    const seen = await setting.seen();
    expect(seen).toHaveLength(38);
    expect(seen.some(({ parcel }) => parcel === 'parcel-7')).toBe(false);
    expect(await setting.bus.parked()).toMatchObject([{ aggregateId: 'parcel-7', waiting: 1 }]);
  });

  it('are dropped where the effect was committed before', async () => {
    await waiting(parcels);
    const events = await setting.busDatabase.database.orm.execute<{ event_id: string }>(
      sql`select event_id from event order by position limit 5`,
    );
    for (const { event_id } of events)
      await setting.shop.database.orm.execute(
        sql`insert into kit.inbox (consumer, event_id) values ('shop.write-down', ${event_id})`,
      );
    await start([scribe()]);
    expect((await setting.seen()).map(({ parcel }) => parcel).sort()).toEqual(parcels.slice(5).sort());
  });

  it('leave the transaction soon when they are slow, so that its locks are not held for all of them', async () => {
    await waiting(parcels.slice(0, 6));
    await start([scribe('write-down', () => sleep(100))]);
    expect(await setting.seen()).toHaveLength(6);
    expect(await transactions()).toBe(6);
  });

  it('give back what is left when the worker is stopped in the middle', async () => {
    await waiting(parcels);
    let entered = (): void => {};
    const inside = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const slow = scribe('write-down', async () => {
      entered();
      await sleep(120);
    });
    const first = await setting.startShop([slow]);
    await inside;
    await first.stop();
    expect(await setting.seen()).toHaveLength(1);
    await start([scribe()]);
    expect(await setting.seen()).toHaveLength(20);
  });

  /** Gathers what a transaction's events say and writes it at the end of it; `fails` speaks against one of them there. */
  const gatherer = (fails?: string) => {
    const statements: string[][] = [];
    const gathered = new WeakMap<object, string[]>();
    const consumer = consume(parcelMoved, 'gather', async ({ aggregateId }, { tx, beforeCommit }) => {
      const open = gathered.get(tx);
      if (open) return void open.push(aggregateId);
      const mine = [aggregateId];
      gathered.set(tx, mine);
      beforeCommit(async () => {
        statements.push(mine);
        if (fails !== undefined && mine.includes(fails)) throw new Error('Never.');
        await tx.execute(
          sql`insert into seen (parcel) select * from jsonb_array_elements_text(${JSON.stringify(mine)}::jsonb)`,
        );
      });
    });
    return { consumer, statements };
  };

  it('may be written by one statement before their transaction ends', async () => {
    await waiting(parcels, 1, 'gather');
    const { consumer, statements } = gatherer();
    timeStandsStill();
    await start([consumer]);
    expect(statements.flat().sort()).toEqual([...parcels].sort());
    expect(statements.length).toBeLessThan(5);
    expect(await setting.seen()).toHaveLength(20);
  });

  it('that cannot be written together are written one by one, and the one at fault waits alone', async () => {
    await waiting(parcels, 1, 'gather');
    await start([gatherer('parcel-3').consumer], impatient);
    expect(await setting.seen()).toHaveLength(19);
    expect(await setting.bus.parked()).toMatchObject([{ aggregateId: 'parcel-3' }]);
  });

  it('run their hints only when all of them are committed', async () => {
    await waiting(parcels.slice(0, 3), 1, 'hint');
    const visible: number[] = [];
    const hinting = consume(parcelMoved, 'hint', async (event, { tx, afterCommit }) => {
      await tx.execute(sql`insert into seen (parcel) values (${event.aggregateId})`);
      afterCommit(async () => void visible.push((await setting.seen()).length));
    });
    timeStandsStill();
    await start([hinting]);
    await expect.poll(() => visible).toEqual([3, 3, 3]);
  });
});
