import type { Connection, PageArgs } from '@vitrina/platform/pagination';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listDeliveries } from '../src/queries/deliveries.ts';
import { countUnread, listNotifications } from '../src/queries/notifications.ts';
import { listRuns } from '../src/queries/runs.ts';
import { listSuppressed } from '../src/queries/suppressed.ts';
import type { Services } from '../src/services.ts';
import type { ClaimedStep } from '../src/store/steps.ts';
import { gatheredBy } from '../src/usecases/news.ts';
import { type Engine, openEngine } from './engine-setting.ts';

/** So many rows are about something else. */
const crowd = 4_000;

let engine: Engine;
/** A log in which what is looked for is rare, and old: its ids come first. */
beforeAll(async () => {
  engine = await openEngine();
  await engine.market.database.sql.unsafe(`
    insert into digest (id, recipient_id, workflow, key, opens_at, closes_at, state, events)
      values ('dgs_large', 'usr_1', 'message-received', 'cnv_1', now(), now(), 'CLOSED', ${crowd});
    insert into workflow_run (id, workflow, recipient_id, category, key, params, subject_id, event_id, state, digest_id, created_at)
      select 'wfr_' || lpad(n::text, 6, '0'), case when n <= 3 then 'phone-code' else 'message-received' end,
        'usr_' || n, 'MESSAGES', 'key_' || n, '{}', case when n <= 3 then 'ord_rare' else 'ord_' || n end, 'evt_' || n, 'STARTED',
        case when n > 3 then 'dgs_large' end, now()
      from generate_series(1, ${crowd}) n;
    insert into step (id, run_id, position, type, state, lane, due_at, created_at)
      select 'stp_' || lpad(n::text, 6, '0'), 'wfr_' || lpad(n::text, 6, '0'), 0, case when n <= 3 then 'SMS' else 'EMAIL' end,
        case when n = 2 then 'FAILED' else 'SENT' end, 1, now(), now()
      from generate_series(1, ${crowd}) n;
    insert into notification (id, user_id, sequence, category, kind, params, event_id, created_at, read_at)
      select 'ntf_' || n, 'usr_seller', n, 'SALES', 'sale-to-ship', '{}', 'evt_' || n, now(), case when n > 3 then now() end
      from generate_series(1, ${crowd}) n;
    insert into suppression (channel, address_hash, hint, reason, created_at)
      select case when n <= 3 then 'SMS' else 'EMAIL' end, md5(n::text), 'x', 'BOUNCE',
        now() - make_interval(secs => case when n <= 3 then 9 else 1 end)
      from generate_series(1, ${crowd}) n;
    analyze`);
});
afterAll(() => engine.close());

/** Rows that a question takes out of the tables, found by an index or read through, and what it answered. */
const rowsRead = async (ask: (services: Services) => Promise<readonly unknown[]>) => {
  const { services, database } = engine.market;
  return database.transaction(async (tx) => {
    const read = async (): Promise<number> => {
      const [row] = await tx.execute<{ rows: string }>(
        `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as rows from pg_stat_xact_user_tables where schemaname = 'public'`,
      );
      return Number(row?.rows);
    };
    const before = await read();
    const found = await ask({ ...services, database: { ...database, orm: tx } as unknown as Services['database'] });
    return { found: found.length, read: (await read()) - before };
  });
};

const page: PageArgs = { first: 20 };
const nodesOf = async (list: Promise<Connection<unknown>>) => (await list).nodes;

describe('a log of thousands is not read through for a few', () => {
  it.each<readonly [string, (services: Services) => Promise<readonly unknown[]>, number]>([
    ['runs about one thing', (s) => nodesOf(listRuns(s, { subjectId: 'ord_rare' }, page)), 3],
    ['runs of one kind', (s) => nodesOf(listRuns(s, { kind: 'phone-code' }, page)), 3],
    ['runs of one person', (s) => nodesOf(listRuns(s, { recipientId: 'usr_7' }, page)), 1],
    ['the newest runs', (s) => nodesOf(listRuns(s, {}, page)), 20],
    ['deliveries by one channel', (s) => nodesOf(listDeliveries(s, { channel: 'SMS' }, page)), 3],
    ['deliveries of one kind', (s) => nodesOf(listDeliveries(s, { kind: 'phone-code' }, page)), 3],
    ['dead letters', (s) => nodesOf(listDeliveries(s, { state: 'FAILED' }, page)), 1],
    ['what one person has not read', (s) => nodesOf(listNotifications(s, 'usr_seller', true, page)), 3],
    ['addresses suppressed on one channel', (s) => nodesOf(listSuppressed(s, 'SMS', page)), 3],
    ['addresses suppressed last', (s) => nodesOf(listSuppressed(s, undefined, page)), 20],
  ])('for %s', async (_what, ask, found) => {
    const answer = await rowsRead(ask);
    expect(answer.found).toBe(found);
    expect(answer.read).toBeLessThan(100);
  });

  it('for the number of unread messages, which every page shows', async () => {
    const { read } = await rowsRead(async (s) => [await countUnread(s, 'usr_seller')]);
    expect(read).toBeLessThan(100);
  });

  it('for the newest events of a large digest', async () => {
    const claimed = [{ digestId: 'dgs_large' } as ClaimedStep];
    const { read } = await rowsRead(async (s) => (await gatheredBy(s, claimed)).get('dgs_large')?.all ?? []);
    expect(read).toBeLessThan(200);
  });
});
