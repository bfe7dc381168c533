import { type SQL, sql } from 'drizzle-orm';

/** A text array as one parameter, in Postgres's own notation: every element quoted. */
export const textArray = (values: readonly string[]): SQL => {
  const elements = values.map((value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`);
  return sql`${`{${elements.join(',')}}`}::text[]`;
};
