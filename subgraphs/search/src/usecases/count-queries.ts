import type { Runtime } from '@vitrina/platform/subgraph';
import { sql } from 'drizzle-orm';

interface Count {
  found: number;
  missed: number;
}

/** Counts searches in memory and writes them in batches, so that no search waits for a write. */
export interface QueryCounter {
  /** Notes one search by its normalised query. */
  count(query: string, found: boolean): void;
  /** Writes what was counted. */
  flush(): Promise<void>;
  /** Writes what is left and stops. */
  close(): Promise<void>;
}

/** Different queries held in memory; more are not counted until the next write. */
const maxHeld = 5_000;
const flushEveryMs = 2_000;

/** Makes the counter of one process. A crash loses the counts of two seconds: they are statistics. */
export const createQueryCounter = ({
  database,
  clock,
  log,
}: Pick<Runtime, 'database' | 'clock' | 'log'>): QueryCounter => {
  let held = new Map<string, Count>();

  const flush = async (): Promise<void> => {
    if (held.size === 0) return;
    const rows = [...held].map(([query, count]) => ({ query, ...count }));
    held = new Map();
    const now = sql`${clock.now().toISOString()}::timestamptz`;
    await database.orm.execute(sql`
      insert into query_count (query, found, missed, last_found_at, last_missed_at)
      select query, found, missed, case when found > 0 then ${now} end, case when missed > 0 then ${now} end
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (query text, found integer, missed integer)
      order by query collate "C"
      on conflict (query) do update set
        found = query_count.found + excluded.found, missed = query_count.missed + excluded.missed,
        last_found_at = coalesce(excluded.last_found_at, query_count.last_found_at),
        last_missed_at = coalesce(excluded.last_missed_at, query_count.last_missed_at)`);
  };
  const timer = setInterval(() => {
    flush().catch((error: unknown) => log.warn({ err: error }, 'Counts of searches could not be written'));
  }, flushEveryMs).unref();

  return {
    count: (query, found) => {
      const known = held.get(query);
      if (!known && held.size >= maxHeld) return;
      const count = known ?? { found: 0, missed: 0 };
      if (found) count.found += 1;
      else count.missed += 1;
      held.set(query, count);
    },
    flush,
    close: async () => {
      clearInterval(timer);
      await flush();
    },
  };
};
