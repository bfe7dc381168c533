import { describe, expect, it } from 'vitest';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { DeliveryRequest } from '../clients/seller-client.ts';
import type { Ports } from '../ports.ts';
import type { CartLineRow, CartRow } from '../store/cart.table.ts';
import { liveCart } from './cart-view.ts';

const berlin = {
  name: 'A',
  line1: 'B',
  line2: null,
  city: 'C',
  region: null,
  postalCode: '10115',
  country: 'DE',
  phone: null,
};
const cart = (given: Partial<CartRow> = {}): CartRow => ({
  id: 'crt_1',
  userId: null,
  guestKey: 'key',
  status: 'OPEN',
  version: 1,
  destination: berlin,
  choices: {},
  groupId: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...given,
});
const line = (variantId: string, given: Partial<CartLineRow> = {}): CartLineRow => ({
  id: `cln_${variantId}`,
  cartId: 'crt_1',
  variantId,
  productId: 'prd_1',
  shopId: 'shp_a',
  quantity: 2,
  priceSeenMinor: 1_000n,
  currency: 'EUR',
  ...given,
});

/** Other contexts as the cart asks them; counts the questions. */
const market = (rate = { basisPoints: 1_900, included: true }) => {
  const asked = { quotes: 0, deliveries: [] as DeliveryRequest[], categories: [] as string[] };
  const ports = {
    catalog: {
      quote: async (ids: string[]) => {
        asked.quotes += 1;
        return ids.map((variantId) => ({ variantId, taxCategory: 'books', unitPriceMinor: '9999' }) as VariantQuote);
      },
    },
    seller: {
      quoteDelivery: async (request: DeliveryRequest) => {
        asked.deliveries.push(request);
        const offer = (methodId: string, priceMinor: string) => ({ methodId, priceMinor, currency: request.currency });
        return [offer('post', '490'), offer('courier', '990')];
      },
    },
    taxRates: {
      rateFor: (_place: unknown, category: string) => {
        asked.categories.push(category);
        return rate;
      },
    },
  } as unknown as Ports;
  return { ports, asked };
};

describe('a cart at this moment', () => {
  it('is worked out at the prices the buyer has seen, each shop with the cheapest delivery or the chosen one', async () => {
    const { ports, asked } = market();
    const lines = [line('var_1'), line('var_2', { shopId: 'shp_b', priceSeenMinor: 500n, quantity: 1 })];
    const { shops, sums } = await liveCart(ports, cart({ choices: { shp_b: 'courier' } }), lines).view();
    expect(shops.map(({ shopId, chosen, sums: part }) => [shopId, chosen?.methodId, part?.totalMinor])).toEqual([
      ['shp_a', 'post', 2_490n],
      ['shp_b', 'courier', 1_490n],
    ]);
    expect(sums?.totalMinor).toBe(3_980n);
    expect(asked.deliveries.map(({ shopId, goodsMinor, units }) => [shopId, goodsMinor, units])).toEqual([
      ['shp_a', 2_000n, 2],
      ['shp_b', 500n, 1],
    ]);
  });

  it('falls back to the cheapest delivery when the chosen one is not offered any more', async () => {
    const { shops } = await liveCart(market().ports, cart({ choices: { shp_a: 'rocket' } }), [line('var_1')]).view();
    expect(shops[0]?.chosen?.methodId).toBe('post');
  });

  it('taxes goods by their category and delivery as anything else', async () => {
    const { ports, asked } = market({ basisPoints: 1_000, included: false });
    const { sums } = await liveCart(ports, cart(), [line('var_1')]).view();
    expect(sums).toMatchObject({ goodsMinor: 2_000n, deliveryMinor: 490n, taxAddedMinor: 249n, totalMinor: 2_739n });
    expect(asked.categories.toSorted()).toEqual(['books', 'standard']);
  });

  it('knows neither delivery nor tax before it knows where it goes', async () => {
    const { ports, asked } = market({ basisPoints: 1_000, included: false });
    const { shops, sums } = await liveCart(ports, cart({ destination: null }), [line('var_1')]).view();
    expect([shops[0]?.options, sums?.totalMinor, sums?.taxMinor]).toEqual([[], 2_000n, 0n]);
    expect([asked.deliveries, asked.categories]).toEqual([[], []]);
  });

  it('has no sum over two currencies: neither in a shop that mixes them nor over shops', async () => {
    const mixed = await liveCart(market().ports, cart(), [line('var_1'), line('var_2', { currency: 'USD' })]).view();
    expect([mixed.shops[0]?.sums, mixed.shops[0]?.options, mixed.sums, mixed.currency]).toEqual([null, [], null, null]);
    const apart = [line('var_1'), line('var_2', { shopId: 'shp_b', currency: 'USD' })];
    const { shops, sums } = await liveCart(market().ports, cart(), apart).view();
    expect([shops.map((shop) => shop.currency), sums]).toEqual([['EUR', 'USD'], null]);
  });

  it('asks the catalogue once, however many fields want to know', async () => {
    const { ports, asked } = market();
    const live = liveCart(ports, cart(), [line('var_1')]);
    await Promise.all([live.quotes(), live.view(), live.quotes(), live.view()]);
    expect([asked.quotes, asked.deliveries.length]).toEqual([1, 1]);
  });

  it('is nothing when it is empty', async () => {
    expect(await liveCart(market().ports, cart(), []).view()).toMatchObject({ shops: [], currency: null, sums: null });
  });
});
