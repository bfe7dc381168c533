import { asService } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, mutate, type OpenedShop, openShop, type SellerTest, sellerTest } from './fixtures.ts';

const zone = (change: Record<string, unknown> = {}) => ({
  countries: ['US'],
  rates: [{ from: '0', priceMinor: '599' }],
  minDays: 2,
  maxDays: 5,
  ...change,
});
const method = (shopId: string, code: string, change: Record<string, unknown> = {}) => ({
  shopId,
  code,
  kind: 'POST',
  names: [{ locale: 'en', text: `By ${code}` }],
  zones: [zone()],
  ...change,
});

describe('delivery', () => {
  let context: SellerTest;
  let shop: OpenedShop;
  beforeAll(async () => {
    context = await sellerTest();
    shop = await openShop(context);
  });
  afterAll(() => context.close());

  const set = (input: Record<string, unknown>, opened = shop) =>
    mutate(
      context,
      'setDeliveryMethod',
      input,
      'deliveryMethod { id code name zones { rates { from price { amountMinor currency } } freeFrom { amountMinor } } }',
      opened.owner,
    );

  const quote = async (change: Record<string, unknown> = {}, opened = shop) => {
    const input = {
      shopId: opened.shopId,
      country: 'US',
      region: 'FL',
      postalCode: '32828',
      currency: 'USD',
      goodsMinor: '1000',
      units: 1,
      ...change,
    };
    const answer = await context.ask<{ quoteDeliveries: { name: string; priceMinor: string }[][] }>(
      'query ($inputs: [QuoteDeliveryInput!]!) { quoteDeliveries(inputs: $inputs) { methodId name priceMinor currency minDays maxDays paymentOnDelivery } }',
      { inputs: [input] },
      { as: asService('orders') },
    );
    if (!answer.data) throw new Error(JSON.stringify(answer.errors));
    return answer.data.quoteDeliveries[0] ?? [];
  };

  it('is set by code: a second time replaces the whole method and keeps its id', async () => {
    const own = await openShop(context);
    const first = (await set(method(own.shopId, 'express'), own))['deliveryMethod'] as { id: string };
    const second = await set(
      method(own.shopId, 'express', {
        zones: [zone({ rates: [{ from: '0', priceMinor: '100' }], freeFromMinor: '5000' })],
      }),
      own,
    );
    expect(second['deliveryMethod']).toEqual({
      id: first.id,
      code: 'express',
      name: 'By express',
      zones: [
        { rates: [{ from: '0', price: { amountMinor: '100', currency: 'USD' } }], freeFrom: { amountMinor: '5000' } },
      ],
    });
  });

  it('is quoted for many shops at once, each request at its place', async () => {
    const own = await openShop(context);
    await set(method(own.shopId, 'cheap', { zones: [zone({ rates: [{ from: '0', priceMinor: '77' }] })] }), own);
    const goods = { country: 'US', currency: 'USD', goodsMinor: '1000', units: 1 };
    const { data } = await context.ask<{ quoteDeliveries: { priceMinor: string }[][] }>(
      'query ($inputs: [QuoteDeliveryInput!]!) { quoteDeliveries(inputs: $inputs) { priceMinor } }',
      {
        inputs: [
          { ...goods, shopId: 'shp_unknown' },
          { ...goods, shopId: own.shopId },
          { ...goods, shopId: own.shopId, currency: 'EUR' },
        ],
      },
      { as: asService('orders') },
    );
    expect(data?.quoteDeliveries).toEqual([[], [{ priceMinor: '77' }], []]);
  });

  it('is quoted cheapest first, by zone, step and free amount', async () => {
    await set(
      method(shop.shopId, 'standard', {
        paymentOnDelivery: true,
        zones: [
          zone({
            rates: [
              { from: '0', priceMinor: '900' },
              { from: '2000', priceMinor: '400' },
            ],
            freeFromMinor: '5000',
          }),
          zone({ regions: ['AK', 'HI'], rates: [{ from: '0', priceMinor: '2500' }] }),
          zone({ countries: [], rates: [{ from: '0', priceMinor: '3000' }] }),
        ],
      }),
    );
    await set(
      method(shop.shopId, 'courier', {
        kind: 'COURIER',
        zones: [
          zone({
            basis: 'UNITS',
            rates: [
              { from: '0', priceMinor: '700' },
              { from: '5', priceMinor: '1500' },
            ],
          }),
        ],
      }),
    );
    await set(method(shop.shopId, 'asleep', { active: false }));
    const prices = async (change: Record<string, unknown> = {}) =>
      (await quote(change)).map(({ name, priceMinor }) => [name, priceMinor]);
    expect(await prices()).toEqual([
      ['By courier', '700'],
      ['By standard', '900'],
    ]);
    expect(await prices({ goodsMinor: '2000' })).toEqual([
      ['By standard', '400'],
      ['By courier', '700'],
    ]);
    expect(await prices({ goodsMinor: '5000', units: 5 })).toEqual([
      ['By standard', '0'],
      ['By courier', '1500'],
    ]);
    expect(await prices({ region: 'US-HI' })).toEqual([
      ['By courier', '700'],
      ['By standard', '2500'],
    ]);
    expect(await prices({ country: 'DE', region: null })).toEqual([['By standard', '3000']]);
  });

  it('is not offered in another currency, by a closed shop or by none', async () => {
    const own = await openShop(context);
    await set(method(own.shopId, 'post'), own);
    expect(await quote({}, own)).toHaveLength(1);
    expect(await quote({ currency: 'EUR' }, own)).toEqual([]);
    expect(await quote({ country: 'DE' }, own)).toEqual([]);
    expect(await quote({ shopId: 'shp_none' }, own)).toEqual([]);
    await mutate(context, 'closeShop', { shopId: own.shopId }, 'shop { id }', own.owner);
    expect(await quote({}, own)).toEqual([]);
  });

  it.each([
    ['code', { code: 'Not Good' }, 'code'],
    ['names', { names: [] }, 'names'],
    [
      'one language twice',
      {
        names: [
          { locale: 'en', text: 'a' },
          { locale: 'en', text: 'b' },
        ],
      },
      'names.1.locale',
    ],
    ['no zones', { zones: [] }, 'zones'],
    ['no steps', { zones: [zone({ rates: [] })] }, 'zones.0.rates'],
    [
      'steps that do not start from 0',
      { zones: [zone({ rates: [{ from: '1', priceMinor: '1' }] })] },
      'zones.0.rates.0.from',
    ],
    [
      'steps that do not rise',
      {
        zones: [
          zone({
            rates: [
              { from: '0', priceMinor: '1' },
              { from: '0', priceMinor: '2' },
            ],
          }),
        ],
      },
      'zones.0.rates.1.from',
    ],
    ['a negative price', { zones: [zone({ rates: [{ from: '0', priceMinor: '-1' }] })] }, 'zones.0.rates.0.priceMinor'],
    [
      'a huge price',
      { zones: [zone({ rates: [{ from: '0', priceMinor: '9'.repeat(40) }] })] },
      'zones.0.rates.0.priceMinor',
    ],
    ['days that run backwards', { zones: [zone({ minDays: 5, maxDays: 2 })] }, 'zones.0.maxDays'],
    ['regions of no country', { zones: [zone({ countries: [], regions: ['FL'] })] }, 'zones.0.countries'],
  ])('refuses %s with its path', async (_what, change, path) => {
    const payload = await set(method(shop.shopId, 'broken', change));
    expect(payload.userErrors.map((error) => error.field.join('.'))).toContain(path);
    expect(payload['deliveryMethod']).toBeNull();
  });

  it('is removed by code, once', async () => {
    const own = await openShop(context);
    await set(method(own.shopId, 'post'), own);
    const remove = () =>
      mutate(
        context,
        'removeDeliveryMethod',
        { shopId: own.shopId, code: 'post' },
        'removedDeliveryMethodId',
        own.owner,
      );
    expect(codesOf(await remove())).toEqual([]);
    expect(codesOf(await remove())).toEqual(['DELIVERY_METHOD_NOT_FOUND']);
  });

  it('shows methods that are switched off to staff only', async () => {
    const own = await openShop(context);
    await set(method(own.shopId, 'asleep', { active: false }), own);
    const read = async (as?: OpenedShop['owner']) =>
      (
        await context.ask(
          'query ($id: ID!) { shop(id: $id) { deliveryMethods { code } } }',
          { id: own.shopId },
          as ? { as } : {},
        )
      ).data;
    expect(await read()).toEqual({ shop: { deliveryMethods: [] } });
    expect(await read(own.owner)).toEqual({ shop: { deliveryMethods: [{ code: 'asleep' }] } });
  });

  it('gives orders the terms as they are now, leaving out unknown shops', async () => {
    const own = await openShop(context);
    await set(method(own.shopId, 'post', { zones: [zone({ countries: ['US', 'CA'] }), zone({ countries: [] })] }), own);
    const answer = await context.ask(
      'query ($ids: [ID!]!) { checkoutShops(ids: $ids) { shopId status acceptsOrders currency commissionBasisPoints returnWindowDays countries deliversWorldwide } }',
      { ids: [own.shopId, 'shp_none'] },
      { as: asService('orders') },
    );
    expect(answer.data).toEqual({
      checkoutShops: [
        {
          shopId: own.shopId,
          status: 'ACTIVE',
          acceptsOrders: true,
          currency: 'USD',
          commissionBasisPoints: 1_000,
          returnWindowDays: 14,
          countries: ['CA', 'US'],
          deliversWorldwide: true,
        },
      ],
    });
  });

  it('answers no person and no other context', async () => {
    for (const as of [shop.owner, asService('search')]) {
      const answer = await context.ask('query { checkoutShops(ids: []) { shopId } }', {}, { as });
      expect(answer.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  });
});
