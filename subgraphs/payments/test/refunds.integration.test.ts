import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { known } from '../src/domain/provider.ts';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';
import { webhookSecret } from './stripe-double.ts';

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
/** The buyer's bank sends the money of a refund back, now. */
const sendBack = async (refundId: string): Promise<void> => {
  const [row] = await market.database.sql`select provider_refund_id as id from refund where id = ${refundId}`;
  const providerRefundId = String(row?.['id']);
  const failed = known({ providerRefundId, refundId, state: 'FAILED' as const });
  const asked = vi.spyOn(market.services.providers.card!, 'retrieveRefund').mockResolvedValue(failed);
  const object = { id: providerRefundId, object: 'refund', status: 'failed', metadata: { refundId } };
  const body = Buffer.from(
    JSON.stringify({ id: 'evt_back', object: 'event', type: 'refund.failed', data: { object } }),
  );
  const signing = { payload: body.toString(), secret: webhookSecret };
  await market.deliverWebhook(body, new Stripe('sk_test_unused').webhooks.generateTestHeaderString(signing));
  asked.mockRestore();
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
    const [payment] = await market.database.sql`select id, version from payment where group_id = ${group.groupId}`;
    const told = (await market.published()).filter(({ payload }) => payload['refundId'] === refund?.id);
    expect(told.map(({ name, aggregateVersion }) => [name, aggregateVersion])).toEqual([
      ['payment.refunded', (payment?.['version'] as number) - 1],
      ['payment.refund-failed', payment?.['version']],
    ]);
  });

  it('returns what a bounced refund left behind after the release, out of escrow and not out of the shop’s', async () => {
    const group = await bought('refundFail', 1_000);
    const [part] = group.parts;
    await market.double.control('POST', 'settings', { refundDelayMs: 60_000 });
    const first = await market.refund(group, part!, 400);
    await market.delivered(group, part!);
    await market.completed(group, part!);
    await sendBack(first.refund?.id ?? '');
    expect(await refundState(first.refund?.id)).toBe('FAILED');
    const payable = () => market.onAccount(`seller_payable:${part?.shopId}:EUR`);
    expect([await market.onAccount(`escrow:${part?.orderId}:EUR`), await payable()]).toEqual([-400n, -540n]);
    const again = await market.refund(group, part!, 400, `again-${first.refund?.id}`);
    expect(again.refund?.state).toBe('SUCCEEDED');
    expect([await market.onAccount(`escrow:${part?.orderId}:EUR`), await payable()]).toEqual([0n, -540n]);
    const [books] = await market.database.sql`select coalesce(sum(amount_minor), 0)::text as sum from posting`;
    expect(books?.['sum']).toBe('0');
  });
});
