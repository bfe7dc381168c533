import { describe, expect, it } from 'vitest';
import type { VariantQuote } from '../clients/catalog-client.ts';
import type { CartLineRow, CartRow } from '../store/cart.table.ts';
import type { CartView } from './cart-view.ts';
import { cartWarnings } from './cart-warnings.ts';

const line = (given: Partial<CartLineRow> = {}): CartLineRow => ({
  id: 'cln_1',
  cartId: 'crt_1',
  variantId: 'var_1',
  productId: 'prd_1',
  shopId: 'shp_1',
  quantity: 2,
  priceSeenMinor: 1_000n,
  currency: 'EUR',
  ...given,
});

const quote = (given: Partial<VariantQuote> = {}): VariantQuote => ({
  variantId: 'var_1',
  productId: 'prd_1',
  shopId: 'shp_1',
  categoryId: 'cat_1',
  title: 'Boots',
  titles: [],
  optionsLabel: '',
  sku: 'B1',
  status: 'ON_SALE',
  unitPriceMinor: '1000',
  currency: 'EUR',
  available: 9,
  taxCategory: 'standard',
  ...given,
});

const cart = (destination: CartRow['destination'] = null): CartRow => ({
  id: 'crt_1',
  userId: null,
  guestKey: 'key',
  status: 'OPEN',
  version: 1,
  destination,
  choices: {},
  groupId: null,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

const view: CartView = {
  shops: [{ shopId: 'shp_1', lines: [], currency: 'EUR', options: [], chosen: null, sums: null }],
  currency: 'EUR',
  sums: null,
};
const home = {
  name: 'A',
  line1: 'B',
  line2: null,
  city: 'C',
  region: null,
  postalCode: null,
  country: 'DE',
  phone: null,
};

const codes = (
  lines: readonly CartLineRow[],
  quotes: readonly VariantQuote[],
  destination: CartRow['destination'] = null,
) =>
  cartWarnings(cart(destination), view, lines, new Map(quotes.map((one) => [one.variantId, one]))).map(
    ({ code }) => code,
  );

describe('what a buyer is warned of', () => {
  it('is nothing while all is as they saw it', () => {
    expect(codes([line()], [quote()])).toEqual([]);
  });

  it('is a price that went up, or down, or into another currency', () => {
    expect(codes([line()], [quote({ unitPriceMinor: '1100' })])).toEqual(['PRICE_CHANGED']);
    expect(codes([line()], [quote({ unitPriceMinor: '900' })])).toEqual(['PRICE_CHANGED']);
    expect(codes([line()], [quote({ currency: 'USD' })])).toEqual(['PRICE_CHANGED']);
  });

  it('is stock below the quantity, but not exactly at it', () => {
    expect(codes([line({ quantity: 9 })], [quote()])).toEqual([]);
    expect(codes([line({ quantity: 10 })], [quote()])).toEqual(['OUT_OF_STOCK']);
  });

  it('is goods that are no longer sold, whatever their price and stock', () => {
    expect(codes([line()], [])).toEqual(['NOT_FOR_SALE']);
    expect(codes([line()], [quote({ status: 'SHOP_CLOSED', available: 0 })])).toEqual(['NOT_FOR_SALE']);
  });

  it('is a mixture of currencies', () => {
    const lines = [line(), line({ id: 'cln_2', variantId: 'var_2', currency: 'USD' })];
    expect(codes(lines, [quote(), quote({ variantId: 'var_2', currency: 'USD' })])).toEqual(['MIXED_CURRENCIES']);
  });

  it('is a shop that does not deliver, once there is somewhere to deliver to', () => {
    expect(codes([line()], [quote()])).toEqual([]);
    expect(codes([line()], [quote()], home)).toEqual(['NOT_DELIVERABLE']);
  });
});
