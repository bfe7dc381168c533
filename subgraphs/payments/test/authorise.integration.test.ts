import { newId } from '@vitrina/platform/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const intentsOf = async (paymentId: string | undefined) => {
  const all = await market.double.intents();
  const [row] = await market.database.sql`select provider_intent_id as id from payment where id = ${paymentId ?? ''}`;
  return all.filter((intent) => intent.id === row?.['id']);
};

describe('authorising', () => {
  it('makes one payment and one intent of ten requests at once', async () => {
    const group = placed(4_200);
    const before = (await market.double.intents()).length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => market.authorise(group)));
    expect(new Set(answers.map((answer) => answer.payment?.id)).size).toBe(1);
    expect(answers.map((answer) => answer.payment?.state)).toEqual(Array.from({ length: 10 }, () => 'AUTHORISED'));
    expect((await market.double.intents()).length).toBe(before + 1);
  });

  it('announces the money in the books without booking it', async () => {
    const group = placed(900);
    await market.authorise(group);
    expect(await market.pendingOn(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(-900n);
    expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:EUR`)).toBe(0n);
  });

  it.each([
    ['chargeDeclined', 'CARD_DECLINED'],
    ['chargeDeclinedInsufficientFunds', 'INSUFFICIENT_FUNDS'],
    ['chargeDeclinedExpiredCard', 'EXPIRED_CARD'],
    ['chargeDeclinedIncorrectCvc', 'INCORRECT_CVC'],
    ['chargeDeclinedStolenCard', 'CARD_DECLINED'],
  ])('of %s ends as a failed payment with the code %s', async (card, code) => {
    const group = placed(1_000);
    const answer = await market.authorise(group, card);
    expect(answer).toMatchObject({ payment: { state: 'FAILED', failure: { code } }, userErrors: [] });
    const told = (await market.published('payment.failed')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toEqual([
      expect.objectContaining({ payload: expect.objectContaining({ code, orderIds: [group.parts[0]?.orderId] }) }),
    ]);
    expect(await market.authorise(group, card)).toMatchObject({ payment: { id: answer.payment?.id, state: 'FAILED' } });
  });

  it('sends the buyer to the bank, and goes on once the check is passed', async () => {
    const group = placed(7_700);
    const { payment } = await market.authorise(group, 'threeDSecureRequired');
    expect(payment).toMatchObject({
      state: 'REQUIRES_ACTION',
      action: { redirectUrl: expect.stringContaining('http') },
    });
    const [intent] = await intentsOf(payment?.id);
    await market.double.authenticate(intent?.id ?? '', 'approve');
    await market.double.whenIdle();
    const told = (await market.published('payment.authorised')).filter(
      ({ payload }) => payload['groupId'] === group.groupId,
    );
    expect(told).toHaveLength(1);
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED', action: null });
    expect(await market.capture(group)).toMatchObject({ payment: { state: 'CAPTURED' } });
  });

  it('fails when the check is not passed', async () => {
    const group = placed(7_700);
    const { payment } = await market.authorise(group, 'threeDSecureRequired');
    const [intent] = await intentsOf(payment?.id);
    await market.double.authenticate(intent?.id ?? '', 'fail');
    await market.double.whenIdle();
    expect(await market.byGroup(group)).toMatchObject({ state: 'FAILED', failure: { code: 'AUTHENTICATION_FAILED' } });
  });

  it('finds out by asking when the webhook of a passed check was lost', async () => {
    const group = placed(300);
    const { payment } = await market.authorise(group, 'threeDSecureRequired');
    const [intent] = await intentsOf(payment?.id);
    await market.double.webhookMode({ types: ['payment_intent.*'], count: 1, mode: { kind: 'drop', attempts: 50 } });
    await market.double.authenticate(intent?.id ?? '', 'approve');
    expect(await market.byGroup(group)).toMatchObject({ state: 'AUTHORISED' });
  });

  it.each([
    ['parts that do not sum to the amount', { amountMinor: '999' }, 'PARTS_DO_NOT_SUM'],
    ['an amount of zero', { amountMinor: '0' }, 'AMOUNT_INVALID'],
    ['a negative amount', { amountMinor: '-5' }, 'AMOUNT_INVALID'],
    ['more than a card takes', { amountMinor: '100000000' }, 'AMOUNT_TOO_LARGE'],
    ['no parts', { parts: [] }, 'PARTS_INVALID'],
    ['a card number', { providerToken: '4242424242424242' }, 'PROVIDER_TOKEN_INVALID'],
    ['a card number dressed up as a token', { providerToken: 'tok_4242424242424242' }, 'PROVIDER_TOKEN_INVALID'],
    ['neither a card nor a token', { providerToken: null }, 'PAYMENT_METHOD_REQUIRED'],
    ["somebody else's saved card", { providerToken: null, paymentMethodId: newId('pmt') }, 'PAYMENT_METHOD_NOT_FOUND'],
  ])('refuses %s and writes nothing down', async (_what, more, code) => {
    const group = placed(1_000);
    expect(await market.authorise(group, 'visa', more)).toMatchObject({ payment: null, userErrors: [{ code }] });
    expect(await market.byGroup(group)).toBeNull();
  });

  it('counts a currency without decimals as the provider does, there and back', async () => {
    const group = placed(5_000);
    const { payment } = await market.authorise(group, 'visa', { currency: 'ISK' });
    expect(await market.capture(group)).toMatchObject({ payment: { captured: { amountMinor: '5000' } } });
    await market.refund(group, group.parts[0]!, 1_200);
    expect(await intentsOf(payment?.id)).toMatchObject([{ capturedMinor: 500_000, refundedMinor: 120_000 }]);
    expect(await market.onAccount(`escrow:${group.parts[0]?.orderId}:ISK`)).toBe(-3_800n);
  });

  it('ends as failed in a currency whose parts a card cannot be charged', async () => {
    expect(await market.authorise(placed(5_000), 'visa', { currency: 'MGA' })).toMatchObject({
      payment: { state: 'FAILED', failure: { code: 'CURRENCY_NOT_CHARGEABLE' } },
    });
  });

  it('refuses other terms under a group that has a payment', async () => {
    const group = placed(1_000);
    await market.authorise(group);
    const other = { ...group, parts: [{ ...group.parts[0]!, amountMinor: '2000' }], total: 2_000n };
    expect(await market.authorise(other)).toMatchObject({ userErrors: [{ code: 'GROUP_ALREADY_PAID_FOR' }] });
  });

  it('refuses the same card a second time when it was not saved', async () => {
    const [group, other] = [placed(1_000), placed(1_000)];
    await market.authorise(group);
    const [row] = await market.database
      .sql`select provider_intent_id as id from payment where group_id = ${group.groupId}`;
    const intent = await fetch(`${market.double.url}/v1/payment_intents/${row?.['id']}`, {
      headers: { authorization: 'Bearer sk_test_x' },
    });
    const { payment_method: used } = (await intent.json()) as { payment_method: string };
    const answer = await market.authorise(other, 'visa', { providerToken: used });
    expect(answer).toMatchObject({ payment: { state: 'FAILED', failure: { code: 'PAYMENT_METHOD_UNUSABLE' } } });
  });
});
