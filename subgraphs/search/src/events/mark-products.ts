import { type ConsumerScope, consume, type EventConsumer } from '@vitrina/platform/events';
import {
  categoryChanged,
  inventoryOut,
  inventoryRestocked,
  productCreated,
  productDeleted,
  productUpdated,
} from '@vitrina/schema/events';
import { wakeIndexer } from '../jobs/index-products.job.ts';
import type { Services } from '../services.ts';
import { markCategory, markDirty } from '../store/dirty-products.ts';

/** An event only says which product to look at again; its present state is read when it is indexed. */
const mark = async (productId: string, { tx, services, afterCommit }: ConsumerScope<Services>): Promise<void> => {
  const first = await markDirty(tx, [productId], services.clock.now());
  if (first) afterCommit(() => wakeIndexer(services));
};

/** Consumers that mark one product. */
const productConsumers: readonly EventConsumer<Services>[] = [
  consume<Services, typeof productCreated.payload>(productCreated, 'index-created-product', (event, scope) =>
    mark(event.payload.productId, scope),
  ),
  consume<Services, typeof productUpdated.payload>(productUpdated, 'index-updated-product', (event, scope) =>
    mark(event.payload.productId, scope),
  ),
  consume<Services, typeof productDeleted.payload>(productDeleted, 'remove-deleted-product', (event, scope) =>
    mark(event.payload.productId, scope),
  ),
  consume<Services, typeof inventoryOut.payload>(inventoryOut, 'index-sold-out-product', (event, scope) =>
    mark(event.payload.productId, scope),
  ),
  consume<Services, typeof inventoryRestocked.payload>(inventoryRestocked, 'index-restocked-product', (event, scope) =>
    mark(event.payload.productId, scope),
  ),
];

/** A category's names and place are part of every product below it; a new one has none. */
const reindexCategory = consume<Services, typeof categoryChanged.payload>(
  categoryChanged,
  'reindex-changed-category',
  async ({ payload: { categoryId, change } }, { tx, services, afterCommit }) => {
    if (change === 'created') return;
    await markCategory(tx, categoryId, services.clock.now());
    afterCommit(() => wakeIndexer(services));
  },
);

/** Every consumer that marks products. */
export const markingConsumers: readonly EventConsumer<Services>[] = [...productConsumers, reindexCategory];
