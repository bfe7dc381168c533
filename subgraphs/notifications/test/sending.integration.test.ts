import { orderDelivered, orderPaid, orderShipped, paymentFailed } from '@vitrina/schema/events';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxAttempts } from '../src/domain/retry.ts';
import { claimDue, markHanded } from '../src/store/steps.ts';
import { runDue } from '../src/usecases/run-due.ts';
import { runSteps } from '../src/usecases/run-steps.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';
import { orderFacts } from './setting.ts';

let engine: Engine;
beforeEach(async () => {
  engine = await openEngine();
});
afterEach(() => engine.close());

const ship = (orderId = 'ord_1', buyerId = 'usr_buyer') =>
  engine.market.deliver(orderShipped, {
    aggregateId: orderId,
    aggregateVersion: 2,
    payload: { ...orderFacts, orderId, buyerId, carrier: null, trackingNumber: null },
  });
const deliverOrder = (orderId: string) =>
  engine.market.deliver(orderDelivered, {
    aggregateId: orderId,
    aggregateVersion: 3,
    payload: { ...orderFacts, orderId, deliveredAt: '2026-01-15T12:00:00Z' },
  });
const failPayment = () =>
  engine.market.deliver(paymentFailed, {
    aggregateId: 'pay_1',
    aggregateVersion: 1,
    payload: {
      paymentId: 'pay_1',
      groupId: 'grp_1',
      orderIds: ['ord_1'],
      buyerId: 'usr_buyer',
      code: 'card_declined',
      message: 'The bank declined the card.',
    },
  });
const pay = () =>
  engine.market.deliver(orderPaid, {
    aggregateId: 'ord_1',
    aggregateVersion: 1,
    payload: {
      paymentId: 'pay_1',
      groupId: 'grp_1',
      orderId: 'ord_1',
      shopId: 'shp_1',
      buyerId: 'usr_buyer',
      amountMinor: '129900',
      currency: 'RUB',
    },
  });
const prefer = (input: Record<string, unknown>, userId = 'usr_buyer') =>
  engine.answer(
    'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }',
    { input: { expectedVersion: 0, ...input } },
    userId,
  );
const sentBy = (channel: string) => engine.handed.filter((message) => message.channel === channel);
const stepsOf = async (kind: string) => (await runsOf(engine, 'usr_buyer', kind)).flatMap(({ steps }) => steps);

describe('quiet hours', () => {
  const night = { timeZone: 'Europe/Berlin', quietHours: { from: '12:30', to: '14:00' } };

  it('put off what could wait, are asked again when it is sent, and do not use up tries', async () => {
    await prefer(night);
    await ship();
    await engine.work();
    expect(engine.handed).toEqual([]);
    expect(await stepsOf('order-shipped')).toMatchObject([{ state: 'PENDING', attempts: 0, reason: 'QUIET_HOURS' }]);
    await prefer({ expectedVersion: 1, quietHours: { from: '12:30', to: '15:00' } });
    await engine.pass(3_600);
    expect(engine.handed).toEqual([]);
    await engine.pass(3_599);
    expect(engine.handed).toEqual([]);
    await engine.pass(1);
    expect(engine.handed).toMatchObject([{ channel: 'EMAIL' }]);
  });

  it('let payments and security through', async () => {
    await prefer(night);
    await pay();
    await engine.work();
    expect(sentBy('EMAIL')).toMatchObject([{ subject: expect.stringContaining('Payment') }]);
  });
});

describe('pushes', () => {
  it('are never more than three a minute for one person, and none is lost', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 10; order += 1) await ship(`ord_${order}`);
    for (let second = 0; second < 260; second += 10) await engine.pass(10);
    const times = sentBy('WEB_PUSH').map(({ at }) => at.getTime());
    expect(times).toHaveLength(10);
    for (const [index, time] of times.entries())
      if (index >= 3) expect(time - (times[index - 3] ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('keep to their budget when several workers ask for it at once', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 12; order += 1) await ship(`ord_${order}`);
    await Promise.all([1, 2, 3, 4].map(() => runDue(engine.market.services, new AbortController().signal)));
    expect(sentBy('WEB_PUSH')).toHaveLength(3);
  });

  it('about payments do not wait behind others', async () => {
    await engine.addBrowser('usr_buyer');
    for (let order = 0; order < 5; order += 1) await ship(`ord_${order}`);
    await engine.work();
    await failPayment();
    await engine.work();
    expect(sentBy('WEB_PUSH').map(({ data }) => data['kind'])).toContain('payment-failed');
  });

  it('go to every browser of a person, and forget one that is gone', async () => {
    await engine.addBrowser('usr_buyer', 'desk');
    await engine.addBrowser('usr_buyer', 'phone');
    await ship();
    engine.answers.push(
      { kind: 'ACCEPTED', providerId: 'mail' },
      { kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true },
    );
    await engine.work();
    expect(sentBy('WEB_PUSH')).toHaveLength(2);
    const left = await engine.answer<{ notificationPreferences: { pushSubscriptions: unknown[] } }>(
      '{ notificationPreferences { pushSubscriptions { label } } }',
    );
    expect(left.notificationPreferences.pushSubscriptions).toHaveLength(1);
  });
});

