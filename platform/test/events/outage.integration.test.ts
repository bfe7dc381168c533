import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consume, drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, impatient, parcelMoved, type Setting } from './setting.ts';

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
    let cutsLeft = 1;
    const cutOff = consume(parcelMoved, 'cut-off', async (event, { tx }) => {
      await tx.execute(
        sql`insert into seen (parcel, version) values (${event.aggregateId}, ${event.aggregateVersion})`,
      );
      if (cutsLeft-- > 0) await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
    });
    const depot = await setting.startDepot();
    running = [depot, await setting.startShop([cutOff], { ...impatient, maxAttempts: 1 })];
    await setting.publish('cut', 1);
    await drained(running, 20_000);
    expect(await setting.bus.parked()).toEqual([]);
    expect(await seenParcels()).toEqual(['cut 1']);
  });
});
