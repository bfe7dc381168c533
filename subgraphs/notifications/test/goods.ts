import type { TestContext } from '@vitrina/platform/testing';
import { inventoryLow, inventoryOut } from '@vitrina/schema/events';

/** A variant as catalog shows it to everybody. */
interface Good {
  readonly id: string;
  readonly available: number;
  readonly options: readonly { readonly value: { readonly en: string; readonly ru: string } }[];
  readonly product: { readonly en: string; readonly ru: string };
}

/** What is on sale, by variant. */
export type Goods = Map<string, Good>;

/** Catalog's answer about variants, in the order in which they were asked for; what nobody may see is null. */
export const goodsAnswer =
  (goods: Goods) =>
  ({ representations }: { readonly representations: readonly { readonly id: string }[] }) => ({
    _entities: representations.map(({ id }) => goods.get(id) ?? null),
  });

/** Puts a variant on sale, or changes what is left of it. */
export const putOnSale = (goods: Goods, name: string, available: number, size?: string): string => {
  const id = `var_${name}`;
  const options = size === undefined ? [] : [{ value: { en: size, ru: `р. ${size}` } }];
  goods.set(id, { id, available, options, product: { en: name, ru: `Товар ${name}` } });
  return id;
};

let told = 0;

/** Catalog says that a variant runs low, or is sold out. */
export const tellStock = (
  market: Pick<TestContext, 'deliver'>,
  variantId: string,
  available: number,
  shopId = 'shp_1',
): Promise<unknown> => {
  told += 1;
  return market.deliver(available > 0 ? inventoryLow : inventoryOut, {
    aggregateId: variantId,
    aggregateVersion: told,
    payload: { variantId, productId: 'prd_1', shopId, available },
  });
};
