import { type AskOptions, asService, asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { expect } from 'vitest';
import type { Services } from '../src/services.ts';
import { catalog } from '../src/subgraph.ts';

/** Shops that the stand-in for seller knows; tests close them by changing `status`. */
export interface KnownShop {
  status: 'ACTIVE' | 'CLOSED';
  lowStockThreshold: number;
}

export const shopId = 'shp_one';
export const otherShopId = 'shp_two';
export const admin = asUser('usr_admin', { scopes: ['admin'] });
export const editor = asUser('usr_editor', { shops: { [shopId]: ['catalog:write', 'stock:write'] } });
export const otherEditor = asUser('usr_other', { shops: { [otherShopId]: ['catalog:write', 'stock:write'] } });
export const buyer = asUser('usr_buyer');
export const orders = asService('orders');
export const search = asService('search');

export type Market = Awaited<ReturnType<typeof openMarket>>;

interface Texts {
  readonly locale: string;
  readonly text: string;
}

export const en = (text: string): Texts[] => [{ locale: 'en', text }];

/** A product that is fine as it is; tests change what they are about. */
export const productInput = (categoryId: string, changes: Record<string, unknown> = {}) => ({
  externalId: 'sku-1',
  titles: en('Teapot'),
  status: 'ACTIVE',
  categoryId,
  currency: 'EUR',
  variants: [{ sku: 'TEA-1', priceMinor: '1250', initialOnHand: 10 }],
  ...changes,
});

const productFields =
  'id version status title priceRange { min { amountMinor currency } max { amountMinor } } variants { nodes { id sku available price { amountMinor } } }';

const errorFields = `userErrors { __typename code field message
  ... on StaleProductVersion { currentVersion } ... on StockConflict { onHand } ... on StockBelowReserved { onHand reserved }
  ... on ReservationOutOfStock { variantId requested available } }`;

export interface Refused {
  readonly __typename: string;
  readonly code: string;
  readonly field: string[];
  readonly message: string;
  readonly [data: string]: unknown;
}

export interface ShownProduct {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly title: string;
  readonly priceRange: { min: { amountMinor: string; currency: string }; max: { amountMinor: string } };
  readonly variants: { nodes: { id: string; sku: string; available: number; price: { amountMinor: string } }[] };
}

export interface ShownReservation {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly expiresAt: string | null;
  readonly lines: { variantId: string; quantity: number }[];
}

const reservationFields = `reservation { id reference state expiresAt lines { variantId quantity } } ${errorFields}`;

/**
 * Boots the context with two shops and gives the words a test speaks in. `seller.beforeAnswer` is what happens while an
 * answer of seller, which is decided already, is on its way.
 */
export const openMarket = async () => {
  const shops: Record<string, KnownShop> = {
    [shopId]: { status: 'ACTIVE', lowStockThreshold: 3 },
    [otherShopId]: { status: 'ACTIVE', lowStockThreshold: 3 },
  };
  const seller: { beforeAnswer: () => Promise<unknown> } = { beforeAnswer: async () => undefined };
  const context: TestContext<Services> = await testContext<Services>(catalog, {
    internal: {
      seller: {
        CheckoutShops: async ({ ids }: { ids: string[] }) => {
          const checkoutShops = ids.flatMap((id) => (shops[id] ? [{ shopId: id, ...shops[id] }] : []));
          await seller.beforeAnswer();
          return { checkoutShops };
        },
      },
    },
  });

  /** The data of an answer that must be free of errors. */
  const answer = async <T>(query: string, variables: Record<string, unknown>, asking: AskOptions): Promise<T> => {
    const result = await context.ask<T>(query, variables, asking);
    expect(result.errors, `${query}\n${JSON.stringify(variables).slice(0, 500)}`).toBeUndefined();
    return result.data as T;
  };

  const category = async (name: string, parentId?: string, as = admin): Promise<string> => {
    const data = await answer<{ createCategory: { category: { id: string } | null; userErrors: Refused[] } }>(
      `mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } ${errorFields} } }`,
      { input: { parentId, names: en(name) } },
      { as },
    );
    expect(data.createCategory.userErrors).toEqual([]);
    return data.createCategory.category?.id ?? '';
  };

  const setProduct = async (product: object, options: { shop?: string; as?: typeof editor } = {}) => {
    const data = await answer<{ productSet: { product: ShownProduct | null; change: string; userErrors: Refused[] } }>(
      `mutation ($input: ProductSetInput!) { productSet(input: $input) { change product { ${productFields} } ${errorFields} } }`,
      { input: { shopId: options.shop ?? shopId, product } },
      { as: options.as ?? editor },
    );
    return data.productSet;
  };

  /** Sets a product that must be accepted. */
  const product = async (input: object): Promise<ShownProduct> => {
    const set = await setProduct(input);
    expect(set.userErrors).toEqual([]);
    return set.product as ShownProduct;
  };

  const stockCall = async (name: string, inputType: string, input: object) => {
    const data = await answer<Record<string, { reservation: ShownReservation | null; userErrors: Refused[] }>>(
      `mutation ${name}($input: ${inputType}!) { ${name}(input: $input) { ${reservationFields} } }`,
      { input },
      { as: orders },
    );
    return data[name] as { reservation: ShownReservation | null; userErrors: Refused[] };
  };

  return {
    ...context,
    shops,
    seller,
    answer,
    category,
    setProduct,
    product,
    reserve: (reference: string, lines: { variantId: string; quantity: number }[], ttlSeconds = 900) =>
      stockCall('reserveStock', 'ReserveStockInput', { reference, ttlSeconds, lines }),
    extend: (reference: string, ttlSeconds = 900) =>
      stockCall('extendReservation', 'ExtendReservationInput', { reference, ttlSeconds }),
    release: (reference: string) => stockCall('releaseStock', 'ReleaseStockInput', { reference }),
    commit: (reference: string) => stockCall('commitStock', 'CommitStockInput', { reference }),
    /** Stock of a variant as its shop sees it. */
    stockOf: async (variantId: string): Promise<{ onHand: number; reserved: number; available: number }[]> => {
      const data = await answer<{
        _entities: ({ stockLevels: { onHand: number; reserved: number; available: number }[] } | null)[];
      }>(
        'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ProductVariant { stockLevels { onHand reserved available } } } }',
        { refs: [{ __typename: 'ProductVariant', id: variantId }] },
        { as: editor },
      );
      return data._entities[0]?.stockLevels ?? [];
    },
    quote: async (ids: string[]) =>
      (
        await answer<{ quoteVariants: Record<string, unknown>[] }>(
          'query ($ids: [ID!]!) { quoteVariants(ids: $ids) { variantId productId shopId categoryId title optionsLabel sku status unitPriceMinor currency available taxCategory } }',
          { ids },
          { as: orders },
        )
      ).quoteVariants,
  };
};

/** A category whose products have a volume, a material and care instructions. */
export const kitchenOf = async (market: Market): Promise<string> => {
  const categoryId = await market.category('Kitchen');
  await market.answer(
    `mutation ($input: SetCategoryAttributesInput!) { setCategoryAttributes(input: $input) { userErrors { code } } }`,
    {
      input: {
        categoryId,
        attributes: [
          { code: 'volume', names: en('Volume'), type: 'NUMBER', unit: 'l' },
          {
            code: 'material',
            names: [...en('Material'), { locale: 'ru', text: 'Материал' }],
            type: 'SELECT',
            filterable: true,
            choices: [{ code: 'iron', labels: en('Iron') }],
          },
          { code: 'care', names: en('Care'), type: 'TEXT' },
        ],
      },
    },
    { as: admin },
  );
  return categoryId;
};
