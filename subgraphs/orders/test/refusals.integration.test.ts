import { randomUUID } from 'node:crypto';
import type { Identity } from '@vitrina/platform/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lose } from './market-double.ts';
import { type CheckoutAnswer, errorFields, openSetting, type Setting } from './setting.ts';

describe('a purchase that cannot be', () => {
  let s: Setting;
  beforeAll(async () => {
    s = await openSetting();
    await s.sql`insert into double.shop (id, accepts, delivers, on_delivery) values ('shp_closed', false, true, true), ('shp_local', true, false, false), ('shp_strict', true, true, false)`;
  });
  afterAll(() => s.close());

  const guestWith = async (...variants: string[]) => {
    const guest = await s.guest();
    for (const variant of variants) await s.add(guest.as, variant);
    await s.deliverTo(guest.as, guest.cartId);
    return guest;
  };

  it.each([
    ['of an empty cart', [], {}, 'EMPTY_CART'],
    ['from a closed shop', ['shp_closed'], {}, 'SHOP_CLOSED'],
    ['from a shop that does not deliver there', ['shp_local'], {}, 'NOT_DELIVERABLE'],
    [
      'on delivery from a shop that wants money first',
      ['shp_strict'],
      { payment: { terms: 'ON_DELIVERY' } },
      'NOT_DELIVERABLE',
    ],
    ['without an e-mail address', ['shp_a'], { contactEmail: ' ' }, 'EMAIL_REQUIRED'],
    ['with something that is no e-mail address', ['shp_a'], { contactEmail: 'ann@@example' }, 'EMAIL_INVALID'],
    ['without a way to pay', ['shp_a'], { payment: {} }, 'PAYMENT_METHOD_REQUIRED'],
    [
      'with two ways to pay',
      ['shp_a'],
      { payment: { providerToken: 'tok_ok', paymentMethodId: 'pmt_1' } },
      'SIGN_IN_REQUIRED',
    ],
    [
      'with a card where cash is due',
      ['shp_a'],
      { payment: { terms: 'ON_DELIVERY', providerToken: 'tok_ok' } },
      'PAYMENT_METHOD_UNUSED',
    ],
    ['with somebody’s saved address as a guest', ['shp_a'], { addressId: 'adr_1' }, 'SIGN_IN_REQUIRED'],
    ['at another sum than seen', ['shp_a'], { expectedTotalMinor: '1' }, 'TOTAL_CHANGED'],
  ])('is refused %s', async (_, shops, more, code) => {
    const variants = await Promise.all(shops.map((shop) => s.variant({ shop })));
    const { as, cartId } = await guestWith(...variants);
    const answer = await s.checkout(as, cartId, more);
    expect(answer).toMatchObject({ status: null, group: null });
    expect(answer.userErrors.map((error) => error.code)).toContain(code);
    expect((await s.sql`select status from cart where id = ${cartId}`)[0]).toEqual({ status: 'OPEN' });
  });

  it('says everything that is wrong with the goods at once', async () => {
    const [dear, scarce, gone] = [await s.variant(), await s.variant(), await s.variant()];
    const { as, cartId } = await guestWith(dear, scarce, gone);
    await s.sql`update double.variant set price = 1200 where id = ${dear}`;
    await s.sql`update double.variant set on_hand = 0 where id = ${scarce}`;
    await s.sql`update double.variant set status = 'NOT_FOR_SALE' where id = ${gone}`;
    const { userErrors } = await s.checkout(as, cartId);
    expect(userErrors).toMatchObject([
      { __typename: 'PriceChanged', variantId: dear, was: { amountMinor: '1000' }, now: { amountMinor: '1200' } },
      { __typename: 'OutOfStock', variantId: scarce, requested: 1, available: 0 },
      { __typename: 'NotForSale' },
    ]);
    expect(userErrors.every((error) => String(error['message']).length > 10)).toBe(true);
  });

  it('is refused from a shop that catalogue knows to be closed before anybody else does', async () => {
    const variant = await s.variant();
    const { as, cartId } = await guestWith(variant);
    await s.sql`update double.variant set status = 'SHOP_CLOSED', price = 99000, on_hand = 0 where id = ${variant}`;
    expect((await s.checkout(as, cartId)).userErrors).toMatchObject([{ __typename: 'ShopClosed' }]);
  });

  it('is refused when goods are priced in two currencies', async () => {
    const { as, cartId } = await guestWith(await s.variant(), await s.variant({ currency: 'USD' }));
    expect((await s.checkout(as, cartId)).userErrors).toMatchObject([
      { __typename: 'MixedCurrencies', currencies: ['EUR', 'USD'] },
    ]);
  });

  it('is refused when the goods went between the look and the reservation, and the cart is open again', async () => {
    const variant = await s.variant({ onHand: 5 });
    const { as, cartId } = await guestWith(variant);
    await s.sql.unsafe(`create or replace function double.rival() returns trigger language plpgsql as $$
      begin update double.variant set on_hand = 0 where id = '${variant}'; return new; end $$;
      create trigger rival after insert on order_group for each row execute function double.rival()`);
    const answer = await s.checkout(as, cartId);
    await s.sql`drop trigger rival on order_group`;
    expect(answer).toMatchObject({
      status: 'REFUSED',
      userErrors: [{ __typename: 'OutOfStock', variantId: variant, requested: 1, available: 0 }],
    });
    expect(answer.group?.orders[0]).toMatchObject({ status: 'CANCELLED', cancelReason: 'OUT_OF_STOCK' });
    expect(await s.sql`select * from double.payment where group_id = ${answer.group?.id ?? ''}`).toHaveLength(0);
    expect((await s.sql`select status from cart where id = ${cartId}`)[0]).toEqual({ status: 'OPEN' });
  });

  it('needs somebody who can be recognised again', async () => {
    const answer = await s.ask('mutation ($input: CheckoutInput!) { checkout(input: $input) { status } }', {
      input: { idempotencyKey: randomUUID(), cartId: 'crt_x', payment: {} },
    });
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });

  const buyNow = async (as: Identity, input: Record<string, unknown>) => {
    const query = `mutation ($input: BuyNowInput!) { buyNow(input: $input) { status group { id orders { totals { delivery { amountMinor } } } } userErrors { ${errorFields} } replayed } }`;
    const given = {
      idempotencyKey: randomUUID(),
      unitPriceMinor: '1000',
      currency: 'EUR',
      paymentMethodId: 'pmt_1',
      ...input,
    };
    return (await s.data<{ buyNow: CheckoutAnswer }>(query, { input: given }, as)).buyNow;
  };

  it('can be made in one click with what a person has saved', async () => {
    const { as } = await s.person();
    const variantId = await s.variant();
    expect(await buyNow(as, { variantId })).toMatchObject({ status: 'CONFIRMED' });
    expect(await buyNow(as, { variantId, deliveryMethodId: 'dlv_courier_shp_a' })).toMatchObject({
      status: 'CONFIRMED',
      group: { orders: [{ totals: { delivery: { amountMinor: '990' } } }] },
    });
  });

  it('is answered again although the catalogue is away by then', async () => {
    const { as } = await s.person();
    const input = { variantId: await s.variant(), idempotencyKey: randomUUID() };
    expect(await buyNow(as, input)).toMatchObject({ status: 'CONFIRMED', replayed: false });
    await lose(s.database, 'QuoteVariants', 'lost-request');
    expect(await buyNow(as, input)).toMatchObject({ status: 'CONFIRMED', replayed: true });
  });

  it.each([
    ['at a price that changed', { unitPriceMinor: '999' }, 'PriceChanged'],
    ['of nothing', { quantity: 0 }, 'InvalidQuantity'],
    ['of a negative quantity', { quantity: -5 }, 'InvalidQuantity'],
    ['of too much', { quantity: 2_000_000_000 }, 'InvalidQuantity'],
    ['to somebody else’s address', { addressId: 'adr_other' }, 'PlainUserError'],
    ['by a method the shop does not offer', { deliveryMethodId: 'dlv_rocket' }, 'NotDeliverable'],
  ])('is refused in one click %s', async (_, more, type) => {
    const { as } = await s.person();
    const answer = await buyNow(as, { variantId: await s.variant(), ...more });
    expect(answer).toMatchObject({ status: null, userErrors: [{ __typename: type }] });
  });

  it('is refused in one click for goods nobody knows', async () => {
    const { as } = await s.person();
    expect((await buyNow(as, { variantId: 'var_unknown' })).userErrors).toMatchObject([{ __typename: 'NotForSale' }]);
  });

  it('is not for guests in one click', async () => {
    const { as } = await s.guest();
    const answer = await s.ask(
      'mutation ($input: BuyNowInput!) { buyNow(input: $input) { status } }',
      {
        input: {
          idempotencyKey: randomUUID(),
          variantId: 'var_1',
          unitPriceMinor: '1',
          currency: 'EUR',
          paymentMethodId: 'pmt_1',
        },
      },
      { as },
    );
    expect(answer.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
  });
});