describe('a channel that does not do', () => {
  it('hands over to the next: no browser left, no chat, then mail; the log tells it', async () => {
    await engine.addBrowser('usr_buyer');
    await engine.write('cnv_1');
    engine.answers.push({ kind: 'REFUSED', code: 'PUSH 410', addressIsDead: true });
    await engine.pass(121);
    await engine.work();
    expect(engine.handed.map(({ channel }) => channel)).toEqual(['WEB_PUSH', 'EMAIL']);
    expect(await stepsOf('message-received')).toMatchObject([
      { type: 'DIGEST', state: 'DONE' },
      {
        type: 'WEB_PUSH',
        state: 'FELL_BACK',
        reason: 'PUSH 410',
        tries: [{ outcome: 'REFUSED', code: 'PUSH 410', providerId: null }],
      },
      { type: 'TELEGRAM', state: 'FELL_BACK', reason: 'NO_ADDRESS', tries: [] },
      { type: 'EMAIL', state: 'SENT', tries: [{ outcome: 'ACCEPTED', code: null }] },
    ]);
  });

  it('is given three tries before that when it may yet do', async () => {
    await engine.addTelegram('usr_buyer');
    await engine.write('cnv_1');
    for (let tried = 0; tried < 3; tried += 1) engine.answers.push({ kind: 'RETRY', code: 'TELEGRAM 500' });
    await engine.pass(121);
    await engine.pass(15);
    await engine.pass(30);
    expect(engine.handed.map(({ channel }) => channel)).toEqual(['TELEGRAM', 'TELEGRAM', 'TELEGRAM', 'EMAIL']);
  });

  it('waits as long as the provider asks for', async () => {
    await ship();
    engine.answers.push({ kind: 'RETRY', code: 'SMTP 450', afterSeconds: 600 });
    await engine.work();
    await engine.pass(599);
    expect(engine.handed).toHaveLength(1);
    await engine.pass(1);
    expect(engine.handed).toHaveLength(2);
  });
});

describe('an outcome nobody knows', () => {
  it('is tried again under the same key where the provider drops repeats', async () => {
    await ship();
    engine.answers.push({ kind: 'UNKNOWN', code: 'SMTP timed out' });
    await engine.work();
    await engine.pass(12);
    const [first, second] = engine.handed;
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey);
    expect(await stepsOf('order-shipped')).toMatchObject([
      { state: 'SENT', tries: [{ outcome: 'UNKNOWN' }, { outcome: 'ACCEPTED' }] },
    ]);
  });

  it('is left at that where it does not, and no other channel says it again', async () => {
    await engine.addTelegram('usr_buyer');
    await engine.write('cnv_1');
    engine.answers.push({ kind: 'UNKNOWN', code: 'TELEGRAM timed out' });
    await engine.pass(121);
    await engine.pass(7_200);
    expect(engine.handed).toHaveLength(1);
    expect(await stepsOf('message-received')).toMatchObject([
      { type: 'DIGEST' },
      { type: 'WEB_PUSH' },
      { type: 'TELEGRAM', state: 'UNCERTAIN' },
    ]);
  });
});

describe('a worker that dies between handing over and hearing the answer', () => {
  /** Claims what is due and notes it as handed over, as a worker does before it calls the provider; then nothing more. */
  const dieAfterHandingOver = async () => {
    const { database, clock } = engine.market.services;
    const now = clock.now();
    const claimed = await claimDue(database.orm, { now, until: new Date(now.getTime() + 90_000), limit: 96 });
    await markHanded(database.orm, claimed);
    return claimed;
  };
  /** Closes due digests and leaves what follows to the next worker. */
  const closeDigests = async () => {
    const { database, clock } = engine.market.services;
    const now = clock.now();
    const until = new Date(now.getTime() + 90_000);
    const claimed = await claimDue(database.orm, { now, until, limit: 96 });
    await runSteps(engine.market.services, claimed, { signal: new AbortController().signal, until });
  };

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
    await closeDigests();
    await closeDigests();
    expect(await dieAfterHandingOver()).toMatchObject([{ type: 'TELEGRAM' }]);
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
    expect(engine.handed[0]?.subject).toContain('Payment');
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
