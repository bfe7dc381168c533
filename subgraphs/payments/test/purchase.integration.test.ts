import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

describe('a card purchase of two shops', () => {
  it('holds the money, takes it once, pays each order and splits it after the return window', async () => {
    const group = placed(10_000, 2_501);
    const [first, second] = group.parts as [(typeof group.parts)[0], (typeof group.parts)[0]];
    const authorised = await market.authorise(group);
    expect(authorised).toMatchObject({
      payment: { state: 'AUTHORISED', captured: { amountMinor: '0' } },
      userErrors: [],
    });
    await market.created(group);
    expect(await market.capture(group)).toMatchObject({
      payment: { state: 'CAPTURED', captured: { amountMinor: '12501' } },
    });
    const paid = (await market.published('order.paid')).map(({ payload }) => payload);
    expect(paid).toEqual([
      expect.objectContaining({
        orderId: first.orderId,
        shopId: first.shopId,
        amountMinor: '10000',
        buyerId: group.buyerId,
      }),
      expect.objectContaining({ orderId: second.orderId, amountMinor: '2501' }),
    ]);
    expect(await market.onAccount(`escrow:${first.orderId}:EUR`)).toBe(-10_000n);

    await market.delivered(group, first);
    await market.completed(group, first);
    expect(await market.onAccount(`escrow:${first.orderId}:EUR`)).toBe(0n);
    expect(await market.onAccount(`seller_payable:${first.shopId}:EUR`)).toBe(-9_000n);
    expect(await market.onAccount('commission:EUR')).toBe(-1_000n);
    expect(await market.onAccount(`escrow:${second.orderId}:EUR`)).toBe(-2_501n);
    const [intent] = await market.double.intents();
    expect(intent).toMatchObject({ timesCharged: 1, capturedMinor: 12_501 });
    // Stripe keeps 2.9 % and 30 cents: the clearing account holds what is really there.
    expect(await market.onAccount('provider_clearing:stripe:EUR')).toBe(
      12_501n - (await market.onAccount('provider_fees:stripe:EUR')),
    );
    expect(await market.onAccount('provider_fees:stripe:EUR')).toBeGreaterThan(0n);
  });
});
