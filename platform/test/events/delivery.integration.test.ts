import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drained, type RunningEvents } from '../../src/events/index.ts';
import { metricsText } from '../../src/observability/index.ts';
import { createSetting, parcelMoved, type Setting, scribe } from './setting.ts';

describe('events from one context to another', () => {
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

  const counted = async (database: Setting['depot'], query: ReturnType<typeof sql>): Promise<number> => {
    const [row] = await database.database.orm.execute<{ count: number }>(query);
    return row?.count ?? -1;
  };
  const outboxSize = () => counted(setting.depot, sql`select count(*)::int as count from kit.outbox`);

  it('reach every consumer once', async () => {
    running = [await setting.startDepot(), await setting.startShop([scribe('first'), scribe('second')])];
    await setting.publish('parcel-1', 1, 'depot');
    await drained(running);
    expect(await setting.seen()).toEqual(
      expect.arrayContaining([
        { consumer: 'first', parcel: 'parcel-1', version: 1, place: 'depot' },
        { consumer: 'second', parcel: 'parcel-1', version: 1, place: 'depot' },
      ]),
    );
    expect(await setting.seen()).toHaveLength(2);
  });

  it('leave the outbox although nobody listens', async () => {
    running = [await setting.startDepot()];
    await setting.publish('parcel-1', 1);
    await drained(running);
    expect(await outboxSize()).toBe(0);
    expect(await counted(setting.busDatabase, sql`select count(*)::int as count from event`)).toBe(1);
  });

  it('are relayed by whoever is left when the relay at work dies', async () => {
    // Another process's relay in the middle of a batch: it holds the lock in an open transaction.
    const other = setting.depot.connectAgain(1);
    let die = (): void => {};
    let holds = (): void => {};
    const holding = new Promise<void>((resolve) => {
      holds = resolve;
    });
    const dying = new Promise<void>((_, reject) => {
      die = () => reject(new Error('killed'));
    });
    const batch = other.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(hashtext('vitrina.relay.depot'))`);
      holds();
      await dying;
    });
    await holding;
    await setting.publish('parcel-1', 1);
    running = [await setting.startDepot()];
    await expect(running[0]?.drained(300)).rejects.toThrow(/did not drain within 300 ms: .*"outbox":1/);
    die();
    await expect(batch).rejects.toThrow('killed');
    await drained(running);
    expect(await outboxSize()).toBe(0);
  });

  it('miss no consumer that registers while they are appended', async () => {
    const envelope = (index: number) => ({
      eventId: `evt_${index}`,
      name: parcelMoved.name,
      version: 1,
      aggregateId: `parcel-${index}`,
      aggregateVersion: 1,
      occurredAt: new Date(),
      payload: { place: 'gate' },
    });
    const other = setting.anotherBus();
    const appending = (async () => {
      for (let index = 0; index < 200; index += 1) await setting.bus.append([envelope(index)]);
    })();
    for (let late = 0; late < 10; late += 1) {
      await other.register('shop', [{ consumer: `shop.late-${late}`, eventName: parcelMoved.name }]);
    }
    await appending;
    expect(await setting.bus.append([envelope(0), envelope(200)])).toEqual(['shop']);
    const lag = await setting.bus.lag();
    expect(lag.map((one) => one.open)).toEqual(Array.from({ length: 10 }, () => 201));
  });

  it('show in the metrics how long they took', async () => {
    running = [await setting.startDepot(), await setting.startShop([scribe('measured')])];
    await setting.publish('parcel-1', 1);
    await drained(running);
    const { body } = await metricsText();
    expect(body).toMatch(/vitrina_event_delivery_seconds_count\{.*consumer="measured",outcome="done".*\} 1/);
    expect(body).toMatch(/vitrina_event_lag_seconds_count\{.*consumer="measured".*\} 1/);
  });

  it('can be looked after from the command line', async () => {
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: parcelMoved.name }]);
    const cli = fileURLToPath(new URL('../../src/events/cli.ts', import.meta.url));
    const run = (args: readonly string[], url: string) =>
      promisify(execFile)(process.execPath, ['--import', 'tsx', cli, ...args], {
        env: { ...process.env, VITRINA_BUS_URL: url },
      });
    expect((await run(['lag'], setting.busDatabase.url)).stdout).toBe(
      'shop.write-down  open 0  parked 0  oldest 0.0 s\n',
    );
    await expect(run(['lag'], 'mysql://nowhere')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('VITRINA_BUS_URL'),
    });
    await expect(run(['lag'], 'postgres://a:b@127.0.0.1:1/bus')).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('The bus database cannot be reached'),
    });
  });
});
