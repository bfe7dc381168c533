import type { Tx } from '@vitrina/platform/database';
import { shopCreated, shopUpdated } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import type { ShopRow } from '../store/shops.ts';

/** Publishes that a shop opened or changed, in the transaction in which it did. */
export const announce = ({ events }: Services, tx: Tx, what: 'created' | 'updated', row: ShopRow): Promise<void> =>
  events.publish(tx, what === 'created' ? shopCreated : shopUpdated, {
    aggregateId: row.id,
    aggregateVersion: row.version,
    payload: { shopId: row.id, slug: row.slug, name: row.name, status: row.status === 'ACTIVE' ? 'active' : 'closed' },
  });
