import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxAttempts } from '../src/domain/retry.ts';
import { claimDue, markHanded } from '../src/store/steps.ts';
import { runDue } from '../src/usecases/run-due.ts';
import { runSteps } from '../src/usecases/run-steps.ts';
import { atOnce } from '../src/usecases/side-by-side.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderEvents } from './order-events.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const { ship, deliverOrder, failPayment, pay } = orderEvents(() => engine);
const prefer = (input: Record<string, unknown>, userId = 'usr_buyer') =>
  engine.answer(
    'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }',
    { input: { expectedVersion: 0, ...input } },
    userId,
  );
const sentBy = (channel: string) => engine.handed.filter((message) => message.channel === channel);
const stepsOf = async (kind: string) => (await runsOf(engine, 'usr_buyer', kind)).flatMap(({ steps }) => steps);

describe('a worker that dies between handing over and hearing the answer', () => {
  /** Claims what is due and notes it as handed over, as a worker does before it calls the provider; then nothing more. */
  const dieAfterHandingOver = async () => {
    const { database, clock } = engine.market.services;
    const now = clock.now();
    const claimed = await claimDue(database.orm, { now, until: new Date(now.getTime() + 90_000), limit: 96 });
    await markHanded(database.orm, claimed);
    return claimed;
  };
  /** Closes due digests as a worker that is asked to stop: what follows is left to the next one. */
  const closeDigests = async () => {
    const { database, clock } = engine.market.services;
    const now = clock.now();
    const until = new Date(now.getTime() + 90_000);
    const steps = await claimDue(database.orm, { now, until, limit: 96 });
    await runSteps(engine.market.services, { steps, until }, AbortSignal.abort());
  };

  /** Does what is due as a worker that is killed while a provider has its message: it never hears the answer. */
  const dieWhileHandingOverBy = async (channel: 'WEB_PUSH' | 'TELEGRAM') => {
    let handOver = (): void => {};
    const handed = new Promise<void>((resolve) => {
      handOver = resolve;
    });
    const { services } = engine.market;
    const silent = {
      deduplicates: services.channels[channel]?.deduplicates ?? false,
      send: () => {
        handOver();
        return new Promise<never>(() => {});
      },
      close: async () => {},
    };
    void runDue({ ...services, channels: { ...services.channels, [channel]: silent } }, new AbortController().signal);
    await handed;
  };
  const busy = (times: number) => Array.from({ length: times }, () => ({ kind: 'RETRY' as const, code: 'PUSH 503' }));

  it('has a push tried for as long as any message, and not said by mail as well', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await dieWhileHandingOverBy('WEB_PUSH');
    engine.answers.push(...busy(5));
    for (let tried = 0; tried < maxAttempts; tried += 1) await engine.pass(1_000);
    expect(engine.handed.map(({ channel }) => channel)).toEqual(Array.from({ length: 6 }, () => 'WEB_PUSH'));
    expect(new Set(engine.handed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    const [, push, ...others] = await stepsOf('message-received');
    expect(push).toMatchObject({ type: 'WEB_PUSH', state: 'SENT' });
    expect(push?.tries.map(({ outcome }) => outcome)).toEqual([...busy(5).map(({ kind }) => kind), 'ACCEPTED']);
    expect(others).toEqual([]);
  });

  it('leaves it at that when the provider does not take it in eight tries', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await dieWhileHandingOverBy('WEB_PUSH');
    engine.answers.push(...busy(maxAttempts));
    for (let tried = 0; tried < maxAttempts; tried += 1) await engine.pass(3_600);
    expect(sentBy('WEB_PUSH')).toHaveLength(maxAttempts);
    expect(engine.handed).toHaveLength(maxAttempts);
    expect((await stepsOf('message-received')).at(-1)).toMatchObject({
      type: 'WEB_PUSH',
      state: 'UNCERTAIN',
      reason: 'PUSH 503',
    });
  });

  it('leaves a push that one browser may have shown, though the other one is gone', async () => {
    await engine.addBrowser('usr_buyer', 'gone');
    await engine.addBrowser('usr_buyer', 'full');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await dieWhileHandingOverBy('WEB_PUSH');
    engine.answers.push(
      { kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true },
      { kind: 'REFUSED', code: 'PUSH 413', addressIsDead: false },
    );
    await engine.pass(100);
    expect(sentBy('EMAIL')).toEqual([]);
    expect((await stepsOf('message-received')).at(-1)).toMatchObject({ type: 'WEB_PUSH', state: 'UNCERTAIN' });
  });

  it('leaves a push that no other channel says again, though the person wants no pushes since', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await closeDigests();
    expect(await dieAfterHandingOver()).toMatchObject([{ type: 'WEB_PUSH' }]);
    await prefer({ choices: [{ category: 'MESSAGES', channel: 'WEB_PUSH', enabled: false }] });
    await engine.pass(100);
    expect(engine.handed).toEqual([]);
    expect((await stepsOf('message-received')).at(-1)).toMatchObject({ type: 'WEB_PUSH', state: 'UNCERTAIN' });
  });

  it('leaves a push to a browser that is gone, which is told by the next channel', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await closeDigests();
    await dieAfterHandingOver();
    await engine.market.database.sql`delete from contact_point`;
    await engine.pass(100);
    expect(engine.handed).toMatchObject([{ channel: 'EMAIL' }]);
  });

  it('has it sent again under the same key while the channel still stands', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await closeDigests();
    const [step] = await dieAfterHandingOver();
    await engine.pass(100);
    expect(engine.handed).toMatchObject([{ channel: 'WEB_PUSH', idempotencyKey: step?.id }]);
  });

  it('has it not sent again where the provider would not notice', async () => {
    await engine.addTelegram('usr_buyer');
    await engine.write('cnv_1');
    engine.market.clock.advance(121_000);
    await dieWhileHandingOverBy('TELEGRAM');
    await engine.pass(100);
    expect(engine.handed).toEqual([]);
    expect((await stepsOf('message-received')).at(-1)).toMatchObject({ state: 'UNCERTAIN', reason: 'CUT_OFF' });
  });
});

