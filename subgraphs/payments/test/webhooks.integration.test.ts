import Stripe from 'stripe';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';
import { webhookSecret } from './stripe-double.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const paidEvents = async (groupId: string) =>
  (await market.published('order.paid')).filter(({ payload }) => payload['groupId'] === groupId);

const stripe = new Stripe('sk_test_unused');
/** An event as Stripe signs it. */
const signed = (event: object) => {
  const body = Buffer.from(JSON.stringify(event));
  return {
    body,
    signature: stripe.webhooks.generateTestHeaderString({ payload: body.toString(), secret: webhookSecret }),
  };
};
const eventAbout = (id: string, object: object) => ({
  id,
  object: 'event',
  type: 'payment_intent.succeeded',
  data: { object },
});
const inboxState = async (eventId: string) => {
  const [row] = await market.database.sql`select state from webhook_inbox where event_id = ${eventId}`;
  return row?.['state'] as string | undefined;
};

describe('webhooks', () => {
  it('that come ten times move money once', async () => {
    const group = placed(5_000);
    await market.double.webhookMode({ types: ['*'], count: 10, mode: { kind: 'duplicate', times: 10 } });
    await market.authorise(group);
    await market.capture(group);
    await market.refund(group, group.parts[0]!, 1_000);
    await market.double.whenIdle();
    await market.double.control('DELETE', 'webhooks/modes');
    expect(await paidEvents(group.groupId)).toHaveLength(1);
    expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(-4_000n);
    const deliveries = await market.database
      .sql`select count(*)::int as n, count(distinct event_id)::int as d from webhook_inbox`;
    expect(deliveries[0]?.['n']).toBe(deliveries[0]?.['d']);
  });

  it('delivered ten times at the same moment have one effect', async () => {
    const group = placed(800);
    await market.authorise(group);
    await market.double.whenIdle();
    const [row] = await market.database
      .sql`select id, provider_intent_id as intent from payment where group_id = ${group.groupId}`;
    // The money is taken behind our back, as from the provider's dashboard.
    await fetch(`${market.double.url}/v1/payment_intents/${row?.['intent']}/capture`, {
      method: 'POST',
      headers: { authorization: 'Bearer sk_test_x' },
    });
    const event = signed(
      eventAbout('evt_same_moment', {
        id: row?.['intent'],
        object: 'payment_intent',
        metadata: { paymentId: row?.['id'] },
      }),
    );
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => market.deliverWebhook(event.body, event.signature)),
    );
    expect(answers.every((status) => status === 200)).toBe(true);
    await market.capture(group);
    expect(await paidEvents(group.groupId)).toHaveLength(1);
    expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(-800n);
  });

  it('in the wrong order end in the same state', async () => {
    const group = placed(5_000, 600);
    // What comes with the authorisation is overtaken by what comes with the capture.
    const early = ['payment_intent.created', 'payment_intent.amount_capturable_updated'];
    await market.double.webhookMode({ types: early, count: 2, mode: { kind: 'delay', delayMs: 1_500 } });
    await market.authorise(group);
    await market.capture(group);
    await market.double.whenIdle();
    expect(await market.byGroup(group)).toMatchObject({ state: 'CAPTURED' });
    expect(await paidEvents(group.groupId)).toHaveLength(2);
  });

  it('that overtake the answer of the call find the payment by what it carries', async () => {
    const group = placed(5_000);
    await market.double.webhookMode({
      types: ['payment_intent.amount_capturable_updated'],
      mode: { kind: 'before_response' },
    });
    expect(await market.authorise(group)).toMatchObject({ payment: { state: 'AUTHORISED' } });
    await market.double.webhookMode({ types: ['payment_intent.succeeded'], mode: { kind: 'before_response' } });
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
    expect(await paidEvents(group.groupId)).toHaveLength(1);
  });

  it('with a wrong signature or changed bytes are refused', async () => {
    const { body, signature } = signed(eventAbout('evt_forged', { id: 'pi_x', object: 'payment_intent' }));
    expect(await market.deliverWebhook(body, 't=1,v1=00')).toBe(400);
    expect(await market.deliverWebhook(Buffer.concat([body, Buffer.from(' ')]), signature)).toBe(400);
    expect(await inboxState('evt_forged')).toBeUndefined();
  });

  it('about an intent without our mark are somebody else’s and never looked at again', async () => {
    const { body, signature } = signed(
      eventAbout('evt_foreign', { id: 'pi_foreign', object: 'payment_intent', metadata: {} }),
    );
    expect(await market.deliverWebhook(body, signature)).toBe(200);
    expect(await inboxState('evt_foreign')).toBe('IGNORED');
  });

  it('about a payment that is not there wait, are looked at ever less often, and are given up', async () => {
    const object = { id: 'pi_unknown', object: 'payment_intent', metadata: { paymentId: 'pay_unknown' } };
    const { body, signature } = signed(eventAbout('evt_unknown', object));
    expect(await market.deliverWebhook(body, signature)).toBe(200);
    expect(await inboxState('evt_unknown')).toBe('WAITING');
    const dueAfterMs: number[] = [];
    for (let look = 1; (await inboxState('evt_unknown')) === 'WAITING'; look += 1) {
      expect(look).toBeLessThan(12);
      const [row] = await market.database
        .sql`select next_attempt_at as due from webhook_inbox where event_id = 'evt_unknown'`;
      dueAfterMs.push(new Date(row?.['due'] as string).getTime() - market.clock.now().getTime());
      market.clock.advance((dueAfterMs.at(-1) ?? 0) + 1);
      await market.runSweep('retry-waiting-webhooks');
    }
    expect(dueAfterMs).toEqual([...dueAfterMs].sort((a, b) => a - b));
    expect(await inboxState('evt_unknown')).toBe('IGNORED');
  });

  it('that tell what we know already are done without a question to the provider', async () => {
    const group = placed(700);
    await market.authorise(group);
    await market.capture(group);
    await market.double.whenIdle();
    const [row] = await market.database
      .sql`select id, version, provider_intent_id as intent from payment where group_id = ${group.groupId}`;
    // Whatever a provider answers is written down as a new version.
    const object = {
      id: row?.['intent'],
      object: 'payment_intent',
      status: 'requires_capture',
      metadata: { paymentId: row?.['id'] },
    };
    const { body, signature } = signed(eventAbout('evt_old_news', object));
    expect(await market.deliverWebhook(body, signature)).toBe(200);
    expect(await inboxState('evt_old_news')).toBe('APPLIED');
    const [after] = await market.database.sql`select version from payment where group_id = ${group.groupId}`;
    expect(after?.['version']).toBe(row?.['version']);
  });

  it('are forgotten a month and a half after they were dealt with, and not while they wait', async () => {
    const days = (count: number) => new Date(market.clock.now().getTime() - count * 86_400_000).toISOString();
    await market.database.sql`
      insert into webhook_inbox (provider, event_id, type, state, subject, received_at)
      select 'stripe', 'evt_kept_' || state || at, 'x', state, '{}', at::timestamptz
      from unnest(array['APPLIED', 'IGNORED', 'WAITING']) state, unnest(array[${days(44)}, ${days(46)}]) at`;
    await market.runSweep('forget-old-webhooks');
    const kept = await market.database
      .sql`select state, received_at < ${days(45)}::timestamptz as old from webhook_inbox where event_id like 'evt_kept_%' order by state, old`;
    expect(kept.map((row) => [row['state'], row['old']])).toEqual([
      ['APPLIED', false],
      ['IGNORED', false],
      ['WAITING', false],
      ['WAITING', true],
    ]);
  });

  it('of other objects are taken in and change nothing', async () => {
    const { body, signature } = signed({
      id: 'evt_other',
      object: 'event',
      type: 'customer.created',
      data: { object: { id: 'cus_1', object: 'customer' } },
    });
    expect(await market.deliverWebhook(body, signature)).toBe(200);
    expect(await inboxState('evt_other')).toBe('IGNORED');
  });
});
