import { sql } from 'drizzle-orm';
import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import type { Logger } from '../logging/index.ts';
import type { EventBus } from './bus/contract.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** A consumer that is new gets this much history. */
const busRetentionDays = 7;
/** Longer than the bus keeps events, so no repeat can outlive the row that drops it. */
const inboxRetentionDays = 30;

/** Removes old events from the bus and old rows from the inbox, once; returns how many inbox rows. */
export const tidy = async (options: {
  readonly database: Database;
  readonly bus: EventBus;
  readonly clock: Clock;
}): Promise<number> => {
  await options.bus.prune(busRetentionDays);
  const before = new Date(options.clock.now().getTime() - inboxRetentionDays * dayMs).toISOString();
  const rows = await options.database.orm.execute(sql`
    delete from kit.inbox where ctid = any(array(select ctid from kit.inbox where handled_at < ${before}::timestamptz limit 10000)) returning 1`);
  return rows.length;
};

/** Tidies about once an hour, at a random minute, so fourteen contexts do not do it together. */
export const startHousekeeping = (options: {
  readonly context: string;
  readonly database: Database;
  readonly bus: EventBus;
  readonly clock: Clock;
  readonly log: Logger;
}): { stop(): void } => {
  const run = (): void => {
    tidy(options).catch((error: unknown) =>
      options.log.warn(
        { err: error, context: options.context },
        'Old events could not be removed; trying again in an hour.',
      ),
    );
  };
  const timer = setInterval(run, hourMs * (0.75 + Math.random() / 2));
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
