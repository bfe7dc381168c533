import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true });

/** A person as a provider knows them. */
export const providerCustomer = pgTable(
  'provider_customer',
  {
    provider: text().notNull(),
    userId: text().notNull(),
    customerId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.userId] })],
);

/** A saved card: the provider's token and what helps its owner recognise it. */
export const paymentMethod = pgTable(
  'payment_method',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    provider: text().notNull(),
    providerToken: text().notNull(),
    customerId: text().notNull(),
    brand: text().notNull(),
    last4: text().notNull(),
    expiryMonth: integer().notNull(),
    expiryYear: integer().notNull(),
    createdAt: instant().notNull(),
    removedAt: instant(),
  },
  (table) => [
    uniqueIndex('payment_method_token').on(table.provider, table.providerToken),
    index('payment_method_user').on(table.userId, table.id).where(sql`${table.removedAt} is null`),
  ],
);

export type PaymentMethodRow = typeof paymentMethod.$inferSelect;
