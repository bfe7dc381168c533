import type { Database } from '@vitrina/platform/database';

/** As many as both workers of a storm have under way together, and as many events as one transaction of theirs takes. */
const lanes = 4;
const together = 32;

/** Has all bundles of a range written, some side by side. */
const inBundles = async (count: number, write: (from: number, to: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const from = next;
      next += together;
      await write(from, Math.min(from + together, count) - 1);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/**
 * Writes the rows a storm left behind without deciding, claiming or telling anything: a statement for each bundle of
 * events, digests and messages. Gives seconds; less than this cannot be had by rows in this database.
 */
export const insertBare = async (
  database: Database,
  counts: { readonly events: number; readonly digests: number; readonly users: number },
): Promise<number> => {
  const started = performance.now();
  await inBundles(
    counts.events,
    (from, to) =>
      database.sql`
      with told as (insert into kit.inbox (consumer, event_id)
        select 'bare', 'evt_' || n from generate_series(${from}::int, ${to}::int) n),
      run as (insert into workflow_run (id, workflow, recipient_id, category, key, params, event_id, state, created_at)
        select 'wfr_' || n, 'message-received', 'usr_' || n % ${counts.users}::int, 'MESSAGES', 'cnv', '{"messageId":"msg"}',
          'evt_' || n, 'STARTED', now() from generate_series(${from}::int, ${to}::int) n)
      insert into notification (id, user_id, sequence, category, kind, params, event_id, created_at)
      select 'ntf_' || n, 'usr_' || n % ${counts.users}::int, n, 'MESSAGES', 'message-received', '{"messageId":"msg"}',
        'evt_' || n, now() from generate_series(${from}::int, ${to}::int) n`,
  );
  await inBundles(
    counts.digests,
    (from, to) =>
      database.sql`
      with gathered as (insert into digest (id, recipient_id, workflow, key, opens_at, closes_at, state, events)
        select 'dgs_' || n, 'usr_' || n, 'message-received', 'cnv', now(), now(), 'OPEN', 1
        from generate_series(${from}::int, ${to}::int) n),
      steps as (insert into step (id, run_id, position, type, state, lane, due_at, created_at)
        select 'stp_' || type || n, 'wfr_' || n, position, type, 'SENT', 1, now(), now()
        from generate_series(${from}::int, ${to}::int) n, (values (1, 'DIGEST'), (3, 'EMAIL')) as s(position, type)
        returning id, type)
      insert into step_try (step_id, number, at, outcome) select id, 1, now(), 'ACCEPTED' from steps where type = 'EMAIL'`,
  );
  return (performance.now() - started) / 1_000;
};
