import type { LoaderDefinition } from '@vitrina/platform/loaders';
import type { JournalRow } from '@vitrina/platform/saga';
import { asc, inArray } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { type CartRow, cart, cartLine } from '../store/cart.table.ts';
import {
  type GroupRow,
  type LineRow,
  type OrderRow,
  orderGroup,
  orderLine,
  type ShipmentRow,
  shipment,
  shopOrder,
} from '../store/order.table.ts';
import { type LiveCart, liveCart } from './cart-view.ts';

type Loader<V> = LoaderDefinition<Services, string, V>;

export const cartById: Loader<CartRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(cart)
      .where(inArray(cart.id, [...ids])),
  keyOf: ({ id }) => id,
};

/** Carts with their lines; prices, stock and delivery are asked for only when a field needs them, once per request. */
export const liveCartById: Loader<LiveCart> = {
  load: async (services, ids) => {
    const { orm } = services.database;
    const carts = await orm
      .select()
      .from(cart)
      .where(inArray(cart.id, [...ids]));
    const lines = await orm
      .select()
      .from(cartLine)
      .where(inArray(cartLine.cartId, [...ids]))
      .orderBy(asc(cartLine.id));
    return carts.map((row) =>
      liveCart(
        services,
        row,
        lines.filter(({ cartId }) => cartId === row.id),
      ),
    );
  },
  keyOf: ({ row }) => row.id,
};

export const groupById: Loader<GroupRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(orderGroup)
      .where(inArray(orderGroup.id, [...ids])),
  keyOf: ({ id }) => id,
};

export const orderById: Loader<OrderRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(shopOrder)
      .where(inArray(shopOrder.id, [...ids])),
  keyOf: ({ id }) => id,
};

export const ordersOfGroup: Loader<OrderRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(shopOrder)
      .where(inArray(shopOrder.groupId, [...ids]))
      .orderBy(asc(shopOrder.id)),
  keyOf: ({ groupId }) => groupId,
};

export const linesOfOrder: Loader<LineRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(orderLine)
      .where(inArray(orderLine.orderId, [...ids]))
      .orderBy(asc(orderLine.id)),
  keyOf: ({ orderId }) => orderId,
};

export const shipmentsOfOrder: Loader<ShipmentRow> = {
  load: ({ database }, ids) =>
    database.orm
      .select()
      .from(shipment)
      .where(inArray(shipment.orderId, [...ids]))
      .orderBy(asc(shipment.id)),
  keyOf: ({ orderId }) => orderId,
};

export const journalOfSaga: Loader<JournalRow> = {
  load: ({ sagas }, ids) => sagas.journal(ids),
  keyOf: ({ instanceId }) => instanceId,
};
