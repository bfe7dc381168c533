import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterEach(() => market.double.control('DELETE', 'faults'));
afterAll(() => market.close());

const intentOf = async (groupId: string) => {
  const [row] = await market.database.sql`select provider_intent_id as id from payment where group_id = ${groupId}`;
  return (await market.double.intents()).find((intent) => intent.id === row?.['id']);
};
const paidEvents = async (groupId: string) =>
  (await market.published('order.paid')).filter(({ payload }) => payload['groupId'] === groupId);
/** Waited out in full. What becomes of silence becomes of a broken connection and of a 500: one call's proof is enough. */
const silences = [
  ['silence before anything happened', { kind: 'timeout_before' }],
  ['silence after it happened', { kind: 'timeout_after' }],
  ['a connection that broke before anything happened', { kind: 'timeout_before', by: 'drop' }],
] as const;
const faults = [
  ['a connection that broke after it happened', { kind: 'timeout_after', by: 'drop' }],
  ['a 500 before anything happened', { kind: 'respond' }],
  ['a 500 after it happened', { kind: 'respond', effect: 'applied' }],
  ['too many requests', { kind: 'rate_limit' }],
] as const;

/** Open at first, unless the webhook of an effect that did happen came before anybody gave up waiting. */
const openOr = (state: string) => expect.stringMatching(`^(PENDING|AUTHORISED|${state})$`);

describe('an authorisation whose answer was lost', () => {
  it.each([...silences, ...faults])(
    '(%s) stays open until asking shows what became of it, and charges once',
    async (_what, fault) => {
      const group = placed(3_300);
      const before = (await market.double.intents()).length;
      await market.double.fault('/v1/payment_intents', fault, { method: 'POST' });
      expect(await market.authorise(group)).toMatchObject({ payment: { state: openOr('PENDING') }, userErrors: [] });
      expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
      expect((await market.double.intents()).length).toBe(before + 1);
      expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
      expect(await intentOf(group.groupId)).toMatchObject({ timesCharged: 1, capturedMinor: 3_300 });
    },
  );

  it('(a 500 that its key repeats for a day) is found by looking, and charges once', async () => {
    const group = placed(3_300);
    const before = (await market.double.intents()).length;
    await market.double.fault(
      '/v1/payment_intents',
      { kind: 'respond', effect: 'applied', stored: true },
      { method: 'POST' },
    );
    expect(await market.authorise(group)).toMatchObject({ payment: { state: 'PENDING' } });
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
    expect((await market.double.intents()).length).toBe(before + 1);
  });

  it('(a 500 that its key repeats, nothing done) is tried under a fresh key once nothing can be under way', async () => {
    const group = placed(3_300);
    await market.double.fault('/v1/payment_intents', { kind: 'respond', stored: true }, { method: 'POST' });
    expect(await market.authorise(group)).toMatchObject({ payment: { state: 'PENDING' } });
    expect(await market.byGroup(group)).toMatchObject({ state: 'PENDING' });
    market.clock.advance(121_000);
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
  });

  it('(made by a try long after the first, whose answer was lost too) is found, and held once', async () => {
    const group = placed(3_300);
    const before = (await market.double.intents()).length;
    const askedAfter = async (minutes: number) => {
      await market.database
        .sql`update provider_call set started_at = started_at - make_interval(mins => ${minutes}) where state = 'OPEN'`;
      market.clock.advance(5_000);
      await market.runSweep('resume-open-calls');
    };
    await market.double.webhookMode({ types: ['*'], count: 9, mode: { kind: 'drop', attempts: 50 } });
    await market.double.fault('/v1/payment_intents', { kind: 'respond', stored: true }, { method: 'POST' });
    await market.authorise(group);
    await market.double.fault('/v1/payment_intents', { kind: 'respond', effect: 'applied' }, { method: 'POST' });
    await askedAfter(16);
    expect(await intentOf(group.groupId)).toBeUndefined();
    await askedAfter(4);
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'requires_capture' });
    await market.double.control('DELETE', 'webhooks/modes');
    expect((await market.double.intents()).length).toBe(before + 1);
  });

  it('is settled by the sweep when nobody asks', async () => {
    const group = placed(3_300);
    await market.double.fault('/v1/payment_intents', { kind: 'timeout_after', by: 'drop' }, { method: 'POST' });
    await market.authorise(group);
    market.clock.advance(2_000);
    await market.runSweep('resume-open-calls');
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
    const told = (await market.published('payment.authorised')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toHaveLength(1);
  });

  it('is released when it was given up meanwhile', async () => {
    const group = placed(3_300);
    const lost = { kind: 'timeout_after', by: 'drop' } as const;
    await market.double.fault('/v1/payment_intents', lost, { method: 'POST', count: 2 });
    await market.authorise(group);
    await market.giveUp(group);
    market.clock.advance(5_000);
    await market.runSweep('resume-open-calls');
    await market.runJobs();
    market.clock.advance(5_000);
    await market.runSweep('resume-open-calls');
    expect(await market.byGroup(group)).toMatchObject({ state: 'VOIDED' });
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled', capturedMinor: 0 });
    expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
  });

  it('of a process that died before its call is made by the next one after the lease', async () => {
    const group = placed(3_300);
    await market.double.fault('/v1/payment_intents', { kind: 'timeout_before', by: 'drop' }, { method: 'POST' });
    await market.authorise(group);
    // What a killed process leaves: an attempt that was counted, under a lease, without a result.
    await market.database
      .sql`update provider_call set leased_until = ${new Date(market.clock.now().getTime() + 60_000).toISOString()}, next_attempt_at = null, outcome = null where state = 'OPEN'`;
    await market.runSweep('resume-open-calls');
    expect(await intentOf(group.groupId)).toBeUndefined();
    market.clock.advance(61_000);
    await market.runSweep('resume-open-calls');
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'requires_capture', timesCharged: 1 });
  });
});

