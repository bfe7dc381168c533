import { sql } from 'drizzle-orm';
import type { Services } from '../services.ts';
import { readBacklog } from '../store/dirty-products.ts';
import { isBuildWanted } from '../store/index-state.ts';

/** State of the index: its size, how far it is behind the catalogue, whether it is being rebuilt. */
export const readIndexStatus = async ({ database, engine, clock }: Services) => {
  const [{ documents }, { pending, oldest }, building] = await Promise.all([
    engine.stats(),
    readBacklog(database.orm),
    isBuildWanted(database.orm),
  ]);
  return {
    documents,
    indexLagSeconds: oldest ? Math.max(0, (clock.now().getTime() - oldest.getTime()) / 1000) : 0,
    pendingChanges: pending,
    engine: engine.name,
    building,
  };
};

/** Queries that found nothing, the most frequent first. */
export const readZeroResultQueries = async ({ database }: Services, limit: number) => {
  const rows = await database.orm.execute<{ query: string; count: number; lastAt: string }>(sql`
    select query, missed as count, last_missed_at as "lastAt" from query_count where missed > 0 order by missed desc, query limit ${limit}`);
  return rows.map((row) => ({ ...row, lastAt: new Date(row.lastAt) }));
};
