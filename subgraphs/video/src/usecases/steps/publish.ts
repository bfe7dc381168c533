import { videoProcessed } from '@vitrina/schema/events';
import { eq } from 'drizzle-orm';
import { productTag } from '../../store/parts.table.ts';
import type { Step } from './contract.ts';

/** Everything is there: says so, to the rows and to others. */
export const publish: Step = async ({ services: { events, clock } }) => ({
  kind: 'done',
  result: null,
  apply: async (tx, row) => {
    const tags = await tx
      .selectDistinct({ productId: productTag.productId })
      .from(productTag)
      .where(eq(productTag.videoId, row.id))
      .orderBy(productTag.productId);
    await events.publish(tx, videoProcessed, {
      aggregateId: row.id,
      aggregateVersion: row.version + 1,
      payload: {
        videoId: row.id,
        shopId: row.shopId,
        format: row.format,
        productIds: tags.map(({ productId }) => productId),
      },
    });
    return { state: 'READY', readyAt: clock.now(), wakeAt: null };
  },
});
