import { type SQL, sql } from 'drizzle-orm';

/** A text array as one parameter. */
export const textArray = (values: readonly string[]): SQL =>
  sql`(select coalesce(array_agg(value), '{}') from jsonb_array_elements_text(${JSON.stringify(values)}::jsonb) as value)`;
