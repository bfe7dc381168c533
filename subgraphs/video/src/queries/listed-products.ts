import type { LoaderDefinition, LoaderRegistry } from '@vitrina/platform/loaders';
import { ListedProductsDocument, type ListedProductsQuery } from '../generated/catalog-client.ts';
import type { Services } from '../services.ts';

/** Whose a product is, whether the public sees it, and its variants. */
export type ListedProduct = ListedProductsQuery['listedProducts'][number];

/** Most products one call may ask for. */
const batch = 500;

/** Asks catalog about products; unknown ids are left out. */
export const readListedProducts = async (
  { internal }: Pick<Services, 'internal'>,
  ids: readonly string[],
): Promise<ListedProduct[]> => {
  const found: ListedProduct[] = [];
  for (let start = 0; start < ids.length; start += batch) {
    const answer = await internal.call('catalog', ListedProductsDocument, { ids: ids.slice(start, start + batch) });
    found.push(...answer.listedProducts);
  }
  return found;
};

/** The same, once per request for all who ask. */
export const listedProducts: LoaderDefinition<Services, string, ListedProduct> = {
  load: readListedProducts,
  keyOf: ({ productId }) => productId,
};

/** Goods on sale among these, in order: what is not is left out, because what points at goods outlives them. */
export const productsOnSale = async (
  ids: readonly string[],
  { loaders }: { readonly loaders: LoaderRegistry },
): Promise<{ id: string }[]> => {
  const found = await loaders.one(listedProducts).loadMany(ids);
  return found.flatMap((product) => {
    if (product instanceof Error) throw product;
    return product?.onSale ? { id: product.productId } : [];
  });
};
