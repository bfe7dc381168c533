import { asService, asUser } from '@vitrina/platform/testing';
import { paymentFailed } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSetting, type Setting } from './setting.ts';

const query = 'query ($ids: [ID!]!) { orderNews(ids: $ids) { orderId number status awaitsPayment } }';
const notifications = asService('notifications');

describe('how orders stand, for messages about them', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const newsOf = async (...ids: string[]) =>
    (
      await s.data<{ orderNews: { orderId: string; status: string; awaitsPayment: boolean }[] }>(
        query,
        { ids },
        notifications,
      )
    ).orderNews;
  /** A purchase the bank wants to check, and its only order. */
  const waiting = async () => {
    const guest = await s.guest();
    const variant = await s.variant({ onHand: 9 });
    await s.add(guest.as, variant, 1);
    await s.deliverTo(guest.as, guest.cartId);
    const { group } = await s.checkout(guest.as, guest.cartId, { payment: { providerToken: 'tok_3ds' } });
    return { ...guest, groupId: group?.id ?? '', orderId: group?.orders[0]?.id ?? '' };
  };

  it('says that paying helps while the bank waits, after it refused, and not once the cart was bought', async () => {
    const { as, cartId, groupId, orderId } = await waiting();
    expect(await newsOf(orderId)).toMatchObject([{ orderId, status: 'DRAFT', awaitsPayment: true }]);
    await s.sql`update double.payment set state = 'FAILED', effects = effects + 1 where group_id = ${groupId}`;
    await s.deliver(paymentFailed, {
      aggregateId: `pay_${groupId}`,
      aggregateVersion: 2,
      payload: { paymentId: `pay_${groupId}`, groupId, orderIds: [], buyerId: null, code: 'declined', message: 'No.' },
    });
    await s.later(16);
    expect(await newsOf(orderId)).toMatchObject([{ status: 'CANCELLED', awaitsPayment: true }]);
    const again = await s.checkout(as, cartId, { payment: { providerToken: 'tok_ok' } });
    expect(again.userErrors).toEqual([]);
    expect(await newsOf(orderId)).toMatchObject([{ status: 'CANCELLED', awaitsPayment: false }]);
  });

  it('is not told of more orders than fit into one answer, instead of leaving some out', async () => {
    for (const [field, as] of [
      ['orderNews', 'notifications'],
      ['orderContacts', 'notifications'],
      ['orderParties', 'messaging'],
    ] as const) {
      const ask = (count: number) =>
        s.ask(
          `query ($ids: [ID!]!) { ${field}(ids: $ids) { orderId } }`,
          { ids: Array.from({ length: count }, (_, nth) => `ord_${nth}`) },
          { as: asService(as) },
        );
      expect((await ask(500)).data).toEqual({ [field]: [] });
      expect((await ask(501)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: ['ids'] });
    }
  });

  it('is told to notifications alone, and says nothing of what nobody knows', async () => {
    const { orderId } = await waiting();
    expect((await newsOf('ord_none', orderId)).map((one) => one.orderId)).toEqual([orderId]);
    for (const as of [asUser('usr_admin', { scopes: ['admin'] }), asService('messaging')])
      expect((await s.ask(query, { ids: [orderId] }, { as })).errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  });
});
