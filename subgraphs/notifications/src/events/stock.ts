import { consume } from '@vitrina/platform/events';
import { inventoryLow, inventoryOut } from '@vitrina/schema/events';
import { stockLow, stockOut } from '../domain/workflows/shop.ts';
import type { Services } from '../services.ts';
import { notify } from '../usecases/notify.ts';

export const tellStockLow = consume<Services, typeof inventoryLow.payload>(
  inventoryLow,
  'tell-stock-low',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: { shopId: payload.shopId },
      workflow: stockLow,
      params: { variantId: payload.variantId, available: payload.available },
      subjectId: payload.variantId,
      key: payload.shopId,
    }),
);

export const tellStockOut = consume<Services, typeof inventoryOut.payload>(
  inventoryOut,
  'tell-stock-out',
  ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      to: { shopId: payload.shopId },
      workflow: stockOut,
      params: { variantId: payload.variantId },
      subjectId: payload.variantId,
      key: payload.shopId,
    }),
);
