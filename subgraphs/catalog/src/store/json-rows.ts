import { type SQL, sql } from 'drizzle-orm';

/**
 * Rows as one JSON parameter, for `jsonb_to_recordset`: a statement that writes a thousand rows has the same text, and
 * so the same prepared plan, as one that writes one. Big integers travel as strings.
 */
export const jsonRows = (rows: readonly object[]): SQL =>
  sql`${JSON.stringify(rows, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}::jsonb`;

/** Texts as one array parameter, for `= any(…)`. */
export const textArray = (values: readonly string[]): SQL => sql`${sql.param(values)}::text[]`;
