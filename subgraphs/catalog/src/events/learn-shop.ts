import { consume } from '@vitrina/platform/events';
import { shopCreated, shopUpdated } from '@vitrina/schema/events';
import type { Services } from '../services.ts';
import { refreshShop } from '../usecases/learn-shop.ts';

/** A shop opened: its goods may be shown. */
export const learnNewShop = consume<Services, typeof shopCreated.payload>(
  shopCreated,
  'learn-new-shop',
  (event, { tx, services }) => refreshShop(services, tx, event.payload.shopId),
);

/** A shop changed: it may have closed or want to hear of low stock earlier. */
export const learnChangedShop = consume<Services, typeof shopUpdated.payload>(
  shopUpdated,
  'learn-changed-shop',
  (event, { tx, services }) => refreshShop(services, tx, event.payload.shopId),
);
