import type { ProductRow } from '../schema.ts';
import { assertAccepted, type SeedClient, type UserError, userErrorFields } from './graphql-client.ts';

const productsPerCall = 100;
const setProducts = `mutation SeedProducts($input: ProductsSetInput!) {
  productsSet(input: $input) { rows { ${userErrorFields} } ${userErrorFields} }
}`;

interface ProductsPayload {
  readonly productsSet: {
    readonly rows: readonly { readonly userErrors: UserError[] }[];
    readonly userErrors: UserError[];
  };
}

const texts = (byLanguage: Readonly<Record<string, string>>) =>
  Object.entries(byLanguage).map(([locale, text]) => ({ locale, text }));

/** A code for a value that may be anything: products refer to option values by code. */
const valueCode = (index: number): string => `v${index + 1}`;

const toInput = (row: ProductRow, categoryId: string | undefined, attributeTypes: ReadonlyMap<string, string>) => {
  const codes = new Map(
    row.optionAxes.map((axis) => [axis.code, new Map(axis.values.map((value, index) => [value, valueCode(index)]))]),
  );
  return {
    externalId: row.externalId,
    titles: texts(row.titles),
    descriptions: texts(row.descriptions),
    brand: row.brand,
    gtin: row.gtin,
    status: 'ACTIVE',
    categoryId,
    attributes: row.attributes.map(({ code, values }) =>
      attributeTypes.get(code) === 'NUMBER' ? { code, number: Number(values[0]) } : { code, text: values.join(', ') },
    ),
    options: row.optionAxes.map((axis) => ({
      code: axis.code,
      names: [{ locale: 'en', text: axis.code.replaceAll('-', ' ') }],
      values: axis.values.map((value, index) => ({
        code: valueCode(index),
        labels: [{ locale: row.language, text: value }],
      })),
    })),
    currency: row.variants[0]?.currency,
    variants: row.variants.map((variant) => ({
      sku: variant.sku,
      options: Object.entries(variant.options).map(([option, value]) => ({
        option,
        value: codes.get(option)?.get(value),
      })),
      priceMinor: String(variant.priceMinor),
      initialOnHand: variant.onHand,
    })),
  };
};

export interface PushProducts {
  readonly owner: SeedClient;
  readonly products: AsyncIterable<ProductRow>;
  readonly shopIds: ReadonlyMap<string, string>;
  readonly categoryIds: ReadonlyMap<number, string>;
  readonly attributeTypes: ReadonlyMap<string, string>;
  readonly tell: (done: number) => void;
}

/** Puts the goods into their shops, a hundred at a time, two calls at once. */
export const pushProducts = async ({
  owner,
  products,
  shopIds,
  categoryIds,
  attributeTypes,
  tell,
}: PushProducts): Promise<number> => {
  let done = 0;
  const waiting = new Map<string, ProductRow[]>();
  const running = new Set<Promise<void>>();

  const send = async (shopSlug: string, rows: readonly ProductRow[]): Promise<void> => {
    const { productsSet } = await owner.ask<ProductsPayload>(setProducts, {
      input: {
        shopId: shopIds.get(shopSlug),
        products: rows.map((row) => toInput(row, categoryIds.get(row.categoryGoogleId), attributeTypes)),
      },
    });
    assertAccepted(productsSet.userErrors, `products of ${shopSlug}`);
    for (const [index, row] of productsSet.rows.entries()) {
      assertAccepted(row.userErrors, `product ${shopSlug}/${rows[index]?.externalId}`);
    }
    done += rows.length;
    tell(done);
  };
  const start = async (shopSlug: string, rows: readonly ProductRow[]): Promise<void> => {
    if (running.size >= 2) await Promise.race(running);
    const call: Promise<void> = send(shopSlug, rows).then(() => void running.delete(call));
    // One that failed stays and is heard of with the next one, or at the end: rows may be a while in coming.
    call.catch(() => undefined);
    running.add(call);
  };

  for await (const row of products) {
    const rows = waiting.get(row.shopSlug) ?? [];
    rows.push(row);
    waiting.set(row.shopSlug, rows);
    if (rows.length === productsPerCall) {
      waiting.delete(row.shopSlug);
      await start(row.shopSlug, rows);
    }
  }
  for (const [shopSlug, rows] of waiting) await start(shopSlug, rows);
  await Promise.all(running);
  return done;
};
