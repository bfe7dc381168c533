import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** Asks for a rebuild of the index, from the first product on; false when one is asked for or running already. */
export const askForRebuild = async ({ database }: Pick<Services, 'database'>): Promise<boolean> => {
  const rows = await database.orm.execute(sql`
    update index_state set building = true, build_after = null, build_claimed_until = null where not building returning id`);
  return rows.length > 0;
};
