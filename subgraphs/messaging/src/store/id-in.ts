import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * `column in (…)` with the list in one parameter: the statement is the same text however many there are, so it is planned
 * once per connection instead of once per number of values.
 */
export const idIn = (column: SQLWrapper, ids: readonly string[]): SQL =>
  sql`${column} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
