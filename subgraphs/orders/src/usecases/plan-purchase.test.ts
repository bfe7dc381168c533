import { asGuest, asUser } from '@vitrina/platform/testing';
import { describe, expect, it } from 'vitest';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { CheckoutShop, DeliveryQuote, DeliveryRequest } from '../clients/seller-client.ts';
import type { Address } from '../domain/address.ts';
import type { TaxRate } from '../domain/tax.ts';
import type { Ports } from '../ports.ts';
import { planPurchase, type Wish } from './plan-purchase.ts';

const berlin: Address = {
  name: 'Ann',
  line1: 'Street 1',
  line2: null,
  city: 'Berlin',
  region: null,
  postalCode: '10115',
  country: 'DE',
  phone: null,
};
const quote = (variantId: string, given: Partial<VariantQuote> = {}): VariantQuote => ({
  variantId,
  productId: `prd_of_${variantId}`,
  shopId: 'shp_a',
  categoryId: 'cat_1',
  title: 'Boots',
  titles: [
    { locale: 'ru', text: 'Ботинки' },
    { locale: 'pt-BR', text: 'Botas' },
  ],
  optionsLabel: '',
  sku: variantId,
  status: 'ON_SALE',
  unitPriceMinor: '1000',
  currency: 'EUR',
  available: 9,
  taxCategory: 'standard',
  ...given,
});
const delivery = (methodId: string, priceMinor: string, paymentOnDelivery = false): DeliveryQuote => ({
  methodId,
  name: methodId,
  priceMinor,
  currency: 'EUR',
  minDays: 1,
  maxDays: 3,
  paymentOnDelivery,
});
const shopOf = (shopId: string, acceptsOrders = true): CheckoutShop => ({
  shopId,
  name: `Shop ${shopId}`,
  acceptsOrders,
  returnWindowDays: 14,
});

/** Catalogue, shops and addresses as the purchase finds them; keeps what delivery was asked for. */
const market = (
  given: { quotes?: VariantQuote[]; shops?: CheckoutShop[]; deliveries?: DeliveryQuote[]; rate?: TaxRate } = {},
) => {
  const { quotes = [quote('var_1')], shops = [shopOf('shp_a'), shopOf('shp_b')] } = given;
  const { deliveries = [delivery('post', '490'), delivery('courier', '990', true)] } = given;
  const asked: DeliveryRequest[] = [];
  const ports = {
    catalog: { quote: async (ids: string[]) => quotes.filter(({ variantId }) => ids.includes(variantId)) },
    seller: {
      shops: async (ids: string[]) => shops.filter(({ shopId }) => ids.includes(shopId)),
      quoteDelivery: async (request: DeliveryRequest) => {
        asked.push(request);
        return deliveries;
      },
    },
    identity: {
      address: async (_userId: string, id: string | null) => (id === 'adr_1' ? { ...berlin, city: 'Bonn' } : null),
    },
    taxRates: { rateFor: () => given.rate ?? { basisPoints: 1_900, included: true } },
  } as unknown as Ports;
  return { ports, asked };
};

const line = (variantId = 'var_1', quantity = 2, priceSeenMinor = 1_000n) => ({
  lineId: `cln_${variantId}`,
  variantId,
  quantity,
  priceSeenMinor,
  currency: 'EUR',
});
const wish = (given: Partial<Wish> = {}): Wish => ({
  lines: [line()],
  choices: {},
  destination: berlin,
  addressId: null,
  terms: 'PREPAID',
  expectedTotalMinor: null,
  locale: 'en',
  ...given,
});
const anna = asUser('usr_anna');
const plan = async (given: Partial<Wish> = {}, where = market(), as = anna) =>
  planPurchase(where.ports, as, wish(given));
const codesOf = async (...args: Parameters<typeof plan>) => {
  const planned = await plan(...args);
  return planned.ok ? [] : planned.refusals.map(({ code }) => code);
};
const only = async (...args: Parameters<typeof plan>) => {
  const planned = await plan(...args);
  if (!planned.ok) throw new Error(planned.refusals[0].message);
  return planned.value;
};

