import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drained, type RunningEvents } from '../../src/events/index.ts';
import { runOperatorCommand } from '../../src/events/operator-commands.ts';
import { createSetting, impatient, type Setting, scribe } from './setting.ts';

describe('a delivery that cannot be handled', () => {
  let setting: Setting;
  let running: RunningEvents[] = [];
  let poisonous = true;
  const failing = scribe('write-down', (place) => {
    if (poisonous && place === 'swamp') throw new Error('The swamp\0 cannot be written down.');
  });
  beforeAll(async () => {
    setting = await createSetting();
  });
  afterEach(async () => {
    await Promise.all(running.map((one) => one.stop()));
    running = [];
    poisonous = true;
    await setting.clear();
  });
  afterAll(() => setting.close());

  const publishAround = async (): Promise<void> => {
    await setting.publish('poisoned', 1, 'depot');
    await setting.publish('poisoned', 2, 'swamp');
    await setting.publish('poisoned', 3, 'door');
    await setting.publish('healthy', 1, 'depot');
    await setting.publish('healthy', 2, 'door');
  };
  const placesOf = async (parcel: string): Promise<readonly string[]> =>
    (await setting.seen()).filter((one) => one.parcel === parcel).map((one) => one.place);
  const start = async (): Promise<void> => {
    running = [await setting.startDepot(), await setting.startShop([failing], impatient)];
  };

  it('parks its own aggregate after the attempts are used up, and no other', async () => {
    await publishAround();
    await start();
    await drained(running);
    expect(await placesOf('poisoned')).toEqual(['depot']);
    expect(await placesOf('healthy')).toEqual(['depot', 'door']);
    expect(await setting.bus.parked()).toMatchObject([
      {
        consumer: 'shop.write-down',
        aggregateId: 'poisoned',
        attempts: 3,
        waiting: 1,
        error: 'Error: The swamp\uFFFD cannot be written down.',
      },
    ]);
    await setting.publish('poisoned', 4, 'late');
    await drained(running);
    expect(await placesOf('poisoned')).toEqual(['depot']);
  });

  it('goes on in order when it is replayed after the repair', async () => {
    await publishAround();
    await start();
    await drained(running);
    poisonous = false;
    expect(await setting.bus.replay('shop.write-down', undefined, { operator: 'ada' })).toBe(1);
    await drained(running);
    expect(await placesOf('poisoned')).toEqual(['depot', 'swamp', 'door']);
    expect(await setting.bus.parked()).toEqual([]);
  });

  it('is parked again when the replay fails too', async () => {
    await publishAround();
    await start();
    await drained(running);
    await setting.bus.replay('shop.write-down', undefined, { operator: 'ada' });
    await drained(running);
    expect(await setting.bus.parked()).toMatchObject([{ aggregateId: 'poisoned', attempts: 3 }]);
    expect(await placesOf('poisoned')).toEqual(['depot']);
  });

  it('is given up by a skip, which is recorded with its reason', async () => {
    await publishAround();
    await start();
    await drained(running);
    const [parked] = await setting.bus.parked();
    const args = ['skip', 'shop.write-down', parked?.eventId ?? '', '--reason', 'lost parcel', '--operator', 'ada'];
    expect(await runOperatorCommand(setting.bus, args, 'nobody')).toMatchObject({ exitCode: 0 });
    await drained(running);
    expect(await placesOf('poisoned')).toEqual(['depot', 'door']);
    const recorded = await setting.busDatabase.database.orm.execute(
      sql`select action, consumer, event_id, operator, reason from intervention`,
    );
    expect([...recorded]).toEqual([
      {
        action: 'skip',
        consumer: 'shop.write-down',
        event_id: parked?.eventId,
        operator: 'ada',
        reason: 'lost parcel',
      },
    ]);
    expect(await runOperatorCommand(setting.bus, args, 'nobody')).toMatchObject({ exitCode: 1 });
  });

  it('is parked at once when its version is unknown, saying what to do', async () => {
    await start();
    await setting.publish('future', 1, 'depot');
    await drained(running);
    await setting.depot.database.orm.execute(sql`
      insert into kit.outbox (event_id, name, version, aggregate_id, aggregate_version, payload, occurred_at)
      values ('evt_future', 'parcel.moved', 2, 'future', 2, '{"where": "moon"}', now()),
             ('evt_garbled', 'parcel.moved', 1, 'garbled', 1, '{"place": 7}', now())`);
    await drained(running);
    const parked = await setting.bus.parked();
    expect(parked.map(({ eventId, attempts }) => ({ eventId, attempts }))).toEqual([
      { eventId: 'evt_future', attempts: 1 },
      { eventId: 'evt_garbled', attempts: 1 },
    ]);
    expect(parked[0]?.error).toContain('arrived as version 2, but this consumer reads version 1');
    expect(parked[1]?.error).toContain('does not fit its contract: place');
  });

  it('shows up in the operator commands', async () => {
    await publishAround();
    await start();
    await drained(running);
    const list = await runOperatorCommand(setting.bus, ['list'], 'ada');
    expect(list.text).toContain('cannot be written down.');
    expect((await runOperatorCommand(setting.bus, ['lag'], 'ada')).text).toContain('shop.write-down  open 1  parked 1');
    poisonous = false;
    expect(await runOperatorCommand(setting.bus, ['replay', 'shop.write-down', 'all'], 'ada')).toMatchObject({
      exitCode: 0,
    });
    await drained(running);
    expect((await runOperatorCommand(setting.bus, ['list'], 'ada')).text).toBe('Nothing is parked.');
    expect(await runOperatorCommand(setting.bus, ['skip', 'shop.write-down', 'evt_1'], 'ada')).toMatchObject({
      exitCode: 2,
    });
    expect(await runOperatorCommand(setting.bus, ['toString'], 'ada')).toMatchObject({ exitCode: 2 });
  });
});
