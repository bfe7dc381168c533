import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';

/** Whether any step waits to be done now. */
export const isAnyDue = async ({ database, clock }: Services): Promise<boolean> => {
  const rows = await database.orm.execute<{ due: boolean }>(sql`
    select exists (select from step where state = 'PENDING' and due_at <= ${clock.now().toISOString()}::timestamptz) as due`);
  return rows[0]?.due === true;
};
