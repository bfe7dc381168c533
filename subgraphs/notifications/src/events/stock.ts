import { consume } from '@vitrina/platform/events';
import { inventoryLow, inventoryOut } from '@vitrina/schema/events';
import { stockLow, stockOut } from '../domain/workflows/shop.ts';
import type { Services } from '../services.ts';
import { peopleOfShop } from '../usecases/contacts.ts';
import { notify } from '../usecases/notify.ts';

export const tellStockLow = consume<Services, typeof inventoryLow.payload>(
  inventoryLow,
  'tell-stock-low',
  async ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: await peopleOfShop(scope.services, payload.shopId),
      workflow: stockLow,
      params: { available: payload.available },
      subjectId: payload.variantId,
      key: payload.shopId,
    }),
);

export const tellStockOut = consume<Services, typeof inventoryOut.payload>(
  inventoryOut,
  'tell-stock-out',
  async ({ eventId, payload }, scope) =>
    notify(scope, {
      eventId,
      recipientIds: await peopleOfShop(scope.services, payload.shopId),
      workflow: stockOut,
      params: {},
      subjectId: payload.variantId,
      key: payload.shopId,
    }),
);
