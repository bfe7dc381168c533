import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/**
 * `column in (…)` with the list (JSON, or its placeholder) in one parameter: the statement is the same text however many
 * there are, so it is planned once per connection. As an array and not as a set, because Postgres takes a set to have a
 * hundred rows and then reads the whole table where an index would do.
 */
export const idIn = (column: SQLWrapper, ids: readonly string[] | Placeholder): SQL =>
  sql`${column} = any(array(select jsonb_array_elements_text(${Array.isArray(ids) ? JSON.stringify(ids) : ids}::jsonb)))`;