describe('what is no longer so', () => {
  const failedOrder = { orderId: 'ord_1', number: 'V-1', status: 'CANCELLED', awaitsPayment: true };

  it('is not said: "pay now" is sent while paying would help', async () => {
    engine.orders.set('ord_1', failedOrder);
    await failPayment();
    await engine.work();
    engine.handed.length = 0;
    await engine.pass(3_600);
    await engine.work();
    expect(engine.handed).toMatchObject([{ channel: 'EMAIL', text: expect.stringContaining('pay now') }]);
    expect(await stepsOf('payment-reminder')).toMatchObject([
      { type: 'DELAY' },
      { type: 'IN_APP', state: 'SENT' },
      {},
      {},
      {},
    ]);
  });

  it('is cancelled by key when the order was shipped', async () => {
    engine.orders.set('ord_1', failedOrder);
    await failPayment();
    await ship();
    await engine.work();
    engine.handed.length = 0;
    await engine.pass(7_200);
    expect(engine.handed).toEqual([]);
    expect(await runsOf(engine, 'usr_buyer', 'payment-reminder')).toMatchObject([
      { state: 'CANCELLED', steps: [{ type: 'DELAY', state: 'CANCELLED' }] },
    ]);
  });

  it('is asked again at the last moment: bought meanwhile, also while the reminder waited for the morning', async () => {
    engine.orders.set('ord_1', failedOrder);
    await prefer({ timeZone: 'UTC', quietHours: { from: '12:30', to: '20:00' } });
    await failPayment();
    await engine.pass(3_600);
    await engine.work();
    engine.handed.length = 0;
    engine.orders.set('ord_1', { ...failedOrder, awaitsPayment: false });
    await engine.pass(8 * 3_600);
    expect(engine.handed).toEqual([]);
    expect((await stepsOf('payment-reminder')).at(-1)).toMatchObject({
      state: 'SKIPPED',
      reason: 'CONDITION payment-awaited',
    });
  });

  it('is not pushed when it is cancelled while the worker that has it looks up the address', async () => {
    await engine.addBrowser('usr_buyer');
    await ship();
    engine.meanwhile.push(() => deliverOrder('ord_1'));
    await engine.work();
    expect(sentBy('WEB_PUSH').map(({ data }) => data['kind'])).toEqual(['order-delivered']);
    const [run] = await runsOf(engine, 'usr_buyer', 'order-shipped');
    expect(run).toMatchObject({ state: 'CANCELLED' });
    expect(run?.steps.find(({ type }) => type === 'WEB_PUSH')).toMatchObject({ state: 'CANCELLED', tries: [] });
  });

  it('is not pushed for a run that was cancelled at the moment its step was written', async () => {
    await engine.addBrowser('usr_buyer');
    await ship();
    // Whoever cancels sees the steps there are; what another transaction is writing is left to whoever sends it.
    await engine.market.database.sql`update workflow_run set state = 'CANCELLED' where workflow = 'order-shipped'`;
    await engine.work();
    expect(sentBy('WEB_PUSH')).toEqual([]);
    expect(await stepsOf('order-shipped')).toContainEqual(
      expect.objectContaining({ type: 'WEB_PUSH', state: 'CANCELLED', reason: 'NO_LONGER_OURS' }),
    );
  });

  it('is not pushed about an order that has arrived', async () => {
    await engine.addBrowser('usr_buyer');
    await prefer({ timeZone: 'UTC', quietHours: { from: '11:00', to: '13:00' } });
    await ship();
    await engine.work();
    await deliverOrder('ord_1');
    await engine.pass(3_700);
    expect(sentBy('WEB_PUSH').map(({ data }) => data['kind'])).toEqual(['order-delivered']);
  });
});

