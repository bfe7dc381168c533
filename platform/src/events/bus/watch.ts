import type postgres from 'postgres';
import type { Logger } from '../../logging/index.ts';
import { createAlarm } from '../alarm.ts';

export interface Watch {
  watch(context: string, onPending: () => void): () => void;
  stop(): Promise<void>;
}

/**
 * One poll for all contexts of the process: which of them have something due? Costs one index probe per consumer, so
 * fourteen contexts ask the bus a few times a second together, not each.
 */
export const createWatch = (client: postgres.Sql, everyMs: number, log: Logger): Watch => {
  const watchers = new Map<string, Set<() => void>>();
  const alarm = createAlarm();
  let asking: Promise<void> | undefined;

  const ask = async (): Promise<void> => {
    const rows = await client<{ context: string }[]>`
      select distinct s.context from subscription s
      where s.context = any(${[...watchers.keys()]})
        and exists (select 1 from delivery d where d.consumer = s.consumer and d.state = 'open' and d.due_at <= now())`;
    for (const { context } of rows) for (const wake of watchers.get(context) ?? []) wake();
  };
  const askAgainAndAgain = async (): Promise<void> => {
    while (watchers.size > 0) {
      await ask().catch((error: unknown) => log.warn({ err: error }, 'The bus does not answer; asking again.'));
      await alarm.wait(everyMs);
    }
    asking = undefined;
  };

  return {
    watch: (context, onPending) => {
      const set = watchers.get(context) ?? new Set();
      watchers.set(context, set.add(onPending));
      asking ??= askAgainAndAgain();
      return () => {
        set.delete(onPending);
        if (set.size === 0) watchers.delete(context);
      };
    },
    stop: async () => {
      watchers.clear();
      alarm.ring();
      await asking;
    },
  };
};
