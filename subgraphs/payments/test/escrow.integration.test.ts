import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, type Placed, placed, type TestPart } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments({ VITRINA_COMMISSION_TAX_BASIS_POINTS: '2000' });
});
afterAll(() => market.close());

interface EscrowView {
  readonly state: string;
  readonly holdReasons: readonly string[];
  readonly held: { readonly amountMinor: string };
  readonly commission: {
    readonly amount: { readonly amountMinor: string };
    readonly lines: readonly { readonly amount: { readonly amountMinor: string } }[];
  } | null;
}
const escrowDocument = `query ($reps: [_Any!]!) { _entities(representations: $reps) { ... on Order { escrow {
  state holdReasons held { amountMinor } releasedAt commission { amount { amountMinor } tax { amountMinor } sellerShare { amountMinor } lines { orderLineId basisPoints amount { amountMinor } } } } } } }`;
const escrowOf = async (part: TestPart): Promise<EscrowView | null> => {
  const staff = asUser('usr_staff', { shops: { [part.shopId]: ['payments:read'] } });
  const { data } = await market.ask<{ _entities: { escrow: EscrowView | null }[] }>(
    escrowDocument,
    { reps: [{ __typename: 'Order', id: part.orderId }] },
    { as: staff },
  );
  return data?._entities[0]?.escrow ?? null;
};
const only = (group: Placed): TestPart => group.parts[0] as TestPart;

describe('escrow', () => {
  it('says at each step what holds it', async () => {
    const group = placed(1_000);
    const part = only(group);
    await market.authorise(group);
    expect(await escrowOf(part)).toMatchObject({
      state: 'AWAITING_PAYMENT',
      holdReasons: ['NOT_PAID', 'NOT_DELIVERED', 'COMMISSION_NOT_FROZEN'],
    });
    await market.created(group);
    await market.capture(group);
    expect(await escrowOf(part)).toMatchObject({
      state: 'HELD',
      holdReasons: ['NOT_DELIVERED'],
      held: { amountMinor: '1000' },
    });
    await market.delivered(group, part);
    expect(await escrowOf(part)).toMatchObject({ holdReasons: ['RETURN_WINDOW_OPEN'] });
    await market.completed(group, part);
    expect(await escrowOf(part)).toMatchObject({
      state: 'RELEASED',
      holdReasons: [],
      held: { amountMinor: '0' },
      releasedAt: expect.any(String),
    });
  });

  it('is released whichever of capture, order.created and order.completed comes last', async () => {
    const steps = {
      created: (group: Placed) => market.created(group),
      capture: async (group: Placed) => void (await market.capture(group)),
      completed: (group: Placed) => market.completed(group, only(group)),
    };
    const orders = [
      ['created', 'capture', 'completed'],
      ['capture', 'created', 'completed'],
      ['capture', 'completed', 'created'],
      ['completed', 'capture', 'created'],
      ['completed', 'created', 'capture'],
    ] as const;
    for (const order of orders) {
      const group = placed(1_000);
      await market.authorise(group);
      for (const step of order) await steps[step](group);
      // 10 % commission and 20 % tax on it.
      expect(await market.onAccount(`seller_payable:${only(group).shopId}:EUR`), order.join(' → ')).toBe(-880n);
      expect(await escrowOf(only(group))).toMatchObject({ state: 'RELEASED' });
    }
  });

  it('freezes commission by line so that the lines sum to the whole', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    await market.created(group, [333, 333, 334]);
    const { commission } = (await escrowOf(only(group))) as EscrowView;
    expect(commission).toMatchObject({
      amount: { amountMinor: '100' },
      tax: { amountMinor: '20' },
      sellerShare: { amountMinor: '880' },
    });
    expect(commission?.lines.map((line) => line.amount.amountMinor)).toEqual(['33', '33', '34']);
  });

  it('takes no second order.created to heart', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    await market.created(group);
    await market.created(group);
    expect((await escrowOf(only(group)))?.commission?.lines).toHaveLength(1);
  });

  it('of an order cancelled after payment goes back to the buyer, and only what is left', async () => {
    const group = placed(1_000, 400);
    const [first, second] = group.parts as [TestPart, TestPart];
    await market.authorise(group);
    await market.created(group);
    await market.capture(group);
    await market.refund(group, first, 300);
    await market.cancelled(group, first);
    await market.cancelled(group, first);
    await market.runJobs();
    expect(await escrowOf(first)).toMatchObject({ state: 'CLOSED', held: { amountMinor: '0' } });
    expect(await escrowOf(second)).toMatchObject({ state: 'HELD', held: { amountMinor: '400' } });
    expect(await market.onAccount(`escrow:${first.orderId}:EUR`)).toBe(0n);
    await market.completed(group, first);
    expect(await market.onAccount(`seller_payable:${first.shopId}:EUR`)).toBe(0n);
  });

  it('of a group cancelled before capture is voided at the provider', async () => {
    const group = placed(1_000, 400);
    await market.authorise(group);
    for (const part of group.parts) await market.cancelled(group, part);
    await market.runJobs();
    expect(await market.byGroup(group)).toMatchObject({ state: 'VOIDED' });
    expect(await escrowOf(only(group))).toMatchObject({ state: 'CLOSED', holdReasons: [] });
  });

  it('knows nothing of an order that was cancelled before its payment was started', async () => {
    const group = placed(1_000);
    await market.cancelled(group, only(group));
    expect(await escrowOf(only(group))).toBeNull();
  });
});

