import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Choices } from '../domain/preferences/matrix.ts';

const at = () => timestamp({ withTimezone: true });

/** What a person chose; people without a row have the defaults. */
export const preference = pgTable('preference', {
  userId: text().primaryKey(),
  version: integer().notNull(),
  choices: jsonb().$type<Choices>().notNull(),
  /** IANA name. */
  timeZone: text(),
  /** Minutes after midnight by the person's clock; both or neither. */
  quietFrom: integer(),
  quietTo: integer(),
  updatedAt: at().notNull(),
});

/** A person's own address: a browser (`pfp_…`), a phone or a Telegram chat (`ctp_…`). Accounts and orders hold e-mail. */
export const contactPoint = pgTable(
  'contact_point',
  {
    id: text().primaryKey(),
    userId: text().notNull(),
    channel: text().notNull(),
    address: text().notNull(),
    /** SHA-256 of the address; a browser belongs to one person at a time. */
    addressHash: text().notNull(),
    /** What the person knows it by: a browser's name, the end of a phone number. */
    label: text().notNull(),
    /** Null until the person proved that it is theirs. */
    confirmedAt: at(),
    /** When the code was asked for, and how often a wrong one was given. */
    askedAt: at(),
    wrongCodes: integer().notNull().default(0),
    createdAt: at().notNull(),
  },
  (table) => [
    index('contact_point_user').on(table.userId, table.channel),
    uniqueIndex('contact_point_push').on(table.addressHash).where(sql`channel = 'WEB_PUSH'`),
    uniqueIndex('contact_point_one').on(table.userId, table.channel).where(sql`channel <> 'WEB_PUSH'`),
  ],
);

/** Addresses nothing is sent to any more, by their SHA-256: this list must not be a list of addresses. */
export const suppression = pgTable(
  'suppression',
  {
    channel: text().notNull(),
    addressHash: text().notNull(),
    /** Enough to recognise it by, e.g. `b…@example.com`. */
    hint: text().notNull(),
    reason: text().notNull(),
    createdAt: at().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channel, table.addressHash] }),
    index('suppression_time').on(table.createdAt, table.addressHash),
    index('suppression_channel').on(table.channel, table.createdAt, table.addressHash),
  ],
);
