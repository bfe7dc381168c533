import { z } from 'zod';
import { defineEvent } from './contract.ts';

const product = z.object({ productId: z.string(), shopId: z.string() });

/** A product exists. Ids and versions only: consumers read what they need. */
export const productCreated = defineEvent({ name: 'product.created', version: 1, owner: 'catalog', payload: product });
/** Anything a buyer may see of a product changed, its variants and prices included. */
export const productUpdated = defineEvent({ name: 'product.updated', version: 1, owner: 'catalog', payload: product });
/** A product is gone for good. */
export const productDeleted = defineEvent({ name: 'product.deleted', version: 1, owner: 'catalog', payload: product });
/** A category was renamed, moved or merged: everything below it has to be indexed anew. */
export const categoryChanged = defineEvent({
  name: 'category.changed',
  version: 1,
  owner: 'catalog',
  payload: z.object({ categoryId: z.string(), change: z.enum(['created', 'renamed', 'moved', 'merged']) }),
});
/** A variant's price changed. */
export const priceChanged = defineEvent({
  name: 'price.changed',
  version: 1,
  owner: 'catalog',
  payload: z.object({ productId: z.string(), variantId: z.string(), shopId: z.string() }),
});
const stock = z.object({
  variantId: z.string(),
  productId: z.string(),
  shopId: z.string(),
  available: z.number().int(),
});
/** Available stock fell to the shop's low-stock threshold. */
export const inventoryLow = defineEvent({ name: 'inventory.low', version: 1, owner: 'catalog', payload: stock });
/** Nothing is left to sell. */
export const inventoryOut = defineEvent({ name: 'inventory.out', version: 1, owner: 'catalog', payload: stock });
/** A variant that was out can be bought again. */
export const inventoryRestocked = defineEvent({
  name: 'inventory.restocked',
  version: 1,
  owner: 'catalog',
  payload: stock,
});
