import type { Tx } from '@vitrina/platform/database';
import type { Services } from '../services.ts';
import { markCategory, markDirty } from '../store/dirty-products.ts';

/** Marks a product to be indexed anew. True when a worker has to be woken: others that wait have woken one already. */
export const markProduct = ({ clock }: Pick<Services, 'clock'>, tx: Tx, productId: string): Promise<boolean> =>
  markDirty(tx, [productId], clock.now());

export interface CategoryNews {
  readonly categoryId: string;
  readonly change: string;
}

/**
 * Marks the goods of a category, whose names and place are part of every product below it; a new category has no goods.
 * True when a worker has to be woken.
 */
export const markGoodsOfCategory = async (
  { clock }: Pick<Services, 'clock'>,
  tx: Tx,
  { categoryId, change }: CategoryNews,
): Promise<boolean> => {
  if (change === 'created') return false;
  await markCategory(tx, categoryId, clock.now());
  return true;
};