describe('planning a purchase', () => {
  it('freezes one order per shop, in the order of their first goods, and sums them up', async () => {
    const where = market({ quotes: [quote('var_b', { shopId: 'shp_b' }), quote('var_1'), quote('var_2')] });
    const { orders, totalMinor } = await only({ lines: [line('var_b', 1), line('var_1', 2), line('var_2', 3)] }, where);
    expect(orders.map(({ shopId, lines }) => [shopId, lines.map(({ quote: { variantId } }) => variantId)])).toEqual([
      ['shp_b', ['var_b']],
      ['shp_a', ['var_1', 'var_2']],
    ]);
    expect(totalMinor).toBe(6_000n + 2n * 490n);
    expect(where.asked.map(({ shopId, goodsMinor, units }) => [shopId, goodsMinor, units])).toEqual([
      ['shp_b', 1_000n, 1],
      ['shp_a', 5_000n, 5],
    ]);
  });

  it('puts tax on top where prices do not contain it, also on delivery', async () => {
    const { totalMinor, orders } = await only({}, market({ rate: { basisPoints: 1_000, included: false } }));
    expect(orders[0]?.priced.sums).toMatchObject({ goodsMinor: 2_000n, deliveryMinor: 490n, taxAddedMinor: 249n });
    expect(totalMinor).toBe(2_739n);
  });

  it.each([
    ['ru-RU', 'Ботинки (Red, 42)'],
    ['pt', 'Botas (Red, 42)'],
    ['de', 'Boots (Red, 42)'],
  ])('names goods for a reader of %s as %s', async (locale, title) => {
    const { orders } = await only({ locale }, market({ quotes: [quote('var_1', { optionsLabel: 'Red, 42' })] }));
    expect(orders[0]?.lines[0]?.title).toBe(title);
  });

  it('takes the saved address before the cart’s, and the default one without either', async () => {
    expect((await only({ addressId: 'adr_1' })).address.city).toBe('Bonn');
    expect((await only()).address.city).toBe('Berlin');
    expect(await codesOf({ addressId: 'adr_of_another' })).toEqual(['ADDRESS_UNKNOWN']);
    expect(await codesOf({ destination: null })).toEqual(['ADDRESS_REQUIRED']);
    expect(await codesOf({ addressId: 'adr_1' }, market(), asGuest('secret'))).toEqual(['ADDRESS_UNKNOWN']);
  });

  it('is refused at another sum than the buyer saw, to the cent', async () => {
    expect(await codesOf({ expectedTotalMinor: 2_490n })).toEqual([]);
    for (const seen of [2_489n, 2_491n]) {
      const planned = await plan({ expectedTotalMinor: seen });
      expect(planned).toMatchObject({
        ok: false,
        refusals: [{ code: 'TOTAL_CHANGED', wasMinor: `${seen}`, nowMinor: '2490', currency: 'EUR' }],
      });
    }
  });
});

describe('choosing how goods are delivered', () => {
  const methodOf = async (given: Partial<Wish>, where = market()) =>
    (await only(given, where)).orders[0]?.delivery.methodId;

  it('is the buyer’s choice, else the cheapest that goes with the terms', async () => {
    expect(await methodOf({})).toBe('post');
    expect(await methodOf({ choices: { shp_a: 'courier' } })).toBe('courier');
    expect(await methodOf({ choices: { shp_b: 'courier' } })).toBe('post');
    expect(await methodOf({ terms: 'ON_DELIVERY' })).toBe('courier');
  });

  it('is refused where the shop does not deliver, offers no such method, or takes no cash', async () => {
    const { ports } = market({ deliveries: [] });
    expect(await planPurchase(ports, anna, wish())).toMatchObject({
      refusals: [{ code: 'NOT_DELIVERABLE', shopId: 'shp_a' }],
    });
    expect(await codesOf({ choices: { shp_a: 'rocket' } })).toEqual(['NOT_DELIVERABLE']);
    const cash = { terms: 'ON_DELIVERY', choices: { shp_a: 'post' } } as const;
    expect(await plan(cash)).toMatchObject({ refusals: [{ field: ['payment', 'terms'] }] });
    expect(await codesOf({ terms: 'ON_DELIVERY' }, market({ deliveries: [delivery('post', '490')] }))).toEqual([
      'NOT_DELIVERABLE',
    ]);
  });
});

describe('goods that cannot be bought', () => {
  it.each<[string, Partial<VariantQuote>, string]>([
    ['dearer than seen', { unitPriceMinor: '1001' }, 'PRICE_CHANGED'],
    ['cheaper than seen', { unitPriceMinor: '999' }, 'PRICE_CHANGED'],
    ['one short', { available: 1 }, 'OUT_OF_STOCK'],
    ['no longer sold', { status: 'NOT_FOR_SALE' }, 'NOT_FOR_SALE'],
    [
      'of a shop the catalogue calls closed',
      { status: 'SHOP_CLOSED', unitPriceMinor: '1', available: 0 },
      'SHOP_CLOSED',
    ],
  ])('are those %s', async (_what, given, code) => {
    expect(await codesOf({}, market({ quotes: [quote('var_1', given)] }))).toEqual([code]);
  });

  it('are those of a shop that takes no orders, or that nobody knows, by whichever context', async () => {
    for (const shops of [[shopOf('shp_a', false)], []])
      expect(await codesOf({}, market({ shops }))).toEqual(['SHOP_CLOSED']);
  });

  it('are none at all, too many, and none of that id', async () => {
    expect(await codesOf({ lines: [] })).toEqual(['EMPTY_CART']);
    for (const quantity of [0, -1, 1_000])
      expect(await codesOf({ lines: [line('var_1', quantity)] })).toEqual(['INVALID_QUANTITY']);
    expect(await codesOf({ lines: [line('var_unknown')] })).toEqual(['NOT_FOR_SALE']);
    expect(await codesOf({ lines: [line('\u0000')] })).toEqual(['NOT_FOR_SALE']);
  });

  it('are named all at once, each at its line', async () => {
    const quotes = [quote('var_1', { unitPriceMinor: '5', available: 0 }), quote('var_2', { currency: 'USD' })];
    const planned = await plan({ lines: [line('var_1'), line('var_2'), line('var_3')] }, market({ quotes }));
    expect(planned.ok ? [] : planned.refusals.map(({ code, field }) => [code, field[1]])).toEqual([
      ['PRICE_CHANGED', 'cln_var_1'],
      ['OUT_OF_STOCK', 'cln_var_1'],
      ['PRICE_CHANGED', 'cln_var_2'],
      ['NOT_FOR_SALE', 'cln_var_3'],
      ['MIXED_CURRENCIES', undefined],
    ]);
  });
});
