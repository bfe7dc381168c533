import { paymentAuthorised, paymentFailed } from '@vitrina/schema/events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lose } from './market-double.ts';
import { openSetting, type Setting } from './setting.ts';

describe('a purchase the bank wants to check', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  const waiting = async () => {
    const guest = await s.guest();
    const variant = await s.variant({ onHand: 3 });
    await s.add(guest.as, variant, 2);
    await s.deliverTo(guest.as, guest.cartId);
    const answer = await s.checkout(guest.as, guest.cartId, { payment: { providerToken: 'tok_3ds' } });
    return { ...guest, variant, answer, groupId: answer.group?.id ?? '' };
  };
  const bankSays = (groupId: string, state: 'AUTHORISED' | 'FAILED') =>
    s.sql`update double.payment set state = ${state}, effects = effects + 1 where group_id = ${groupId}`;
  const authorisedEvent = (groupId: string, eventId?: string) =>
    s.deliver(paymentAuthorised, {
      aggregateId: `pay_${groupId}`,
      aggregateVersion: 2,
      payload: { paymentId: `pay_${groupId}`, groupId },
      ...(eventId && { eventId }),
    });
  const failedEvent = (groupId: string) =>
    s.deliver(paymentFailed, {
      aggregateId: `pay_${groupId}`,
      aggregateVersion: 2,
      payload: { paymentId: `pay_${groupId}`, groupId, orderIds: [], buyerId: null, code: 'declined', message: 'No.' },
    });
  const statusOf = async (as: Parameters<Setting['group']>[0], groupId: string) => (await s.group(as, groupId))?.status;

  it('tells the buyer where to go and holds the goods meanwhile', async () => {
    const { answer, as, cartId, variant } = await waiting();
    expect(answer).toMatchObject({
      status: 'REQUIRES_ACTION',
      action: { redirectUrl: 'https://bank.example/check' },
      group: { status: 'REQUIRES_ACTION' },
    });
    expect(await s.checkout(as, cartId)).toMatchObject({
      status: null,
      userErrors: [{ code: 'CHECKOUT_IN_PROGRESS' }],
    });
    const rival = await s.guest();
    await s.add(rival.as, variant, 2);
    await s.deliverTo(rival.as, rival.cartId);
    expect((await s.checkout(rival.as, rival.cartId)).userErrors).toMatchObject([
      { __typename: 'OutOfStock', available: 1 },
    ]);
  });

  it('goes on when the bank says yes, once, however often the event comes', async () => {
    const { as, groupId } = await waiting();
    await bankSays(groupId, 'AUTHORISED');
    for (let nth = 0; nth < 10; nth += 1) await authorisedEvent(groupId, nth % 2 ? `evt_again_${groupId}` : undefined);
    await s.runJobs();
    expect(await statusOf(as, groupId)).toBe('CONFIRMED');
    expect((await s.sql`select state, captured::text from double.payment where group_id = ${groupId}`)[0]).toEqual({
      state: 'CAPTURED',
      captured: '2490',
    });
    expect((await s.published('order.created')).filter(({ payload }) => payload['groupId'] === groupId)).toHaveLength(
      1,
    );
  });

  it('is not moved by an event that is not true', async () => {
    const { as, groupId } = await waiting();
    await authorisedEvent(groupId);
    await s.runJobs();
    expect(await statusOf(as, groupId)).toBe('REQUIRES_ACTION');
  });

  it('is undone when the bank says no', async () => {
    const { as, groupId, cartId } = await waiting();
    await bankSays(groupId, 'FAILED');
    await failedEvent(groupId);
    await s.runJobs();
    expect(await s.group(as, groupId)).toMatchObject({ status: 'CANCELLED', failure: { code: 'PAYMENT_DECLINED' } });
    expect((await s.sql`select state from double.reservation where reference = ${groupId}`)[0]).toEqual({
      state: 'RELEASED',
    });
    expect((await s.sql`select status from cart where id = ${cartId}`)[0]).toEqual({ status: 'OPEN' });
  });

  it('is undone after 15 minutes without a word: asked once more, voided, released', async () => {
    const { as, groupId } = await waiting();
    await s.later(14 * 60);
    expect(await statusOf(as, groupId)).toBe('REQUIRES_ACTION');
    await s.later(61);
    expect(await s.group(as, groupId)).toMatchObject({
      status: 'CANCELLED',
      failure: { code: 'PAYMENT_EXPIRED' },
      orders: [{ cancelReason: 'PAYMENT_EXPIRED' }],
    });
    expect((await s.sql`select state from double.payment where group_id = ${groupId}`)[0]).toEqual({ state: 'VOIDED' });
    expect((await s.sql`select state from double.reservation where reference = ${groupId}`)[0]).toEqual({
      state: 'RELEASED',
    });
  });

  it('takes a yes whose event was lost', async () => {
    const { as, groupId } = await waiting();
    await bankSays(groupId, 'AUTHORISED');
    await s.later(61);
    expect(await statusOf(as, groupId)).toBe('CONFIRMED');
  });

  it('stays undone when the yes comes too late', async () => {
    const { as, groupId } = await waiting();
    await s.later(901);
    await authorisedEvent(groupId);
    await s.runJobs();
    expect(await statusOf(as, groupId)).toBe('CANCELLED');
  });

  it('ends well when the event overtakes the answer to the authorisation', async () => {
    const guest = await s.guest();
    await s.add(guest.as, await s.variant());
    await s.deliverTo(guest.as, guest.cartId);
    await lose(s.database, 'AuthorisePayment', 'lost-answer');
    const running = s.checkout(guest.as, guest.cartId);
    let groupId: string | undefined;
    while (!groupId)
      groupId = (
        await s.sql`select group_id from double.payment join order_group g on g.id = group_id where g.cart_id = ${guest.cartId}`
      )[0]?.['group_id'] as string | undefined;
    await authorisedEvent(groupId);
    const answer = await running;
    expect(answer.status).toBe('CONFIRMED');
    expect((await s.sql`select effects from double.payment where group_id = ${groupId}`)[0]).toEqual({ effects: 2 });
  });

  it('answers PROCESSING when payments stays away longer than the buyer waits, and is finished later', async () => {
    const slow = await openSetting({ waitMs: 100 });
    const guest = await slow.guest();
    await slow.add(guest.as, await slow.variant());
    await slow.deliverTo(guest.as, guest.cartId);
    await lose(slow.database, 'AuthorisePayment', 'lost-answer');
    await lose(slow.database, 'PaymentByGroup', 'lost-request', 'lost-request', 'lost-request');
    const answer = await slow.checkout(guest.as, guest.cartId);
    expect(answer).toMatchObject({ status: 'PROCESSING', group: { status: 'PROCESSING' }, userErrors: [] });
    for (let round = 0; round < 5; round += 1) await slow.later(31);
    expect(await slow.group(guest.as, answer.group?.id ?? '')).toMatchObject({ status: 'CONFIRMED' });
    await slow.close();
  });
});
