import { boolean, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { DeliveryZone } from '../domain/delivery.ts';
import type { LocalisedText } from '../domain/localised.ts';
import { shop } from './shop.table.ts';

/** A way to have goods delivered. Zones and price lists are one document: they are read and replaced as a whole. */
export const deliveryMethod = pgTable(
  'delivery_method',
  {
    id: text().primaryKey(),
    shopId: text()
      .notNull()
      .references(() => shop.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    kind: text({ enum: ['POST', 'COURIER', 'PICKUP'] }).notNull(),
    names: jsonb().$type<readonly LocalisedText[]>().notNull(),
    active: boolean().notNull(),
    paymentOnDelivery: boolean().notNull(),
    position: integer().notNull(),
    zones: jsonb().$type<readonly DeliveryZone[]>().notNull(),
  },
  (table) => [uniqueIndex('delivery_method_code').on(table.shopId, table.code)],
);
