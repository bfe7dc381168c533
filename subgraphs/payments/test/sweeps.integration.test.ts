import { newId } from '@vitrina/platform/ids';
import { metrics } from '@vitrina/platform/observability';
import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';
import { webhookSecret } from './stripe-double.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
  // What is lost here is lost for good: nobody has to wait for the double's retries.
  await market.double.control('POST', 'settings', { webhookMaxAttempts: 1 });
});
afterAll(() => market.close());

const rowOf = async (groupId: string) => {
  const [row] = await market.database
    .sql`select id, state, provider_intent_id as intent from payment where group_id = ${groupId}`;
  return row as unknown as { id: string; state: string; intent: string };
};
const later = () => market.clock.set(new Date(market.clock.now().getTime() + 130_000));

describe('a call whose outcome nobody can find out', () => {
  const waiting = async () => {
    await market.runSweep('count-hopeless-calls');
    const { values } = await metrics.needsPerson.get();
    return values.find(({ labels }) => labels['context'] === 'payments' && labels['work'] === 'provider-call')?.value;
  };

  it('is counted for a person after a quarter of an hour, until it is known', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    const { id } = await rowOf(group.groupId);
    const began = (minutes: number) => new Date(market.clock.now().getTime() - minutes * 60_000).toISOString();
    const open = (minutes: number) =>
      market.database
        .sql`update provider_call set state = 'OPEN', started_at = ${began(minutes)} where payment_id = ${id}`;
    await open(14);
    expect(await waiting()).toBe(0);
    await open(16);
    expect(await waiting()).toBe(1);
    market.clock.advance(5_000);
    await market.runSweep('resume-open-calls');
    expect(await waiting()).toBe(0);
  });
});

describe('what nobody told us', () => {
  it('of a passed check is asked for after two minutes, and told on', async () => {
    const group = placed(1_000);
    await market.authorise(group, 'threeDSecureRequired');
    const { intent } = await rowOf(group.groupId);
    await market.double.webhookMode({ types: ['payment_intent.*'], mode: { kind: 'drop', attempts: 1 } });
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
    await market.double.webhookMode({ types: ['refund.updated'], mode: { kind: 'drop', attempts: 1 } });
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

  it('of a call that cannot be carried out any more does not keep the next one from its turn', async () => {
    const [stranded, waiting] = [placed(1_000), placed(1_000)];
    const lost = { kind: 'timeout_after', by: 'drop' } as const;
    await market.double.fault('/v1/payment_intents', lost, { method: 'POST', count: 2 });
    await market.authorise(stranded);
    await market.authorise(waiting);
    await market.database.sql`update payment set provider = 'elsewhere' where group_id = ${stranded.groupId}`;
    later();
    await market.runSweep('resume-open-calls');
    expect((await rowOf(waiting.groupId)).state).toBe('AUTHORISED');
    await market.database.sql`update payment set provider = 'stripe' where group_id = ${stranded.groupId}`;
    later();
    await market.runSweep('resume-open-calls');
    expect((await rowOf(stranded.groupId)).state).toBe('AUTHORISED');
  });

  it('of a webhook that cannot be applied is put off, and the next one is', async () => {
    const [crooked, sound] = [placed(1_000), placed(1_000)];
    for (const group of [crooked, sound]) await market.authorise(group);
    await market.double.whenIdle();
    // More is taken than the books know of: the database refuses that, whoever tells it.
    await market.database.sql`update payment set amount_minor = 1 where group_id = ${crooked.groupId}`;
    await market.double.webhookMode({ types: ['*'], count: 20, mode: { kind: 'drop', attempts: 1 } });
    const eventIds: string[] = [];
    for (const [place, group] of [crooked, sound].entries()) {
      const { id, intent: intentId } = await rowOf(group.groupId);
      await fetch(`${market.double.url}/v1/payment_intents/${intentId}/capture`, {
        method: 'POST',
        headers: { authorization: 'Bearer sk_test_x' },
      });
      const subject = { kind: 'intent', intentId, paymentId: id };
      const eventId = newId('evt');
      eventIds.push(eventId);
      const due = new Date(market.clock.now().getTime() - 2_000 + place * 1_000).toISOString();
      await market.database.sql`
        insert into webhook_inbox (provider, event_id, type, state, subject, received_at, next_attempt_at)
        values ('stripe', ${eventId}, 'payment_intent.succeeded', 'WAITING', ${JSON.stringify(subject)}::jsonb, now(), ${due}::timestamptz)`;
    }
    await market.double.control('DELETE', 'webhooks/modes');
    await market.runSweep('retry-waiting-webhooks');
    expect((await rowOf(sound.groupId)).state).toBe('CAPTURED');
    const rows = await market.database.sql`
      select state, attempts from webhook_inbox where event_id = any(${eventIds}) order by event_id`;
    expect(rows).toEqual([
      { state: 'WAITING', attempts: 2 },
      { state: 'APPLIED', attempts: 2 },
    ]);
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
