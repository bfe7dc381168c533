import { customType } from 'drizzle-orm/pg-core';

/** A label path of Postgres' ltree extension, e.g. `cat_1.cat_2`. */
export const ltree = customType<{ data: string }>({ dataType: () => 'ltree' });