describe('cash on delivery', () => {
  it('is collected order by order, pays the order, and is the shop’s debt until payouts set it off', async () => {
    const group = placed(1_000, 500);
    const [first, second] = group.parts as [TestPart, TestPart];
    expect(await market.authorise(group, null)).toMatchObject({ payment: { state: 'AUTHORISED' } });
    await market.created(group);
    expect(await market.capture(group)).toMatchObject({ payment: null, userErrors: [{ code: 'PAID_ON_DELIVERY' }] });
    await market.delivered(group, first);
    await market.delivered(group, first);
    expect(await market.onAccount(`cash_on_delivery_receivable:${first.shopId}:EUR`)).toBe(1_000n);
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
    await market.delivered(group, second);
    expect(await market.byGroup(group)).toMatchObject({ state: 'CAPTURED' });
    const paid = (await market.published('order.paid')).filter(({ payload }) => payload['groupId'] === group.groupId);
    expect(paid.map(({ payload }) => payload['orderId'])).toEqual([first.orderId, second.orderId]);
    await market.completed(group, first);
    expect(await market.onAccount(`seller_payable:${first.shopId}:EUR`)).toBe(-880n);
  });

  it('is captured when what is not collected was cancelled, and voided when all was', async () => {
    const [group, given] = [placed(1_000, 500), placed(700)];
    await market.authorise(group, null);
    await market.cancelled(group, group.parts[1]!);
    await market.delivered(group, group.parts[0]!);
    expect(await market.byGroup(group)).toMatchObject({ state: 'CAPTURED' });
    await market.authorise(given, null);
    await market.cancelled(given, only(given));
    expect(await market.byGroup(given)).toMatchObject({ state: 'VOIDED' });
    expect(await market.pendingOn(`escrow:${only(given).orderId}:EUR`)).toBe(0n);
    const failures = (await market.published('payment.failed')).filter(
      ({ payload }) => payload['groupId'] === given.groupId,
    );
    expect(failures).toHaveLength(0);
  });

  it('is given up and given back through the same operations', async () => {
    const [group, sold] = [placed(1_000), placed(1_000)];
    await market.authorise(group, null);
    expect(await market.giveUp(group)).toMatchObject({ payment: { state: 'VOIDED' } });
    await market.authorise(sold, null);
    await market.delivered(sold, only(sold));
    expect(await market.refund(sold, only(sold), 1_000)).toMatchObject({ refund: { state: 'SUCCEEDED' } });
    expect(await market.onAccount(`cash_on_delivery_receivable:${only(sold).shopId}:EUR`)).toBe(0n);
    expect(await escrowOf(only(sold))).toMatchObject({ state: 'CLOSED' });
  });
});
