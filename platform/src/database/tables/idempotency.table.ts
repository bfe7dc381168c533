import { index, jsonb, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { kit } from './outbox.table.ts';

/** One row per write that carried an idempotency key, committed together with the write's effect. */
export const idempotencyKey = kit.table(
  'idempotency_key',
  {
    actor: text().notNull(),
    mutation: text().notNull(),
    key: text().notNull(),
    inputHash: text().notNull(),
    outcome: jsonb(),
    createdAt: timestamp({ withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.actor, table.mutation, table.key] }),
    index('idempotency_key_created_at').on(table.createdAt),
  ],
);
