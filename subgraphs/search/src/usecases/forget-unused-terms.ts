import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** Drops words that no product has any more, so that no query is corrected to them. */
export const forgetUnusedTerms = async ({ database }: Pick<Services, 'database'>): Promise<void> => {
  await database.orm.execute(sql`delete from term where documents <= 0`);
};
