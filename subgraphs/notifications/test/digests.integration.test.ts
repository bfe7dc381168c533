import { setTimeout as pause } from 'node:timers/promises';
import { asUser } from '@vitrina/platform/testing';
import { messageSent, orderPaid } from '@vitrina/schema/events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runDue } from '../src/usecases/run-due.ts';
import { type Engine, openEngine, runsOf } from './engine-setting.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine();
});
beforeEach(() => engine.clear());
afterAll(() => engine.close());

const unread = async (userId: string) =>
  (await engine.answer<{ notifications: { unreadCount: number } }>('{ notifications { unreadCount } }', {}, userId))
    .notifications.unreadCount;

describe('messages of a chat', () => {
  it('stand in the app at once, and ten of them are one push two minutes later', async () => {
    await engine.addBrowser('usr_buyer');
    for (let count = 0; count < 10; count += 1) {
      await engine.write('cnv_1');
      await engine.pass(5);
    }
    expect(await unread('usr_buyer')).toBe(10);
    expect(engine.handed).toEqual([]);
    await engine.pass(71);
    expect(engine.handed).toMatchObject([
      {
        channel: 'WEB_PUSH',
        subject: '10 new messages',
        text: [...[6, 7, 8, 9, 10].map((n) => `The shop: text ${n}`), 'and 5 more'].join('\n'),
      },
    ]);
    await engine.pass(600);
    expect(engine.handed).toHaveLength(1);
    const runs = await runsOf(engine, 'usr_buyer');
    expect(runs.map(({ state }) => state).sort()).toEqual([...Array.from({ length: 9 }, () => 'DIGESTED'), 'DONE']);
    expect(runs.at(-1)?.digest).toEqual({ events: 10, open: false });
    expect(runs.at(-1)?.steps.map(({ type, state }) => [type, state])).toEqual([
      ['DIGEST', 'DONE'],
      ['WEB_PUSH', 'SENT'],
    ]);
  });

  it('that were read meanwhile are told nowhere else; of those that were not, the newest is', async () => {
    const [first, second] = [await engine.write('cnv_1'), await engine.write('cnv_2')];
    await engine.write('cnv_2');
    for (const id of [first, second])
      engine.messages.set(id, { ...(engine.messages.get(id) as never as object), readByOtherSide: true } as never);
    await engine.pass(121);
    expect(engine.handed).toMatchObject([
      { channel: 'EMAIL', subject: 'New message from the shop', text: expect.stringMatching(/^text 3$/m) },
    ]);
    const runs = await runsOf(engine, 'usr_buyer');
    expect(runs.flatMap(({ steps }) => steps).filter(({ state }) => state === 'SKIPPED')).toMatchObject([
      { type: 'WEB_PUSH', reason: 'CONDITION message-unread' },
    ]);
  });

  it('open nothing beside the app for somebody who wants to hear of them nowhere else', async () => {
    const choices = ['EMAIL', 'WEB_PUSH', 'TELEGRAM'].map((channel) => ({
      category: 'MESSAGES',
      channel,
      enabled: false,
    }));
    await engine.answer(
      'mutation ($input: UpdateNotificationPreferencesInput!) { updateNotificationPreferences(input: $input) { userErrors { code } } }',
      { input: { expectedVersion: 0, choices } },
    );
    await engine.write('cnv_1');
    expect(await unread('usr_buyer')).toBe(1);
    expect(await engine.market.database.sql`select id from digest union all select id from step`).toEqual([]);
  });

  it('are told per conversation, and what comes after a window closed opens the next one', async () => {
    await engine.write('cnv_1');
    await engine.write('cnv_2');
    await engine.pass(121);
    await engine.write('cnv_1');
    await engine.pass(121);
    expect(engine.handed.map(({ text }) => text.split('\n')[0]).sort()).toEqual(['text 1', 'text 2', 'text 3']);
  });

  it('that a buyer writes reach the shop’s people but not the author among them', async () => {
    const facts = { messageId: 'msg_b', conversationId: 'cnv_9', shopId: 'shp_1', buyerId: 'usr_clerk' };
    await engine.market.deliver(messageSent, {
      aggregateId: 'cnv_9',
      aggregateVersion: 1,
      payload: { ...facts, authorId: 'usr_clerk', side: 'BUYER', productId: 'prd_1', orderId: null, sequence: 1 },
    });
    expect([await unread('usr_owner'), await unread('usr_clerk')]).toEqual([1, 0]);
  });

  it('wait open over quiet hours, so the morning has one push', async () => {
    await engine.addBrowser('usr_buyer');
    const changed = await engine.market.ask(
      `mutation { updateNotificationPreferences(input: { expectedVersion: 0, timeZone: "UTC",
        quietHours: { from: "12:01", to: "20:00" } }) { userErrors { code } } }`,
      {},
      { as: asUser('usr_buyer') },
    );
    expect(changed.data).toEqual({ updateNotificationPreferences: { userErrors: [] } });
    await engine.write('cnv_1');
    await engine.pass(121);
    await engine.write('cnv_1');
    await engine.pass(3_600);
    expect(engine.handed).toEqual([]);
    await engine.pass(8 * 3_600);
    expect(engine.handed).toMatchObject([{ subject: '2 new messages' }]);
  });
});

