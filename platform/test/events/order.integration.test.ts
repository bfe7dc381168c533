import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { manualClock } from '../../src/clock/index.ts';
import { createEventPublisher, createLocalWake, drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, parcelMoved, type Setting, scribe } from './setting.ts';

describe('the order of events', () => {
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

  const publisher = createEventPublisher('depot', manualClock(), createLocalWake());
  /** One parcel's versions after the other's, so that neighbours on the bus belong to one aggregate. */
  const publishMany = (parcels: readonly string[], versions: number): Promise<void> =>
    setting.depot.database.transaction((tx) =>
      publisher.publishAll(
        tx,
        parcelMoved,
        parcels.flatMap((aggregateId) =>
          Array.from({ length: versions }, (_, index) => ({
            aggregateId,
            aggregateVersion: index + 1,
            payload: { place: `stop ${index + 1}` },
          })),
        ),
      ),
    );
  const versionsByParcel = async (): Promise<ReadonlyMap<string, number[]>> => {
    const byParcel = new Map<string, number[]>();
    for (const { parcel, version } of await setting.seen())
      byParcel.set(parcel, [...(byParcel.get(parcel) ?? []), version]);
    return byParcel;
  };

  it('holds per aggregate while several workers with several connections compete', async () => {
    const parcels = Array.from({ length: 25 }, (_, index) => `parcel-${index}`);
    const hesitant = scribe('write-down', () => (Math.random() < 0.1 ? sleep(Math.random() * 5) : undefined));
    running = await Promise.all([
      setting.startDepot(),
      ...[setting.anotherBus(), setting.anotherBus(), setting.anotherBus()].map((bus) =>
        setting.startShop([hesitant], { concurrency: 3, batch: 7 }, bus),
      ),
    ]);
    await publishMany(parcels, 20);
    await drained(running, 100_000);
    const seen = await versionsByParcel();
    expect(seen.size).toBe(25);
    for (const versions of seen.values()) expect(versions).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it('is kept by giving one aggregate to one claim, however many ask at the same moment', async () => {
    const depot = await setting.startDepot();
    running = [depot];
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: parcelMoved.name }]);
    await publishMany(['parcel-1'], 60);
    await depot.drained();
    const buses = Array.from({ length: 6 }, () => setting.anotherBus());
    for (let round = 0; round < 5; round += 1) {
      const claims = await Promise.all(
        buses.map((bus) => bus.claim({ context: 'shop', consumers: ['shop.write-down'], limit: 5, leaseMs: 30_000 })),
      );
      const given = claims.filter((claim) => claim.length > 0);
      expect(given).toHaveLength(1);
      expect(given[0]?.map((delivery) => delivery.event.aggregateVersion)).toEqual([1, 2, 3, 4, 5]);
      await setting.bus.release(given.flat());
    }
  });

  it('holds when a failing event makes its successors wait, while other aggregates overtake', async () => {
    let failuresLeft = 2;
    const stumbling = scribe('write-down', (place) => {
      if (place === 'stop 2' && failuresLeft-- > 0) throw new Error('Stumbled.');
    });
    await publishMany(['slow'], 4);
    running = [
      await setting.startDepot(),
      await setting.startShop([stumbling], { backoffMs: 2_000, maxBackoffMs: 2_000 }),
    ];
    await expect.poll(() => setting.seen()).toHaveLength(1);
    await publishMany(['fast'], 1);
    await drained(running);
    const order = (await setting.seen()).map(({ parcel, version }) => `${parcel} ${version}`);
    expect(order.filter((one) => one.startsWith('slow'))).toEqual(['slow 1', 'slow 2', 'slow 3', 'slow 4']);
    expect(order.indexOf('fast 1')).toBeLessThan(order.indexOf('slow 2'));
  });

  it('holds with two relays at once, and nothing is appended twice', async () => {
    const again = setting.depot.connectAgain(2);
    const parcels = Array.from({ length: 40 }, (_, index) => `parcel-${index}`);
    await publishMany(parcels, 30);
    running = await Promise.all([
      setting.startDepot(),
      setting.startDepot(again, setting.anotherBus()),
      setting.startShop([scribe()], { concurrency: 4 }),
    ]);
    await publishMany(
      parcels.map((parcel) => `${parcel}-later`),
      5,
    );
    await drained(running, 100_000);
    const [bus] = await setting.busDatabase.database.orm.execute<{ count: number }>(
      sql`select count(*)::int as count from event`,
    );
    expect(bus?.count).toBe(40 * 30 + 40 * 5);
    for (const versions of (await versionsByParcel()).values())
      expect(versions).toEqual([...versions].sort((a, b) => a - b));
    expect(await setting.seen()).toHaveLength(1_400);
  });

  it('does not lose a transaction that began earlier and commits later', async () => {
    running = [await setting.startDepot(), await setting.startShop([scribe()])];
    let commit = (): void => {};
    const mayCommit = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let written = (): void => {};
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const late = setting.depot.database.transaction(async (tx) => {
      await publisher.publish(tx, parcelMoved, {
        aggregateId: 'early-bird',
        aggregateVersion: 1,
        payload: { place: 'early' },
      });
      written();
      await mayCommit;
    });
    await isWritten;
    await setting.publish('other', 1, 'overtook');
    await drained(running);
    // The outbox looks empty: the earlier row is not visible yet, and its number is behind what was relayed.
    expect((await setting.seen()).map((one) => one.place)).toEqual(['overtook']);
    commit();
    await late;
    await drained(running);
    expect((await setting.seen()).map((one) => one.place)).toEqual(['overtook', 'early']);
  });
});
