import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@vitrina/platform/database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ClaimedStep, cancelRuns, markHanded, settleSteps } from '../src/store/steps.ts';
import { skip } from '../src/usecases/settlement.ts';
import { type Engine, openEngine } from './engine-setting.ts';

let engine: Engine;
let rival: Database;
beforeAll(async () => {
  engine = await openEngine();
  rival = engine.market.connectAgain();
});
beforeEach(async () => {
  await engine.clear();
  // Two steps whose places in the table are the other way round than their ids.
  await engine.market.database.sql.unsafe(`
    insert into workflow_run (id, workflow, recipient_id, category, key, params, event_id, state, created_at)
      values ('wfr_2', 'order-shipped', 'usr_1', 'PURCHASES', 'ord_2', '{}', 'evt_2', 'STARTED', now()),
        ('wfr_1', 'order-shipped', 'usr_1', 'PURCHASES', 'ord_1', '{}', 'evt_1', 'STARTED', now());
    insert into step (id, run_id, position, type, state, lane, claims, due_at, created_at)
      values ('stp_2', 'wfr_2', 1, 'EMAIL', 'PENDING', 1, 1, now(), now()),
        ('stp_1', 'wfr_1', 1, 'EMAIL', 'PENDING', 1, 1, now(), now())`);
});
afterAll(() => engine.close());

/** Waits until another transaction waits for a lock of ours. */
const untilSomebodyWaits = async (): Promise<void> => {
  for (;;) {
    const waiting = await engine.market.database
      .sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    if (waiting.length > 0) return;
    await pause(5);
  }
};

const claimed = (id: string): ClaimedStep => ({
  id,
  runId: id.replace('stp', 'wfr'),
  position: 1,
  type: 'EMAIL',
  claims: 1,
  attempts: 1,
  lost: 0,
  lastError: null,
  inDoubt: false,
  workflow: 'order-shipped',
  recipientId: 'usr_1',
  key: null,
  params: {},
  subjectId: null,
  eventId: 'evt_1',
  digestId: null,
});
const both = ['stp_2', 'stp_1'].map(claimed);
const now = new Date();

describe('several steps are locked in the order of their ids, so that nobody waits in a circle', () => {
  it.each<readonly [string, string, (on: Database['orm']) => Promise<unknown>]>([
    [
      'settles them',
      'step',
      (on) =>
        settleSteps(on, { settled: both.map((step) => skip(step, 'x', now).settled), tries: [], following: [] }, now),
    ],
    ['notes that they are handed over', 'step', (on) => markHanded(on, both)],
    [
      'cancels them',
      'step',
      (on) =>
        cancelRuns(
          on,
          ['ord_2', 'ord_1'].map((key) => ({ workflow: 'order-shipped', key })),
          now,
        ),
    ],
    [
      'cancels their runs',
      'workflow_run',
      (on) =>
        cancelRuns(
          on,
          ['ord_2', 'ord_1'].map((key) => ({ workflow: 'order-shipped', key })),
          now,
        ),
    ],
  ])('by who %s', async (_what, table, work) => {
    const [first, second] = table === 'step' ? ['stp_1', 'stp_2'] : ['wfr_1', 'wfr_2'];
    let working: Promise<unknown> | undefined;
    await rival.sql.begin(async (sql) => {
      await sql`select id from ${sql(table)} where id = ${first} for update`;
      working = work(engine.market.database.orm);
      await untilSomebodyWaits();
      expect(await sql`select id from ${sql(table)} where id = ${second} for update nowait`).toHaveLength(1);
    });
    await working;
  });
});
