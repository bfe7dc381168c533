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
import { markGoodsOfCategory, markProduct } from '../usecases/mark-products.ts';

/** An event only says which product to look at again; its present state is read when it is indexed. */
const mark = async (productId: string, { tx, services, afterCommit }: ConsumerScope<Services>): Promise<void> => {
  if (await markProduct(services, tx, productId)) afterCommit(() => wakeIndexer(services));
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

/** Marks all products below a changed category. */
const reindexCategory = consume<Services, typeof categoryChanged.payload>(
  categoryChanged,
  'reindex-changed-category',
  async ({ payload }, { tx, services, afterCommit }) => {
    if (await markGoodsOfCategory(services, tx, payload)) afterCommit(() => wakeIndexer(services));
  },
);

/** Every consumer that marks products. */
export const markingConsumers: readonly EventConsumer<Services>[] = [...productConsumers, reindexCategory];
