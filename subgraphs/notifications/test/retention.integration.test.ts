import { readConfig } from '@vitrina/platform/config';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { config } from '../src/config.ts';
import { maxAttempts } from '../src/domain/retry.ts';
import { portion } from '../src/store/retention.ts';
import { forgetOld } from '../src/usecases/forget-old.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';

const day = 24 * 3_600;
let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship, pay } = orderEvents(() => engine);
const sweep = () => engine.market.runSweep('old-rows');
const kinds = async () => (await runsOf(engine, 'usr_buyer')).map(({ kind }) => kind);
const count = async (table: string): Promise<number> => {
  const [row] = await engine.market.database.sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? 0;
};
const listed = async () =>
  (
    await engine.answer<{ notifications: { nodes: { sequence: number }[] } }>(
      '{ notifications { nodes { sequence } } }',
    )
  ).notifications.nodes.map(({ sequence }) => sequence);

describe('what is old', () => {
  it('leaves the log with its steps and tries when its days are over, and not before', async () => {
    await ship();
    await engine.work();
    await engine.pass(89 * day);
    await pay();
    await engine.work();
    await sweep();
    expect(await kinds()).toEqual(['order-paid', 'order-shipped']);
    await engine.pass(2 * day);
    await sweep();
    expect(await kinds()).toEqual(['order-paid']);
    // The buyer's run and one for each of the shop's two people, who have nowhere to be written to.
    expect([await count('workflow_run'), await count('step'), await count('step_try')]).toEqual([3, 1, 1]);
  });

  it('stays in the list of the app for longer, and the next message has the next number', async () => {
    await ship('ord_1');
    await engine.pass(300 * day);
    await ship('ord_2');
    await sweep();
    expect(await listed()).toEqual([2, 1]);
    await engine.pass(66 * day);
    await sweep();
    expect(await listed()).toEqual([2]);
    await ship('ord_3');
    expect(await listed()).toEqual([3, 2]);
  });

  it('stays where an operator has to look at it, whatever it is: dead letters, and addresses that are not written to', async () => {
    await ship();
    for (let tried = 0; tried < maxAttempts; tried += 1) engine.answers.push({ kind: 'RETRY', code: 'SMTP 450' });
    await engine.work();
    for (let tried = 0; tried < maxAttempts; tried += 1) await engine.pass(3_700);
    await engine.market.database.sql`insert into suppression (channel, address_hash, hint, reason, created_at)
      values ('EMAIL', 'h', 'b…@example.com', 'BOUNCE', ${engine.market.clock.now().toISOString()})`;
    await engine.pass(200 * day);
    await sweep();
    expect((await runsOf(engine, 'usr_buyer')).flatMap(({ steps }) => steps)).toMatchObject([{ state: 'FAILED' }]);
    expect(await count('suppression')).toBe(1);
  });

  it('goes with the digest it was told in: all of it, or nothing while its message waits', async () => {
    await engine.addBrowser('usr_buyer');
    for (let message = 0; message < 3; message += 1) await engine.write('cnv_1');
    engine.market.clock.advance(100 * day * 1_000);
    await sweep();
    expect([await count('workflow_run'), await count('digest')]).toEqual([3, 1]);
    await engine.work();
    expect(engine.handed).toMatchObject([{ subject: '3 new messages' }]);
    await sweep();
    expect([await count('workflow_run'), await count('digest')]).toEqual([0, 0]);
    await engine.pass(100 * day);
    await sweep();
    expect(await count('budget')).toBe(0);
  });

  it('is removed a portion at a time, and no further when the worker is asked to stop', async () => {
    const rows = 2 * portion + 10;
    await engine.market.database.sql`
      insert into workflow_run (id, workflow, recipient_id, category, params, event_id, state, created_at)
      select 'wfr_' || n, 'order-paid', 'usr_1', 'PAYMENTS', '{}', 'evt_' || n, 'STARTED', '2020-01-01'
      from generate_series(1, ${rows}::int) n`;
    expect(await forgetOld(engine.market.services, AbortSignal.abort())).toMatchObject({ runs: 0 });
    expect(await forgetOld(engine.market.services, new AbortController().signal)).toMatchObject({ runs: rows });
  });

  it('waits for nobody: what somebody works with at this moment goes with the next turn', async () => {
    for (const orderId of ['ord_1', 'ord_2', 'ord_3']) await ship(orderId);
    await engine.work();
    engine.market.clock.advance(400 * day * 1_000);
    const rival = engine.market.connectAgain(1);
    await rival.sql.begin(async (sql) => {
      await sql`select id from workflow_run where subject_id = 'ord_2' for update`;
      await sql`select id from notification where subject_id = 'ord_3' for update`;
      await sweep();
    });
    expect([await count('workflow_run'), await count('notification')]).toEqual([1, 1]);
    await sweep();
    expect([await count('workflow_run'), await count('notification')]).toEqual([0, 0]);
  });

  it('cannot be set to be forgotten while events may still come again', () => {
    expect(() => readConfig(config, { NOTIFICATIONS_LOG_DAYS: '7' })).toThrow('NOTIFICATIONS_LOG_DAYS');
    expect(readConfig(config, { NOTIFICATIONS_LOG_DAYS: '8' }).NOTIFICATIONS_IN_APP_DAYS).toBe(365);
  });
});
