import type { Database } from '@vitrina/platform/database';

/** As many as both workers of a storm have under way together. */
const lanes = 8;

const inLanes = async (count: number, work: (index: number) => Promise<unknown>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      await work(index);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/**
 * Writes the rows a storm left behind without deciding anything: one statement per event, one per digest, one per
 * message. Gives seconds; less than this cannot be had by rows in this database.
 */
export const insertBare = async (
  database: Database,
  counts: { readonly events: number; readonly digests: number; readonly users: number },
): Promise<number> => {
  const started = performance.now();
  await inLanes(
    counts.events,
    (index) =>
      database.sql`
      with told as (insert into kit.inbox (consumer, event_id) values ('bare', ${`evt_${index}`})),
      run as (insert into workflow_run (id, workflow, recipient_id, category, key, params, event_id, state, created_at)
        values (${`wfr_${index}`}, 'message-received', ${`usr_${index % counts.users}`}, 'MESSAGES', 'cnv', '{"messageId":"msg"}',
          ${`evt_${index}`}, 'STARTED', now()))
      insert into notification (id, user_id, sequence, category, kind, params, event_id, created_at)
      values (${`ntf_${index}`}, ${`usr_${index % counts.users}`}, ${index}, 'MESSAGES', 'message-received',
        '{"messageId":"msg"}', ${`evt_${index}`}, now())`,
  );
  await inLanes(
    counts.digests,
    (index) =>
      database.sql`
      with gathered as (insert into digest (id, recipient_id, workflow, key, opens_at, closes_at, state, events)
        values (${`dgs_${index}`}, ${`usr_${index}`}, 'message-received', 'cnv', now(), now(), 'OPEN', 1))
      insert into step (id, run_id, position, type, state, lane, due_at, created_at)
      values (${`stp_d${index}`}, ${`wfr_${index}`}, 1, 'DIGEST', 'DONE', 1, now(), now())`,
  );
  await inLanes(
    counts.digests,
    (index) =>
      database.sql`
      with sent as (insert into step (id, run_id, position, type, state, lane, due_at, created_at)
        values (${`stp_m${index}`}, ${`wfr_${index}`}, 3, 'EMAIL', 'SENT', 1, now(), now()))
      insert into step_try (step_id, number, at, outcome) values (${`stp_d${index}`}, 1, now(), 'ACCEPTED')`,
  );
  return (performance.now() - started) / 1_000;
};
