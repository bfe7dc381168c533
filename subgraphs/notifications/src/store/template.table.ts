import { integer, pgTable, primaryKey, text, timestamp, unique } from 'drizzle-orm/pg-core';

const place = { kind: text().notNull(), channel: text().notNull(), locale: text().notNull() };

/** One text of the market that was touched by an editor: what is sent now, and what is being written. */
export const template = pgTable(
  'template',
  {
    ...place,
    /** Null while the text that ships with the market is sent. */
    publishedId: text(),
    draftSubject: text(),
    draftText: text(),
    draftMjml: text(),
    /** Grows with every change of the draft, so that two editors notice each other. */
    revision: integer().notNull().default(0),
    savedBy: text(),
    savedAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.kind, table.channel, table.locale] })],
);

/** A published text; it never changes, so a delivery can always be shown as it was written. */
export const templateVersion = pgTable(
  'template_version',
  {
    id: text().primaryKey(),
    ...place,
    number: integer().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    mjml: text(),
    /** What the MJML was compiled to when it was published. */
    html: text(),
    /** The version it brought back; null when it was a draft. */
    restoredFrom: integer(),
    publishedBy: text().notNull(),
    publishedAt: timestamp({ withTimezone: true }).notNull(),
  },
  (table) => [unique('template_version_number').on(table.kind, table.channel, table.locale, table.number)],
);
