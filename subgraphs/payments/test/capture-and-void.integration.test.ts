import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const intentOf = async (groupId: string) => {
  const [row] = await market.database.sql`select provider_intent_id as id from payment where group_id = ${groupId}`;
  return (await market.double.intents()).find((intent) => intent.id === row?.['id']);
};
const paidEvents = async (groupId: string) =>
  (await market.published('order.paid')).filter(({ payload }) => payload['groupId'] === groupId);

describe('capturing', () => {
  it('takes the money once when ten ask at once', async () => {
    const group = placed(9_900, 100);
    await market.authorise(group);
    const answers = await Promise.all(Array.from({ length: 10 }, () => market.capture(group)));
    expect(answers.every(({ payment }) => payment?.state === 'CAPTURED')).toBe(true);
    expect(await intentOf(group.groupId)).toMatchObject({ timesCharged: 1, capturedMinor: 10_000 });
    expect(await paidEvents(group.groupId)).toHaveLength(2);
  });

  it('is one request: whoever wrote it down does not look first whether it happened', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    await market.double.fault(
      '/v1/payment_intents/*',
      { kind: 'timeout_before', by: 'drop' },
      { method: 'GET', count: 9 },
    );
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
    await market.double.control('DELETE', 'faults');
  });

  it('refuses a group without a payment, and one that is not authorised', async () => {
    const [unknown, declined] = [placed(100), placed(100)];
    expect(await market.capture(unknown)).toMatchObject({ payment: null, userErrors: [{ code: 'PAYMENT_NOT_FOUND' }] });
    await market.authorise(declined, 'chargeDeclined');
    expect(await market.capture(declined)).toMatchObject({ userErrors: [{ code: 'NOT_AUTHORISED' }] });
  });

  it('leaves out an order that was cancelled before', async () => {
    const group = placed(1_000, 250);
    await market.authorise(group);
    await market.cancelled(group, group.parts[1]!);
    expect(await market.capture(group)).toMatchObject({
      payment: { state: 'CAPTURED', captured: { amountMinor: '1000' } },
    });
    expect(await intentOf(group.groupId)).toMatchObject({ capturedMinor: 1_000 });
    expect(await paidEvents(group.groupId)).toHaveLength(1);
    expect(await market.pendingOn(`escrow:${group.parts[1]?.orderId}:EUR`)).toBe(0n);
  });

  it('tells of a payment whose authorisation the bank let go', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    const { id } = (await intentOf(group.groupId))!;
    await fetch(`${market.double.url}/v1/payment_intents/${id}/cancel`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_x' },
    });
    await market.double.whenIdle();
    expect(await market.byGroup(group)).toMatchObject({ state: 'VOIDED' });
    const told = (await market.published('payment.failed')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toEqual([
      expect.objectContaining({ payload: expect.objectContaining({ code: 'AUTHORISATION_LAPSED' }) }),
    ]);
    expect(await market.capture(group)).toMatchObject({ userErrors: [{ code: 'PAYMENT_VOIDED' }] });
  });
});

describe('giving up', () => {
  it('releases the money, however often it is asked', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    const answers = await Promise.all(Array.from({ length: 5 }, () => market.giveUp(group)));
    expect(answers.every(({ payment }) => payment?.state === 'VOIDED')).toBe(true);
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled' });
    expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
    const told = (await market.published('payment.failed')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toHaveLength(0);
  });

  it('is refused once the money was taken', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    await market.capture(group);
    expect(await market.giveUp(group)).toMatchObject({ payment: null, userErrors: [{ code: 'ALREADY_CAPTURED' }] });
  });

  it('of a payment that waits for the bank ends the check', async () => {
    const group = placed(1_000);
    await market.authorise(group, 'threeDSecureRequired');
    expect(await market.giveUp(group)).toMatchObject({ payment: { state: 'VOIDED' } });
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled' });
  });

  it('and capturing at the same time: one of them wins, and the books agree with the provider', async () => {
    for (let round = 0; round < 5; round += 1) {
      const group = placed(1_000);
      await market.authorise(group);
      await Promise.all([market.capture(group), market.giveUp(group)]);
      await market.double.whenIdle();
      const state = (await market.byGroup(group))?.state;
      const intent = await intentOf(group.groupId);
      expect(intent?.status).toBe(state === 'CAPTURED' ? 'succeeded' : 'canceled');
      expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(state === 'CAPTURED' ? -1_000n : 0n);
      expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
    }
  });

  it('a payment that failed here and is paid there after all gives the money back', async () => {
    const group = placed(1_000);
    await market.authorise(group, 'threeDSecureRequired');
    const { id } = (await intentOf(group.groupId))!;
    await market.double.authenticate(id, 'fail');
    await market.double.whenIdle();
    expect(await market.byGroup(group)).toMatchObject({ state: 'FAILED' });
    // The buyer goes on with the secret they still have, and another card.
    await fetch(`${market.double.url}/v1/payment_intents/${id}/confirm`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_x', 'content-type': 'application/x-www-form-urlencoded' },
      body: 'payment_method=pm_card_visa',
    });
    await market.double.whenIdle();
    expect(await market.byGroup(group)).toMatchObject({ state: 'FAILED' });
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled', capturedMinor: 0 });
  });
});