describe('a digest', () => {
  const pay = (orderId: string) =>
    engine.market.deliver(orderPaid, {
      aggregateId: orderId,
      aggregateVersion: 1,
      payload: {
        paymentId: 'pay_1',
        groupId: 'grp_1',
        orderId,
        shopId: 'shp_1',
        buyerId: 'usr_buyer',
        amountMinor: '129900',
        currency: 'RUB',
      },
    });

  it('is one however many events come side by side, and each of them is counted once', async () => {
    await engine.addBrowser('usr_owner');
    await Promise.all(Array.from({ length: 20 }, (_, index) => pay(`ord_${index}`)));
    const digests = await engine.market.database.sql`select recipient_id, state, events from digest`;
    expect(digests).toEqual([{ recipient_id: 'usr_owner', state: 'OPEN', events: 20 }]);
    await engine.pass(61);
    expect(engine.handed.filter(({ channel }) => channel === 'WEB_PUSH')).toMatchObject([
      { subject: '20 orders are paid' },
    ]);
  });

  it('names the orders as they are when it is sent: one that was cancelled meanwhile is not among them', async () => {
    await engine.addBrowser('usr_owner');
    for (const [index, status] of ['PAID', 'CANCELLED', 'PAID'].entries()) {
      const orderId = `ord_${index}`;
      engine.orders.set(orderId, { orderId, number: `V-${index}`, status, awaitsPayment: false });
      await pay(orderId);
    }
    await engine.pass(61);
    const [push] = engine.handed.filter(({ channel }) => channel === 'WEB_PUSH');
    expect(push?.subject).toBe('2 orders are paid');
    expect(
      push?.text
        .split('\n')
        .slice(1)
        .map((line) => line.split(':')[0]),
    ).toEqual(['V-0', 'V-2']);
    expect(push?.text).not.toContain('more');
  });

  it('of orders that are all cancelled is not sent', async () => {
    await engine.addBrowser('usr_owner');
    engine.orders.set('ord_1', { orderId: 'ord_1', number: 'V-1', status: 'CANCELLED', awaitsPayment: false });
    await pay('ord_1');
    await engine.pass(61);
    expect(engine.handed.filter(({ channel }) => channel === 'WEB_PUSH')).toEqual([]);
    expect((await runsOf(engine, 'usr_owner')).flatMap(({ steps }) => steps).at(-1)).toMatchObject({
      state: 'SKIPPED',
      reason: 'CONDITION orders-to-ship',
    });
  });

  it('is not even begun for people who have and want no channel it could end in', async () => {
    await pay('ord_1');
    expect(await engine.market.database.sql`select id from digest`).toEqual([]);
    expect(await runsOf(engine, 'usr_owner')).toMatchObject([{ kind: 'sale-to-ship', state: 'DONE', steps: [] }]);
  });

  it('loses nothing and doubles nothing while it closes under events that come and workers that race', async () => {
    await engine.addBrowser('usr_owner');
    const workers = async () => {
      for (let round = 0; round < 15; round += 1) {
        engine.market.clock.advance(20_000);
        await Promise.all([1, 2, 3].map(() => runDue(engine.market.services, new AbortController().signal)));
        await pause(1);
      }
    };
    const events = async () => {
      for (let index = 0; index < 60; index += 1) await pay(`ord_${index}`);
    };
    await Promise.all([workers(), events()]);
    await engine.pass(120);
    await engine.pass(120);
    const pushes = engine.handed.filter(({ channel }) => channel === 'WEB_PUSH');
    expect(new Set(pushes.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(pushes.length);
    const digests = await engine.market.database.sql<{ state: string; events: number; told: number }[]>`
      select d.state, d.events, (select count(*)::int from workflow_run r where r.digest_id = d.id) as told from digest d`;
    expect(digests.every(({ state, events: counted, told }) => state === 'CLOSED' && counted === told)).toBe(true);
    expect(digests.reduce((all, { events: counted }) => all + counted, 0)).toBe(60);
    expect(pushes).toHaveLength(digests.length);
  });
});
