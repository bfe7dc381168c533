import { type SQL, sql } from 'drizzle-orm';

/** Rows as JSON; big integers travel as strings. */
export const jsonText = (rows: readonly object[]): string =>
  JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value));

/**
 * Rows as one JSON parameter, for `jsonb_to_recordset`: a statement that writes a thousand rows has the same text, and
 * so the same prepared plan, as one that writes one.
 */
export const jsonRows = (rows: readonly object[]): SQL => sql`${jsonText(rows)}::jsonb`;

/** Texts as one array parameter, for `= any(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;
