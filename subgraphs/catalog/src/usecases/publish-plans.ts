import type { Tx } from '@vitrina/platform/database';
import type { EventPublisher } from '@vitrina/platform/events';
import { priceChanged, productCreated, productUpdated } from '@vitrina/schema/events';
import type { ProductPlan } from '../domain/plan-product.ts';
import { appendCountChanges } from '../store/category-count.store.ts';

/**
 * Says what plans changed: one event per product, one per variant that costs something else, and the difference to the
 * category counts. A closed shop's products are not counted.
 */
export const publishPlans = async (
  tx: Tx,
  events: EventPublisher,
  { shopId, counted }: { readonly shopId: string; readonly counted: boolean },
  plans: readonly ProductPlan[],
): Promise<void> => {
  const facts = (change: ProductPlan['change']) =>
    plans
      .filter((plan) => plan.change === change)
      .map(({ id, version }) => ({ aggregateId: id, aggregateVersion: version, payload: { productId: id, shopId } }));
  await events.publishAll(tx, productCreated, facts('CREATED'));
  await events.publishAll(tx, productUpdated, facts('UPDATED'));
  const repriced = plans.flatMap(({ id, version, repricedVariantIds }) =>
    repricedVariantIds.map((variantId) => ({
      aggregateId: variantId,
      aggregateVersion: version,
      payload: { productId: id, variantId, shopId },
    })),
  );
  await events.publishAll(tx, priceChanged, repriced);
  if (!counted) return;
  const moves = plans.filter((plan) => plan.countedBefore !== plan.countedAfter);
  await appendCountChanges(
    tx,
    moves.flatMap(({ countedBefore, countedAfter }) => [
      ...(countedBefore ? [{ categoryId: countedBefore, delta: -1 }] : []),
      ...(countedAfter ? [{ categoryId: countedAfter, delta: 1 }] : []),
    ]),
  );
};
