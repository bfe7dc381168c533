import type { Actor } from '@vitrina/platform/auth';
import { requireInShop } from '@vitrina/platform/auth';
import { ok, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { productUpdated } from '@vitrina/schema/events';
import { eq } from 'drizzle-orm';
import { maySee, notFound } from '../domain/visibility.ts';
import { productsById } from '../queries/products.ts';
import type { Services } from '../services.ts';
import { appendCountChanges } from '../store/category-count.store.ts';
import { lockShop } from '../store/product.store.ts';
import { product } from '../store/product.table.ts';
import { staleVersion } from './set-products.ts';

export interface ArchiveInput {
  readonly productId: string;
  readonly expectedVersion?: number | null | undefined;
}

/** Takes a product off sale; its variants, stock and history stay. Archiving an archived one changes nothing. */
export const archiveProduct = async (
  services: Services,
  actor: Actor,
  { productId, expectedVersion }: ArchiveInput,
): Promise<Result<{ id: string }, Refusal>> => {
  const [found] = await productsById.load(services, [productId]);
  if (!found || !maySee(actor, found)) throw notFound('product');
  requireInShop(actor, found.shopId, 'catalog:write');
  return services.database.transaction(async (tx) => {
    const shop = await lockShop(tx, found.shopId);
    const [before] = await tx.select().from(product).where(eq(product.id, productId));
    if (!before) throw notFound('product');
    if (expectedVersion != null && expectedVersion !== before.version) return refuse(staleVersion([], before.version));
    if (before.status === 'ARCHIVED') return ok({ id: productId });
    const version = before.version + 1;
    await tx
      .update(product)
      .set({ status: 'ARCHIVED', version, updatedAt: services.clock.now() })
      .where(eq(product.id, productId));
    await services.events.publish(tx, productUpdated, {
      aggregateId: productId,
      aggregateVersion: version,
      payload: { productId, shopId: before.shopId },
    });
    if (before.status === 'ACTIVE' && shop?.status === 'active')
      await appendCountChanges(tx, [{ categoryId: before.categoryId, delta: -1 }]);
    return ok({ id: productId });
  });
};
