import { index, integer, jsonb, pgTable, text, timestamp, unique } from 'drizzle-orm/pg-core';
import type { Params } from '../domain/message.ts';

/** One e-mail on its way. Address and text are looked up when it is sent, so neither is stored. */
export const delivery = pgTable(
  'delivery',
  {
    id: text().primaryKey(),
    eventId: text().notNull(),
    kind: text().notNull(),
    params: jsonb().$type<Params>().notNull(),
    /** `usr_…`, or `ord_…` for a guest who is known by an order only. */
    recipientId: text().notNull(),
    state: text().notNull(),
    attempts: integer().notNull().default(0),
    /** When it may be tried (again); a claim moves it ahead, so a killed worker's mail comes up again. */
    dueAt: timestamp({ withTimezone: true }).notNull(),
    lastError: text(),
    createdAt: timestamp({ withTimezone: true }).notNull(),
    sentAt: timestamp({ withTimezone: true }),
  },
  (table) => [
    unique('delivery_event').on(table.eventId, table.recipientId, table.kind),
    index('delivery_due').on(table.state, table.dueAt),
    index('delivery_state_id').on(table.state, table.id),
  ],
);
