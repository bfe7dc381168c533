import type { Tx } from '@vitrina/platform/database';
import { productUpdated } from '@vitrina/schema/events';
import { eq, sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { product } from '../store/product.table.ts';

/** Says that what a buyer sees of a product changed beside its row: its version rises. Callers hold the shop's lock. */
export const touchProduct = async (
  tx: Tx,
  { events, clock }: Pick<Services, 'events' | 'clock'>,
  productId: string,
): Promise<void> => {
  const [row] = await tx
    .update(product)
    .set({ version: sql`${product.version} + 1`, updatedAt: clock.now() })
    .where(eq(product.id, productId))
    .returning({ version: product.version, shopId: product.shopId });
  if (!row) return;
  await events.publish(tx, productUpdated, {
    aggregateId: productId,
    aggregateVersion: row.version,
    payload: { productId, shopId: row.shopId },
  });
};
