import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import {
  consume,
  createEventPublisher,
  drained,
  type EventConsumer,
  type RunningEvents,
  startEvents,
} from '../../src/events/index.ts';
import { silentLogger } from '../../src/logging/index.ts';
import { createSetting, impatient, parcelMoved, type Setting, scribe } from './setting.ts';

const parcelReturned = { ...parcelMoved, name: 'parcel.returned', owner: 'shop' };

describe('waiting until everything is told', () => {
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

  /** Depot and shop throw a parcel back and forth `hops` times; each throw is an event caused by the one before. */
  const startTennis = async (hops: number): Promise<void> => {
    const throwBack = (listen: typeof parcelMoved, answer: typeof parcelMoved): EventConsumer<unknown> => {
      const publisher = createEventPublisher(answer.owner, manualClock(), setting.wake);
      return consume(listen, 'throw-back', async (event, { tx }) => {
        if (event.aggregateVersion >= hops) return;
        const next = {
          aggregateId: event.aggregateId,
          aggregateVersion: event.aggregateVersion + 1,
          payload: { place: 'air' },
        };
        await publisher.publish(tx, answer, next);
      });
    };
    const rest = { bus: setting.bus, services: {}, clock: manualClock(), log: silentLogger, wake: setting.wake };
    running = [
      await startEvents({
        context: 'depot',
        database: setting.depot.database,
        consumers: [throwBack(parcelReturned, parcelMoved)],
        ...rest,
      }),
      await startEvents({
        context: 'shop',
        database: setting.shop.database,
        consumers: [throwBack(parcelMoved, parcelReturned)],
        ...rest,
      }),
    ];
  };

  it('is not fooled by facts on their way between two contexts', async () => {
    await startTennis(12);
    for (let game = 0; game < 8; game += 1) {
      await setting.publish(`parcel-${game}`, 1);
      await drained(running);
      const [bus] = await setting.busDatabase.database.orm.execute<{ count: number }>(
        sql`select count(*)::int as count from event where aggregate_id = ${`parcel-${game}`}`,
      );
      expect(bus?.count).toBe(12);
    }
  });

  it('says what is left when it takes too long', async () => {
    const never = scribe('write-down', () => {
      throw new Error('No.');
    });
    running = [await setting.startDepot(), await setting.startShop([never], { backoffMs: 60_000 })];
    await setting.publish('parcel-1', 1);
    await expect(drained(running, 3_000)).rejects.toThrow(
      /did not drain within 3000 ms: .*"context":"shop","outbox":0,"deliveries":1/,
    );
  });

  it('does not wait for what an operator has to decide', async () => {
    const never = scribe('write-down', () => {
      throw new Error('No.');
    });
    running = [await setting.startDepot(), await setting.startShop([never], impatient)];
    for (let version = 1; version <= 5; version += 1) await setting.publish('parcel-1', version);
    await drained(running);
    expect(await setting.bus.parked()).toMatchObject([{ waiting: 4 }]);
  });
});
