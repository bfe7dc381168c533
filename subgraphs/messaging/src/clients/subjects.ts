import { isId } from '@vitrina/platform/ids';
import { ListedProductsDocument, type ListedProductsQuery } from '../generated/catalog-client.ts';
import { OrderPartiesDocument, type OrderPartiesQuery } from '../generated/orders-client.ts';
import type { Ports } from '../ports.ts';

export type ListedProduct = ListedProductsQuery['listedProducts'][number];
export type OrderParty = OrderPartiesQuery['orderParties'][number];

/** Asks catalog whose a product is and whether it is on sale; undefined for one it does not know. */
export const askProduct = async (
  { internal }: Pick<Ports, 'internal'>,
  id: string,
): Promise<ListedProduct | undefined> => {
  if (!isId(id, 'prd')) return undefined;
  return (await internal.call('catalog', ListedProductsDocument, { ids: [id] })).listedProducts[0];
};

/** Asks orders between whom an order is; undefined for one it does not know. */
export const askOrder = async ({ internal }: Pick<Ports, 'internal'>, id: string): Promise<OrderParty | undefined> => {
  if (!isId(id, 'ord')) return undefined;
  return (await internal.call('orders', OrderPartiesDocument, { ids: [id] })).orderParties[0];
};
