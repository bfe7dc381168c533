import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lose } from './market-double.ts';
import { type CheckoutAnswer, checkoutDocument, checkoutInput, openSetting, type Setting } from './setting.ts';

describe('checkout', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
  });
  afterAll(() => s.close());

  /** A guest with goods of both shops, ready to buy. */
  const readyGuest = async (price = 1_000) => {
    const guest = await s.guest();
    const [a, b] = [await s.variant({ price }), await s.variant({ shop: 'shp_b', price: 333 })];
    await s.add(guest.as, a, 2);
    await s.add(guest.as, b, 3);
    await s.deliverTo(guest.as, guest.cartId);
    return { ...guest, a, b };
  };
  const payment = async (groupId: string | undefined) =>
    (await s.sql`select * from double.payment where group_id = ${groupId ?? ''}`)[0];
  const reservation = async (groupId: string | undefined) =>
    (await s.sql`select * from double.reservation where reference = ${groupId ?? ''}`)[0]?.['state'];
  const cartStatus = async (id: string) => (await s.sql`select status from cart where id = ${id}`)[0]?.['status'];

  it('makes one order per shop, holds stock, takes the money once and tells everybody', async () => {
    const { as, cartId, a } = await readyGuest();
    const done = await s.checkout(as, cartId);
    expect(done).toMatchObject({
      status: 'CONFIRMED',
      userErrors: [],
      replayed: false,
      group: { status: 'CONFIRMED' },
    });
    expect(done.group?.orders.map((order) => [order.shop.id, order.status, order.totals.total.amountMinor])).toEqual([
      ['shp_a', 'CONFIRMED', '2490'],
      ['shp_b', 'CONFIRMED', '1489'],
    ]);
    expect(done.group?.totals.total.amountMinor).toBe('3979');
    expect(await payment(done.group?.id)).toMatchObject({
      state: 'CAPTURED',
      amount: '3979',
      captured: '3979',
      effects: 2,
    });
    expect(await reservation(done.group?.id)).toBe('COMMITTED');
    expect((await s.sql`select on_hand from double.variant where id = ${a}`)[0]).toEqual({ on_hand: 98 });
    const events = (await s.published()).filter(({ payload }) => payload['groupId'] === done.group?.id);
    const orderIds = [...new Set(events.map(({ payload }) => payload['orderId']))];
    expect(orderIds).toHaveLength(2);
    for (const orderId of orderIds)
      expect(events.filter(({ payload }) => payload['orderId'] === orderId).map(({ name }) => name)).toEqual([
        'order.created',
        'order.confirmed',
      ]);
    expect(events[0]?.payload).toMatchObject({
      paymentTerms: 'prepaid',
      totalMinor: '2490',
      deliveryMinor: '490',
      taxMinor: '397',
      reservationId: `rsv_${done.group?.id}`,
    });
    expect(await cartStatus(cartId)).toBe('ORDERED');
  });

  it('gives numbers a person can read out, one letter per shop', async () => {
    const { as, cartId } = await readyGuest();
    const { group } = await s.checkout(as, cartId);
    expect(group?.number).toMatch(/^V-[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/);
    expect(group?.orders.map(({ number }) => number)).toEqual([`${group?.number}-A`, `${group?.number}-C`]);
  });

  it('freezes titles in the language of the buyer', async () => {
    const { as, cartId, a } = await readyGuest();
    const answer = await s.ask<{ checkout: CheckoutAnswer }>(
      checkoutDocument,
      { input: checkoutInput(cartId) },
      { as, meta: { locale: 'ru-RU' } },
    );
    expect(answer.data?.checkout.group?.orders[0]?.lines).toMatchObject([{ title: `Название ${a}`, quantity: 2 }]);
  });

  it('buys once when the button is pressed twice, and flags the repetition', async () => {
    const { as, cartId } = await readyGuest();
    const input = checkoutInput(cartId);
    const answers = await Promise.all(
      [1, 2, 3].map(() => s.ask<{ checkout: CheckoutAnswer }>(checkoutDocument, { input }, { as })),
    );
    const again = await s.checkout(as, cartId, input);
    expect(again).toMatchObject({ status: 'CONFIRMED', replayed: true });
    for (const { data, errors } of answers) {
      if (errors) expect(errors[0]?.extensions?.['code']).toBe('IDEMPOTENCY_IN_FLIGHT');
      else expect(data?.checkout.group?.id).toBe(again.group?.id);
    }
    expect((await s.sql`select count(*)::int as n from order_group where cart_id = ${cartId}`)[0]).toEqual({ n: 1 });
  });

  it('refuses the same key with another input', async () => {
    const { as, cartId } = await readyGuest();
    const input = checkoutInput(cartId);
    await s.checkout(as, cartId, input);
    const other = await s.ask(checkoutDocument, { input: { ...input, contactEmail: 'bob@example.org' } }, { as });
    expect(other.errors?.[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('buys a cart once although two keys race', async () => {
    const { as, cartId } = await readyGuest();
    const answers = await Promise.all([s.checkout(as, cartId), s.checkout(as, cartId)]);
    expect(answers.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(1);
    expect(answers.find(({ status }) => status === null)?.userErrors[0]?.code).toMatch(
      /CHECKOUT_IN_PROGRESS|CART_ORDERED|CART_CHANGED/,
    );
  });

  it('undoes everything and opens the cart again when the card is declined', async () => {
    const { as, cartId } = await readyGuest();
    const done = await s.checkout(as, cartId, { payment: { providerToken: 'tok_declined' } });
    expect(done).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ __typename: 'PaymentDeclined', declineCode: 'CARD_DECLINED' }],
    });
    expect(done.group).toMatchObject({ status: 'CANCELLED', failure: { code: 'PAYMENT_DECLINED' } });
    expect(done.group?.orders.map((order) => [order.status, order.cancelReason, order.paymentStatus])).toEqual([
      ['CANCELLED', 'PAYMENT_FAILED', 'VOIDED'],
      ['CANCELLED', 'PAYMENT_FAILED', 'VOIDED'],
    ]);
    expect(await reservation(done.group?.id)).toBe('RELEASED');
    expect((await s.published()).filter(({ payload }) => payload['groupId'] === done.group?.id)).toEqual([]);
    expect(await cartStatus(cartId)).toBe('OPEN');
    expect(await s.checkout(as, cartId)).toMatchObject({ status: 'CONFIRMED' });
  });

  it('tells about stock that went in the middle, with numbers, and touches no money', async () => {
    const { as, cartId, a } = await readyGuest();
    await s.sql`update double.variant set on_hand = 1 where id = ${a}`;
    const done = await s.checkout(as, cartId);
    expect(done).toMatchObject({
      status: null,
      userErrors: [{ __typename: 'OutOfStock', variantId: a, requested: 2, available: 1 }],
    });
  });

  it('refuses at reservation when somebody else was faster', async () => {
    const { as, cartId, a } = await readyGuest();
    const rival = await s.guest();
    await s.add(rival.as, a, 99);
    await s.deliverTo(rival.as, rival.cartId);
    const answers = await Promise.all([s.checkout(as, cartId), s.checkout(rival.as, rival.cartId)]);
    expect(answers.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(1);
    const refused = answers.find(({ status }) => status === 'REFUSED' || status === null);
    expect(refused?.userErrors[0]).toMatchObject({ __typename: 'OutOfStock', variantId: a });
  });

  it('asks payments when the answer to the authorisation was lost, and charges once', async () => {
    const { as, cartId } = await readyGuest();
    await lose(s.database, 'AuthorisePayment', 'lost-answer');
    const { status, group } = await s.checkout(as, cartId);
    expect(status).toBe('CONFIRMED');
    expect(await payment(group?.id)).toMatchObject({ state: 'CAPTURED', effects: 2 });
    expect(
      (
        await s.sql`select tries from kit.saga_journal j join kit.saga_instance i on i.id = j.instance_id where subject = ${group?.id ?? ''} and j.step = 'authorise'`
      )[0],
    ).toEqual({ tries: 1 });
  });

  it('does it again when payments never heard of the request', async () => {
    const { as, cartId } = await readyGuest();
    await lose(s.database, 'AuthorisePayment', 'lost-request');
    const { status, group } = await s.checkout(as, cartId);
    expect(status).toBe('CONFIRMED');
    expect(await payment(group?.id)).toMatchObject({ state: 'CAPTURED', effects: 2 });
  });

  it.each(['ReserveStock', 'CapturePayment', 'CommitStock'])(
    'ends well when the answer to %s was lost',
    async (call) => {
      const { as, cartId } = await readyGuest();
      await lose(s.database, call, 'lost-answer');
      const { group } = await s.checkout(as, cartId);
      expect(await s.group(as, group?.id ?? '')).toMatchObject({ status: 'CONFIRMED' });
      expect(await payment(group?.id)).toMatchObject({ state: 'CAPTURED', effects: 2 });
      expect(await reservation(group?.id)).toBe('COMMITTED');
    },
  );

  it.each([
    ['gives the money back', 'SUCCEEDED', 'REFUNDED'],
    ['has the money on its way back', 'PENDING', 'REFUND_PENDING'],
    ['owes the money that the provider could not return', 'FAILED', 'REFUND_PENDING'],
  ])('%s and cancels when the hold was gone at the end', async (_, refund, paymentStatus) => {
    const { as, cartId } = await readyGuest();
    await s.sql.unsafe(`create or replace function double.expire() returns trigger language plpgsql as $$
      begin update double.reservation set state = 'EXPIRED' where reference = new.group_id; return new; end $$;
      create or replace function double.settle() returns trigger language plpgsql as $$
      begin new.state := '${refund}'; return new; end $$;
      create trigger expire after update on double.payment for each row when (new.state = 'CAPTURED') execute function double.expire();
      create trigger settle before insert on double.refund for each row execute function double.settle()`);
    const done = await s.checkout(as, cartId);
    await s.sql.unsafe('drop trigger expire on double.payment; drop trigger settle on double.refund');
    expect(done).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ code: 'RESERVATION_GONE' }],
      group: { status: 'CANCELLED' },
    });
    expect(await payment(done.group?.id)).toMatchObject({ captured: '3979', refunded: '3979' });
    expect(
      (await s.published('order.cancelled')).filter(({ payload }) => payload['groupId'] === done.group?.id),
    ).toHaveLength(2);
    expect(
      (await s.group(as, done.group?.id ?? ''))?.orders.map((order) => [
        order.status,
        order.cancelReason,
        order.paymentStatus,
      ]),
    ).toEqual([
      ['CANCELLED', 'OUT_OF_STOCK', paymentStatus],
      ['CANCELLED', 'OUT_OF_STOCK', paymentStatus],
    ]);
  });

  it('takes cash on delivery from shops that do, by a method that does', async () => {
    const { as, cartId } = await readyGuest();
    const done = await s.checkout(as, cartId, { payment: { terms: 'ON_DELIVERY' } });
    expect(done).toMatchObject({ status: 'CONFIRMED' });
    expect(done.group?.orders.map((order) => [order.paymentStatus, order.totals.delivery.amountMinor])).toEqual([
      ['DUE_ON_DELIVERY', '990'],
      ['DUE_ON_DELIVERY', '990'],
    ]);
    expect(await payment(done.group?.id)).toMatchObject({ state: 'AUTHORISED', captured: '0' });
  });

  it('remembers a refusal under its key and takes a new key', async () => {
    const { as, cartId, a } = await readyGuest();
    await s.sql`update double.variant set price = 1100 where id = ${a}`;
    const input = checkoutInput(cartId);
    const refused = await s.checkout(as, cartId, input);
    expect(refused).toMatchObject({
      status: null,
      group: null,
      userErrors: [{ __typename: 'PriceChanged', was: { amountMinor: '1000' }, now: { amountMinor: '1100' } }],
    });
    expect(await s.checkout(as, cartId, input)).toMatchObject({ status: null, replayed: true });
    await s.data(
      'mutation ($input: AcceptCartPricesInput!) { acceptCartPrices(input: $input) { userErrors { code } } }',
      { input: { cartId } },
      as,
    );
    expect(await s.checkout(as, cartId, { idempotencyKey: randomUUID() })).toMatchObject({ status: 'CONFIRMED' });
  });
});
