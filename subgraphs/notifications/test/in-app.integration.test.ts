import { asUser } from '@vitrina/platform/testing';
import { orderCancelled, orderPaid, orderShipped, paymentFailed, userRegistered } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { putOnSale, tellStock } from './goods.ts';
import { openSetting, orderFacts, type Setting } from './setting.ts';

let setting: Setting;
beforeAll(async () => {
  setting = await openSetting();
});
afterAll(() => setting.close());

const list =
  'query ($unreadOnly: Boolean! = false) { notifications(unreadOnly: $unreadOnly) { unreadCount nodes { id sequence kind category title(locale: "ru") subjectId readAt } } }';
interface Listed {
  notifications: {
    unreadCount: number;
    nodes: { id: string; sequence: number; kind: string; category: string; title: string; subjectId: string | null }[];
  };
}
const listOf = async (userId: string): Promise<Listed['notifications']> => {
  const { data, errors } = await setting.market.ask<Listed>(list, {}, { as: asUser(userId) });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.notifications;
};
const paid = {
  paymentId: 'pay_1',
  groupId: 'grp_1',
  orderId: 'ord_1',
  shopId: 'shp_1',
  buyerId: 'usr_buyer',
  amountMinor: '129900',
  currency: 'RUB',
};

describe('notifications in the app', () => {
  it('tell buyer and shop what each event means to them, in the reader’s language', async () => {
    const { deliver } = setting.market;
    await deliver(userRegistered, {
      aggregateId: 'usr_buyer',
      aggregateVersion: 1,
      payload: { userId: 'usr_buyer', displayName: 'Борис', locale: 'ru' },
    });
    await deliver(orderPaid, { aggregateId: 'ord_1', aggregateVersion: 1, payload: paid });
    await deliver(orderShipped, {
      aggregateId: 'ord_1',
      aggregateVersion: 2,
      payload: { ...orderFacts, carrier: null, trackingNumber: null },
    });
    await deliver(orderCancelled, {
      aggregateId: 'ord_2',
      aggregateVersion: 1,
      payload: { ...orderFacts, orderId: 'ord_2', number: 'V-2', reason: 'shop' },
    });
    await tellStock(setting.market, putOnSale(setting.goods, 'lamp', 0), 0);
    // Goods are told of together, a while later.
    setting.market.clock.advance(601_000);
    await setting.market.runSweep('due-deliveries');
    await setting.market.runJobs();
    const buyer = await listOf('usr_buyer');
    expect(buyer.nodes.map(({ sequence, kind }) => [sequence, kind])).toEqual([
      [4, 'order-cancelled'],
      [3, 'order-shipped'],
      [2, 'order-paid'],
      [1, 'welcome'],
    ]);
    expect(buyer.nodes[1]).toMatchObject({ title: 'Заказ V-1 в пути', subjectId: 'ord_1', category: 'PURCHASES' });
    expect((await listOf('usr_owner')).nodes.map(({ kind }) => kind)).toEqual([
      'stock-out',
      'sale-cancelled',
      'sale-to-ship',
    ]);
  });

  it('mail a guest, who has no list, by the order alone', async () => {
    await setting.market.deliver(paymentFailed, {
      aggregateId: 'pay_9',
      aggregateVersion: 1,
      payload: {
        paymentId: 'pay_9',
        groupId: 'grp_9',
        orderIds: ['ord_8', 'ord_9'],
        buyerId: null,
        code: 'card_declined',
        message: 'The bank declined the card.',
      },
    });
    const rows = await setting.market.database
      .sql`select recipient_id from workflow_run where workflow = 'payment-failed'`;
    expect(rows.map((row) => row['recipient_id'])).toEqual(['ord_8']);
    await setting.market.runJobs();
    expect(setting.mail.received.filter(({ to }) => to === 'guest@example.com')).toHaveLength(1);
  });

  it('are one person’s own: through the list, through _entities, and when they are marked', async () => {
    const [latest] = (await listOf('usr_buyer')).nodes;
    const entity = `{ _entities(representations: [{ __typename: "Notification", id: "${latest?.id}" }]) { ... on Notification { kind } } }`;
    expect((await setting.market.ask(entity, {}, { as: asUser('usr_buyer') })).data).toEqual({
      _entities: [{ kind: 'order-cancelled' }],
    });
    expect((await setting.market.ask(entity, {}, { as: asUser('usr_owner') })).data).toEqual({ _entities: [null] });
    const mark = 'mutation { markNotificationsRead(input: { upToSequence: 3 }) { markedCount unreadCount } }';
    expect((await setting.market.ask(mark, {}, { as: asUser('usr_owner') })).data).toEqual({
      markNotificationsRead: { markedCount: 3, unreadCount: 0 },
    });
    expect((await listOf('usr_buyer')).unreadCount).toBe(4);
    expect((await setting.market.ask(list)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  it('keep a gapless sequence when many events tell one person at once', async () => {
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        setting.market.deliver(orderShipped, {
          aggregateId: `ord_m${index}`,
          aggregateVersion: 1,
          payload: {
            ...orderFacts,
            buyerId: 'usr_busy',
            orderId: `ord_m${index}`,
            carrier: null,
            trackingNumber: null,
          },
        }),
      ),
    );
    const { data } = await setting.market.ask<Listed>(
      '{ notifications(first: 100) { unreadCount nodes { sequence } } }',
      {},
      { as: asUser('usr_busy') },
    );
    expect(data?.notifications.nodes.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 30 }, (_, index) => 30 - index),
    );
  });

  it('resume after what was seen last, then go on live', async () => {
    const events = await setting.market.subscribe(
      'subscription { notificationAdded(afterSequence: 28) { sequence kind } }',
      {},
      { as: asUser('usr_busy') },
    );
    if (!(Symbol.asyncIterator in events)) throw new Error(JSON.stringify(events));
    const next = async () => (await events.next()).value?.data?.['notificationAdded'] as { sequence: number };
    expect([(await next()).sequence, (await next()).sequence]).toEqual([29, 30]);
    const live = next();
    await setting.market.deliver(orderShipped, {
      aggregateId: 'ord_x',
      aggregateVersion: 1,
      payload: { ...orderFacts, buyerId: 'usr_busy', orderId: 'ord_x', carrier: null, trackingNumber: null },
    });
    expect(await live).toEqual({ sequence: 31, kind: 'order-shipped' });
    await events.return?.();
  });
});