describe('a crowd', () => {
  it('is looked up in one question per batch, and mandatory messages overtake it', async () => {
    for (let order = 0; order < 80; order += 1) await ship(`ord_${order}`, `usr_${order}`);
    await pay();
    await engine.work();
    // Those that are sent side by side are in no order among themselves.
    expect(engine.handed.slice(0, atOnce).some(({ subject }) => subject.includes('Payment'))).toBe(true);
    expect(engine.handed).toHaveLength(81);
    expect(engine.calls['contacts']).toHaveLength(1);
  });
});

describe('dead letters', () => {
  it('are listed, and put back one by one or by filter', async () => {
    await ship('ord_1');
    await ship('ord_2', 'usr_other');
    engine.answers.push(
      ...Array.from({ length: 2 * maxAttempts }, () => ({ kind: 'RETRY' as const, code: 'SMTP 451' })),
    );
    for (let tried = 0; tried < maxAttempts; tried += 1) await engine.pass(4_000);
    const dead = () =>
      engine.answer<{ notificationDeliveries: { nodes: { id: string; tries: unknown[] }[] } }>(
        '{ notificationDeliveries(state: FAILED, channel: EMAIL, kind: "order-shipped") { nodes { id tries { number code } } } }',
        {},
        'usr_admin',
      );
    const before = (await dead()).notificationDeliveries.nodes;
    expect(before.map(({ tries }) => tries.length)).toEqual([maxAttempts, maxAttempts]);
    const replay = (filter: Record<string, unknown>) =>
      engine.answer<{ replayNotificationDeliveries: { replayedCount: number; userErrors: unknown[] } }>(
        'mutation ($input: ReplayNotificationDeliveriesInput!) { replayNotificationDeliveries(input: $input) { replayedCount userErrors { code } } }',
        { input: filter },
        'usr_admin',
      );
    expect((await replay({ kind: 'order-paid' })).replayNotificationDeliveries.replayedCount).toBe(0);
    expect((await replay({ limit: 20_000 })).replayNotificationDeliveries.userErrors).toEqual([
      { code: 'LIMIT_TOO_HIGH' },
    ]);
    engine.handed.length = 0;
    const asked = { channel: 'EMAIL', failedFrom: '2026-01-15T12:00:00Z' };
    expect((await replay(asked)).replayNotificationDeliveries.replayedCount).toBe(2);
    await engine.work();
    expect(engine.handed).toHaveLength(2);
    expect((await dead()).notificationDeliveries.nodes).toEqual([]);
  });
});
