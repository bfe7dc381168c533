import { newId } from '@vitrina/platform/ids';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';
import { webhookSecret } from './stripe-double.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const rowOf = async (groupId: string) => {
  const [row] = await market.database
    .sql`select id, state, provider_intent_id as intent from payment where group_id = ${groupId}`;
  return row as unknown as { id: string; state: string; intent: string };
};
const later = () => market.clock.set(new Date(market.clock.now().getTime() + 130_000));

describe('what nobody told us', () => {
  it('of a passed check is asked for after two minutes, and told on', async () => {
    const group = placed(1_000);
    await market.authorise(group, 'threeDSecureRequired');
    const { intent } = await rowOf(group.groupId);
    await market.double.webhookMode({ types: ['payment_intent.*'], mode: { kind: 'drop', attempts: 50 } });
    await market.double.authenticate(intent, 'approve');
    await market.runSweep('ask-overdue-payments');
    expect((await rowOf(group.groupId)).state).toBe('REQUIRES_ACTION');
    later();
    await market.runSweep('ask-overdue-payments');
    expect((await rowOf(group.groupId)).state).toBe('AUTHORISED');
    const told = await market.published('payment.authorised');
    expect(told.filter(({ payload }) => payload['groupId'] === group.groupId)).toHaveLength(1);
  });

  it('of a pending refund is asked for after two minutes', async () => {
    const group = placed(1_000);
    await market.authorise(group, 'pendingRefund');
    await market.capture(group);
    await market.double.control('POST', 'settings', { refundDelayMs: 50 });
    await market.double.webhookMode({ types: ['refund.updated'], mode: { kind: 'drop', attempts: 50 } });
    const { refund } = await market.refund(group, group.parts[0]!, 400);
    expect(refund?.state).toBe('PENDING');
    await expect
      .poll(async () => {
        later();
        await market.runSweep('ask-overdue-refunds');
        const [row] = await market.database.sql`select state from refund where id = ${refund?.id ?? ''}`;
        return row?.['state'];
      })
      .toBe('SUCCEEDED');
  });

  it('of a webhook that came before its payment takes effect once the payment is there', async () => {
    const stripe = new Stripe('sk_test_unused');
    const group = placed(1_000);
    await market.authorise(group, 'threeDSecureRequired');
    // The double's own notices would write the id down again.
    await market.double.whenIdle();
    const { id, intent } = await rowOf(group.groupId);
    const eventId = newId('evt');
    // As if the payment were written down only later: the event is about one that nobody knows yet.
    await market.database.sql`update payment set provider = 'elsewhere' where id = ${id}`;
    const body = JSON.stringify({
      id: eventId,
      object: 'event',
      type: 'payment_intent.amount_capturable_updated',
      data: { object: { id: intent, object: 'payment_intent', metadata: { paymentId: id } } },
    });
    const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret: webhookSecret });
    expect(await market.deliverWebhook(Buffer.from(body), signature)).toBe(200);
    const inbox = async () =>
      (await market.database.sql`select state from webhook_inbox where event_id = ${eventId}`)[0]?.['state'] as string;
    expect(await inbox()).toBe('WAITING');
    await market.database.sql`update payment set provider = 'stripe' where id = ${id}`;
    market.clock.advance(3_000);
    await market.runSweep('retry-waiting-webhooks');
    expect(await inbox()).toBe('APPLIED');
  });

  it('rolls balances up without changing what anybody sees', async () => {
    const group = placed(2_000);
    await market.authorise(group);
    await market.capture(group);
    const before = await market.database.sql`select count(*)::int as n from balance_delta`;
    expect(before[0]?.['n']).toBeGreaterThan(0);
    await market.runSweep('roll-up-balances');
    const [left] = await market.database.sql`select count(*)::int as n from balance_delta`;
    expect(left?.['n']).toBe(0);
    expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(-2_000n);
  });
});