describe('a cursor somebody made up', () => {
  const cursorOf = (...key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
  const admin = asUser('usr_admin', { scopes: ['admin'] });

  it.each([
    ['notifications', [['x'], [null], [1e300], [0.5], [2 ** 40]]],
    ['notificationRuns', [[7], [null]]],
    ['notificationDeliveries', [[7], [null]]],
    [
      'suppressedAddresses',
      [
        ['yesterday', 'x'],
        ['x', 'x'],
        [7, 'x'],
        ['+099999-01-01T00:00:00.000Z', 'x'],
        ['2026-01-01', null],
      ],
    ],
  ])('is refused as one in the list of %s', async (list, keys) => {
    for (const key of keys) {
      const asked = await setting.market.ask(
        `query ($after: String) { ${list}(after: $after) { nodes { __typename } } }`,
        { after: cursorOf(...key) },
        { as: admin },
      );
      expect(asked.errors?.[0]?.extensions?.['code'], JSON.stringify(key)).toBe('BAD_USER_INPUT');
    }
  });
});

it('a text that Postgres would not take is a place in a list like another', async () => {
  const after = Buffer.from(JSON.stringify(['stp_\u0000\ud800'])).toString('base64url');
  for (const list of ['notificationRuns', 'notificationDeliveries'])
    expect(
      await setting.market.ask(
        `query ($after: String) { ${list}(after: $after) { nodes { id } } }`,
        { after },
        { as: asUser('usr_admin', { scopes: ['admin'] }) },
      ),
    ).not.toHaveProperty('errors');
});

describe('one event that says two things to one person', () => {
  it('tells a buyer who works for the shop both, in order', async () => {
    await setting.market.deliver(orderPaid, {
      aggregateId: 'ord_own',
      aggregateVersion: 1,
      payload: { ...paid, orderId: 'ord_own', buyerId: 'usr_owner' },
    });
    const { nodes } = await listOf('usr_owner');
    const [second, first] = nodes.filter(({ subjectId }) => subjectId === 'ord_own');
    expect([first?.kind, second?.kind]).toEqual(['order-paid', 'sale-to-ship']);
    expect(second?.sequence).toBe((first?.sequence ?? 0) + 1);
  });
});
