import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consume, drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, impatient, parcelMoved, type Setting, scribe } from './setting.ts';

describe('a database that goes away', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  beforeEach(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await setting.close();
  });

  /** Reads over a connection that nobody cut. */
  const seenParcels = async (): Promise<readonly string[]> => {
    const rows = await setting.shop
      .connectAgain(1)
      .orm.execute<{ parcel: string; version: number }>(sql`select parcel, version from seen order by id`);
    return rows.map(({ parcel, version }) => `${parcel} ${version}`);
  };

  it('uses up no attempt when it is the consumer’s own', async () => {
    let cutsLeft = 3;
    const cutOff = consume(parcelMoved, 'cut-off', async (event, { tx }) => {
      await tx.execute(
        sql`insert into seen (parcel, version) values (${event.aggregateId}, ${event.aggregateVersion})`,
      );
      if (cutsLeft-- > 0) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    const depot = await setting.startDepot();
    running = [depot, await setting.startShop([cutOff], impatient)];
    await setting.publish('cut', 1);
    await drained(running, 20_000);
    expect(await setting.bus.parked()).toEqual([]);
    expect(await seenParcels()).toEqual(['cut 1']);
  });

  it('is survived when every connection to every database is cut again and again', async () => {
    const parcels = Array.from({ length: 20 }, (_, index) => `parcel-${index}`);
    for (const parcel of parcels)
      for (let version = 1; version <= 5; version += 1) await setting.publish(parcel, version);
    const slow = scribe('write-down', () => sleep(3));
    running = [await setting.startDepot()];
    await drained(running);
    running.push(await setting.startShop([slow], { ...impatient, leaseMs: 1_000 }));
    const saboteur = setting.busDatabase.connectAgain(1);
    const names = [setting.depot.url, setting.shop.url, setting.busDatabase.url].map((url) =>
      new URL(url).pathname.slice(1),
    );
    for (let round = 0; round < 6; round += 1) {
      await sleep(40);
      await saboteur.orm.execute(
        sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname in ${names}`,
      );
    }
    await drained(running, 100_000);
    expect(await setting.bus.parked()).toEqual([]);
    const seen = await seenParcels();
    expect(seen).toHaveLength(100);
    for (const parcel of parcels) {
      expect(seen.filter((one) => one.startsWith(`${parcel} `))).toEqual(
        [1, 2, 3, 4, 5].map((version) => `${parcel} ${version}`),
      );
    }
  });
});
