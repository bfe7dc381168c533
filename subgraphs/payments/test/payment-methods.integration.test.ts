import { asUser } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootPayments, type PaymentsUnderTest, placed } from './harness.ts';

let market: PaymentsUnderTest;
beforeAll(async () => {
  market = await bootPayments();
});
afterAll(() => market.close());

const addDocument = `mutation ($input: AddPaymentMethodInput!) { addPaymentMethod(input: $input) { replayed
  paymentMethod { id brand last4 expiryMonth expiryYear } userErrors { code field message } } }`;
interface Added {
  readonly addPaymentMethod: {
    readonly replayed: boolean;
    readonly paymentMethod: { readonly id: string; readonly last4: string } | null;
    readonly userErrors: readonly { readonly code: string }[];
  };
}
const add = async (userId: string, providerToken: string, idempotencyKey: string) => {
  const { data, errors } = await market.ask<Added>(
    addDocument,
    { input: { providerToken, idempotencyKey } },
    { as: asUser(userId) },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return (data as Added).addPaymentMethod;
};
const listed = async (userId: string) => {
  const { data } = await market.ask<{ paymentMethods: { id: string; last4: string }[] }>(
    '{ paymentMethods { id brand last4 } }',
    {},
    { as: asUser(userId) },
  );
  return data?.paymentMethods ?? [];
};
const remove = async (userId: string, id: string) => {
  const { data } = await market.ask<{
    removePaymentMethod: { paymentMethod: { id: string } | null; userErrors: { code: string }[] };
  }>(
    'mutation ($id: ID!) { removePaymentMethod(input: { id: $id }) { paymentMethod { id } userErrors { code } } }',
    { id },
    { as: asUser(userId) },
  );
  return data?.removePaymentMethod;
};

describe('saved cards', () => {
  it('start with a secret for the provider’s script', async () => {
    const { data } = await market.ask(
      'mutation { createPaymentMethodSetup { setup { providerToken clientSecret } userErrors { code } } }',
      {},
      { as: asUser('usr_setup') },
    );
    expect(data?.['createPaymentMethodSetup']).toEqual({
      setup: { providerToken: expect.stringMatching(/^seti_/), clientSecret: expect.stringContaining('_secret_') },
      userErrors: [],
    });
  });

  it('are added once per key, and pay for a purchase', async () => {
    const added = await add('usr_one', 'pm_card_mastercard', 'key-for-one');
    expect(added).toMatchObject({ replayed: false, paymentMethod: { last4: '4444' }, userErrors: [] });
    expect(await add('usr_one', 'pm_card_mastercard', 'key-for-one')).toMatchObject({
      replayed: true,
      paymentMethod: { id: added.paymentMethod?.id },
    });
    expect(await listed('usr_one')).toHaveLength(1);
    const group = { ...placed(900), buyerId: 'usr_one' };
    const saved = { providerToken: null, paymentMethodId: added.paymentMethod?.id };
    expect(await market.authorise(group, 'visa', saved)).toMatchObject({ payment: { state: 'AUTHORISED' } });
    expect(await market.authorise(placed(900), 'visa', saved)).toMatchObject({
      userErrors: [{ code: 'PAYMENT_METHOD_NOT_FOUND' }],
    });
  });

  it('are kept from a purchase when the buyer asked for it, and only when it worked', async () => {
    const [paid, declined, guest] = [placed(900), placed(900), placed(900)];
    await market.authorise(paid, 'visa', { saveMethod: true });
    await market.authorise(declined, 'chargeDeclined', { saveMethod: true });
    await market.authorise(guest, 'visa', { saveMethod: true, buyerId: null, guestKey: 'a'.repeat(64) });
    expect(await listed(paid.buyerId)).toMatchObject([{ last4: '4242' }]);
    expect(await listed(declined.buyerId)).toEqual([]);
  });

  it.each(['4242424242424242', '4242 4242 4242 4242', 'tok_4242424242424242', 'cus_123456', 'pm_', ''])(
    'are not made of %j',
    async (token) => {
      const added = await add('usr_two', token, `key-${Buffer.from(token).toString('hex')}-refused`);
      expect(added).toMatchObject({ paymentMethod: null, userErrors: [{ code: 'PROVIDER_TOKEN_INVALID' }] });
      expect(JSON.stringify(added)).not.toContain('4242');
    },
  );

  it('tell why a card cannot be saved', async () => {
    expect(await add('usr_two', 'pm_card_chargeDeclined', 'key-declined')).toMatchObject({
      paymentMethod: null,
      userErrors: [{ code: 'CARD_DECLINED' }],
    });
    expect(await add('usr_two', 'pm_nobodyknows', 'key-unknown-token')).toMatchObject({
      paymentMethod: null,
      userErrors: [{ code: 'PAYMENT_METHOD_UNUSABLE' }],
    });
  });

  it('may be tried again under the same key when the provider was away, and not when it said no', async () => {
    await market.double.fault('/v1/payment_methods/*', { kind: 'timeout_before', by: 'drop' });
    expect(await add('usr_patient', 'pm_card_visa', 'key-of-patience')).toMatchObject({
      userErrors: [{ code: 'PROVIDER_UNAVAILABLE' }],
    });
    await market.double.control('DELETE', 'faults');
    expect(await add('usr_patient', 'pm_card_visa', 'key-of-patience')).toMatchObject({
      replayed: false,
      paymentMethod: { last4: '4242' },
    });
    await add('usr_patient', 'pm_card_chargeDeclined', 'key-of-no');
    expect(await add('usr_patient', 'pm_card_chargeDeclined', 'key-of-no')).toMatchObject({ replayed: true });
  });

  it('stay with whom they were saved for when somebody else brings the same token', async () => {
    const { paymentMethod } = await add('usr_first', 'pm_card_visa', 'key-of-the-first');
    const [row] = await market.database
      .sql`update payment_method set user_id = 'usr_before' where id = ${paymentMethod?.id ?? ''} returning provider_token as token`;
    expect(await add('usr_first', String(row?.['token']), 'key-of-the-second')).toMatchObject({
      paymentMethod: null,
      userErrors: [{ code: 'PAYMENT_METHOD_UNUSABLE' }],
    });
    expect(await listed('usr_before')).toMatchObject([{ id: paymentMethod?.id }]);
    expect(await listed('usr_first')).toEqual([]);
  });

  it('are kept while the provider cannot be asked to forget them', async () => {
    const { paymentMethod } = await add('usr_keeper', 'pm_card_visa', 'key-of-the-keeper');
    await market.double.fault('/v1/payment_methods/*', { kind: 'timeout_before', by: 'drop' });
    expect(await remove('usr_keeper', paymentMethod?.id ?? '')).toMatchObject({
      userErrors: [{ code: 'PROVIDER_UNAVAILABLE' }],
    });
    await market.double.control('DELETE', 'faults');
    expect(await listed('usr_keeper')).toHaveLength(1);
  });

  it('are forgotten by their owner only, once and for all', async () => {
    const { paymentMethod } = await add('usr_three', 'pm_card_visa', 'key-for-three');
    const id = paymentMethod?.id ?? '';
    expect(await remove('usr_four', id)).toMatchObject({
      paymentMethod: null,
      userErrors: [{ code: 'PAYMENT_METHOD_NOT_FOUND' }],
    });
    expect(await remove('usr_three', id)).toMatchObject({ paymentMethod: { id }, userErrors: [] });
    expect(await remove('usr_three', id)).toMatchObject({ paymentMethod: { id }, userErrors: [] });
    expect(await listed('usr_three')).toEqual([]);
    const { data } = await market.ask(
      'query ($reps: [_Any!]!) { _entities(representations: $reps) { ... on PaymentMethod { last4 } } }',
      { reps: [{ __typename: 'PaymentMethod', id }] },
      { as: asUser('usr_three') },
    );
    expect(data?.['_entities']).toEqual([null]);
  });

  it('are nobody else’s to see', async () => {
    const { paymentMethod } = await add('usr_five', 'pm_card_visa', 'key-for-five');
    const reps = [{ __typename: 'PaymentMethod', id: paymentMethod?.id }];
    const see = async (userId: string) =>
      (
        await market.ask(
          'query ($reps: [_Any!]!) { _entities(representations: $reps) { ... on PaymentMethod { last4 } } }',
          { reps },
          { as: asUser(userId) },
        )
      ).data?.['_entities'];
    expect(await see('usr_five')).toEqual([{ last4: '4242' }]);
    expect(await see('usr_six')).toEqual([null]);
  });

  it('cannot be saved by a guest', async () => {
    const { errors } = await market.ask('{ paymentMethods { id } }');
    expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});

describe('without a card provider', () => {
  it('prepaid is refused with the remedy, cash works, and webhooks are not there', async () => {
    const { payments } = await import('../src/subgraph.ts');
    const { testContext, asService } = await import('@vitrina/platform/testing');
    const bare = await testContext(payments, { env: {} });
    const group = placed(500);
    const run = async (input: object) =>
      (
        await bare.ask<{ authorisePayment: object }>(
          'mutation ($input: AuthorisePaymentInput!) { authorisePayment(input: $input) { payment { state } userErrors { code } } }',
          { input },
          { as: asService('orders') },
        )
      ).data?.authorisePayment;
    const input = {
      groupId: group.groupId,
      buyerId: group.buyerId,
      currency: 'EUR',
      amountMinor: '500',
      parts: group.parts,
    };
    expect(await run({ ...input, terms: 'PREPAID', providerToken: 'pm_card_visa' })).toMatchObject({
      userErrors: [{ code: 'PREPAID_UNAVAILABLE' }],
    });
    expect(await run({ ...input, terms: 'ON_DELIVERY' })).toMatchObject({ payment: { state: 'AUTHORISED' } });
    await bare.close();
  });

  it('a key without a webhook secret is refused by the variable’s name', async () => {
    const { testContext } = await import('@vitrina/platform/testing');
    const { payments } = await import('../src/subgraph.ts');
    await expect(testContext(payments, { env: { VITRINA_STRIPE_KEY: 'sk_test_x' } })).rejects.toThrow(
      /VITRINA_STRIPE_WEBHOOK_SECRET/,
    );
  });
});