describe('a capture whose answer was lost', () => {
  it.each(faults)('(%s) takes the money once and tells of it once', async (_what, fault) => {
    const group = placed(2_000, 500);
    await market.authorise(group);
    await market.double.fault('/v1/payment_intents/*/capture', fault);
    expect(await market.capture(group)).toMatchObject({ payment: { state: openOr('CAPTURED') } });
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
    expect(await intentOf(group.groupId)).toMatchObject({ timesCharged: 1, capturedMinor: 2_500 });
    expect(await paidEvents(group.groupId)).toHaveLength(2);
  });
});

describe('a void whose answer was lost', () => {
  it.each(faults)('(%s) releases the money', async (_what, fault) => {
    const group = placed(2_000);
    await market.authorise(group);
    await market.double.fault('/v1/payment_intents/*/cancel', fault);
    await market.giveUp(group);
    expect(await market.giveUp(group)).toMatchObject({ payment: { state: 'VOIDED' }, userErrors: [] });
    expect(await intentOf(group.groupId)).toMatchObject({ status: 'canceled' });
    expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
  });
});

describe('a refund whose answer was lost', () => {
  it.each(faults)('(%s) goes back once', async (_what, fault) => {
    const group = placed(2_000);
    const [part] = group.parts;
    await market.authorise(group);
    await market.capture(group);
    await market.double.fault('/v1/refunds', fault, { method: 'POST' });
    expect(await market.refund(group, part!, 700, `once-${group.groupId}`)).toMatchObject({
      refund: { state: openOr('SUCCEEDED') },
    });
    expect(await market.refund(group, part!, 700, `once-${group.groupId}`)).toMatchObject({
      refund: { state: 'SUCCEEDED' },
    });
    expect(await intentOf(group.groupId)).toMatchObject({ refundedMinor: 700 });
    expect(await market.onAccount(`escrow:${part?.orderId}:EUR`)).toBe(-1_300n);
  });
});
