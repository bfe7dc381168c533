import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drained, type RunningEvents } from '../../src/events/index.ts';
import { createSetting, type Setting, scribe } from './setting.ts';

describe('a process killed in the middle', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  let child: ChildProcess | undefined;
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    await setting.clear();
  });
  afterAll(() => setting.close());

  /** Runs another process until the armed crash point kills it. */
  const untilKilledAt = async (crashPoint: string, depotUrl: string, shopUrl: string): Promise<void> => {
    const args = [
      '--import',
      'tsx',
      fileURLToPath(new URL('child.ts', import.meta.url)),
      depotUrl,
      shopUrl,
      setting.busDatabase.url,
    ];
    child = spawn(process.execPath, args, {
      env: { ...process.env, VITRINA_CRASH_POINT: crashPoint },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
  };
  const count = async (query: ReturnType<typeof sql>, of = setting.shop): Promise<number> => {
    const [row] = await of.database.orm.execute<{ count: number }>(query);
    return row?.count ?? -1;
  };

  it('between append and outbox delete appends nothing twice', async () => {
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: 'parcel.moved' }]);
    await setting.publish('parcel-1', 1, 'depot');
    await setting.publish('parcel-1', 2, 'van');
    await untilKilledAt('events.relay.after-append', setting.depot.url, '-');
    expect(await count(sql`select count(*)::int as count from kit.outbox`, setting.depot)).toBe(2);
    expect(await count(sql`select count(*)::int as count from event`, setting.busDatabase)).toBe(2);

    running = [await setting.startDepot(), await setting.startShop([scribe()])];
    await drained(running);
    expect(await count(sql`select count(*)::int as count from kit.outbox`, setting.depot)).toBe(0);
    expect(await count(sql`select count(*)::int as count from event`, setting.busDatabase)).toBe(2);
    expect((await setting.seen()).map((one) => one.place)).toEqual(['depot', 'van']);
  });

  it.each([
    { crashPoint: 'events.consumer.after-effect', committed: false, when: 'before the effect is committed' },
    {
      crashPoint: 'events.consumer.before-close',
      committed: true,
      when: 'after the effect, before the delivery is closed',
    },
  ])('$when leaves each effect exactly once', async ({ crashPoint, committed }) => {
    await setting.bus.register('shop', [{ consumer: 'shop.write-down', eventName: 'parcel.moved' }]);
    for (const [index, place] of ['depot', 'van', 'door'].entries())
      await setting.publish('parcel-1', index + 1, place);
    const depot = await setting.startDepot();
    await depot.drained();
    await depot.stop();
    await untilKilledAt(crashPoint, '-', setting.shop.url);
    // Deliveries that wait together take effect together: at least the first, at most all three.
    expect((await setting.seen()).length > 0).toBe(committed);
    expect(
      await count(sql`select count(*)::int as count from delivery where state = 'closed'`, setting.busDatabase),
    ).toBe(0);

    running = [await setting.startShop([scribe()])];
    await drained(running);
    expect((await setting.seen()).map((one) => one.place)).toEqual(['depot', 'van', 'door']);
    expect(await count(sql`select count(*)::int as count from kit.inbox`)).toBe(3);
    expect(
      await count(sql`select count(*)::int as count from delivery where state = 'closed'`, setting.busDatabase),
    ).toBe(3);
  });
});
