import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const bought = async (card: string, ...amounts: number[]) => {
  const group = placed(...amounts);
  await market.authorise(group, card);
  await market.created(group);
  await market.capture(group);
  return group;
};
const refundState = async (id: string | undefined) => {
  const [row] = await market.database.sql`select state from refund where id = ${id ?? ''}`;
  return row?.['state'] as string;
};

describe('refunding an order', () => {
  it('returns money once per reference, also when ten ask at once', async () => {
    const group = await bought('visa', 5_000);
    const [part] = group.parts;
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => market.refund(group, part!, 1_500, `r-${group.groupId}`)),
    );
    expect(new Set(answers.map(({ refund }) => refund?.id)).size).toBe(1);
    expect(await market.onAccount(`escrow:${part?.orderId}:EUR`)).toBe(-3_500n);
    const told = (await market.published('payment.refunded')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toEqual([
      expect.objectContaining({
        payload: expect.objectContaining({ amountMinor: '1500', orderId: part?.orderId, buyerId: group.buyerId }),
      }),
    ]);
  });

  it('never returns more than was paid, whoever asks at the same time', async () => {
    const group = await bought('visa', 1_000);
    const [part] = group.parts;
    const answers = await Promise.all(Array.from({ length: 8 }, () => market.refund(group, part!, 300)));
    expect(answers.filter(({ refund }) => refund !== null)).toHaveLength(3);
    expect(answers.find(({ refund }) => refund === null)?.userErrors).toMatchObject([{ code: 'REFUND_EXCEEDS_PAID' }]);
    expect(await market.onAccount(`escrow:${part?.orderId}:EUR`)).toBe(-100n);
  });

  it.each([
    ['nothing', 0, 'AMOUNT_INVALID'],
    ['a negative amount', -100, 'AMOUNT_INVALID'],
    ['more than was paid', 5_001, 'REFUND_EXCEEDS_PAID'],
  ])('refuses %s', async (_what, amount, code) => {
    const group = await bought('visa', 5_000);
    expect(await market.refund(group, group.parts[0]!, amount)).toMatchObject({ refund: null, userErrors: [{ code }] });
  });

  it("refuses another group's order, and a reference that belongs to another refund", async () => {
    const [group, other] = [await bought('visa', 5_000), await bought('visa', 5_000)];
    expect(await market.refund(group, other.parts[0]!, 100)).toMatchObject({
      userErrors: [{ code: 'ORDER_NOT_IN_PAYMENT' }],
    });
    await market.refund(group, group.parts[0]!, 100, `used-${group.groupId}`);
    expect(await market.refund(group, group.parts[0]!, 200, `used-${group.groupId}`)).toMatchObject({
      userErrors: [{ code: 'REFERENCE_REUSED' }],
    });
  });

  it('after release takes it from the shop and from the commission in proportion', async () => {
    const group = await bought('visa', 10_000);
    const [part] = group.parts;
    const before = await market.onAccount('commission:EUR');
    await market.delivered(group, part!);
    await market.completed(group, part!);
    await market.refund(group, part!, 5_000);
    expect(await market.onAccount(`seller_payable:${part?.shopId}:EUR`)).toBe(-4_500n);
    expect((await market.onAccount('commission:EUR')) - before).toBe(-500n);
    await market.refund(group, part!, 5_000);
    expect(await market.onAccount(`seller_payable:${part?.shopId}:EUR`)).toBe(0n);
    expect(await market.onAccount('commission:EUR')).toBe(before);
  });

  it('holds the rest while the provider has not settled it, and releases it afterwards', async () => {
    const group = await bought('pendingRefund', 10_000);
    const [part] = group.parts;
    await market.double.control('POST', 'settings', { refundDelayMs: 5_000 });
    const { refund } = await market.refund(group, part!, 4_000);
    expect(refund?.state).toBe('PENDING');
    await market.delivered(group, part!);
    await market.completed(group, part!);
    expect(await market.onAccount(`seller_payable:${part?.shopId}:EUR`)).toBe(0n);
    await market.double.whenIdle();
    expect(await refundState(refund?.id)).toBe('SUCCEEDED');
    // Ten percent of the 6,000 that are left stay with the market.
    expect(await market.onAccount(`seller_payable:${part?.shopId}:EUR`)).toBe(-5_400n);
  });

  it('books the money back in when the bank of the buyer returns it', async () => {
    const group = await bought('refundFail', 1_000);
    const [part] = group.parts;
    await market.double.control('POST', 'settings', { refundDelayMs: 50 });
    const { refund } = await market.refund(group, part!, 1_000);
    await market.double.whenIdle();
    expect(await refundState(refund?.id)).toBe('FAILED');
    expect(await market.onAccount(`escrow:${part?.orderId}:EUR`)).toBe(-1_000n);
  });
});
