import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '@vitrina/platform/database';
import { hasBrowser, userId, zoneOf } from './plan.ts';

/** What a storm left behind, counted; every fault is one too many. */
export interface Findings {
  readonly digests: number;
  /** Messages providers took, repeats under one key included. */
  readonly taken: number;
  readonly repeats: number;
  readonly faults: readonly string[];
}

interface Taken {
  readonly key: string;
  readonly at: number;
  readonly user: number;
}

const readTaken = async (folder: string): Promise<Taken[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.taken'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line !== '')
    .map((line) => {
      const [key = '', at = '', address = ''] = line.split(' ');
      return { key, at: Number(at), user: Number(/usr_(\d+)/.exec(address)?.[1]) };
    });
};

/** The clock on somebody's wall, by the platform's own formatting and none of our arithmetic. */
const wallClock = (zone: string, at: number): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

const countOf = async (database: Database, text: string): Promise<number> => {
  const [row] = await database.sql.unsafe<{ count: number }[]>(`select count(*)::int as count from (${text}) as found`);
  return row?.count ?? 0;
};

/** Questions whose answers must be empty, by what it would mean if they were not. */
const mustBeEmpty: Readonly<Record<string, string>> = {
  'steps that nobody did': `select id from step where state in ('PENDING', 'FAILED')`,
  'runs in no digest': `select id from workflow_run where digest_id is null`,
  'digests that never closed': `select id from digest where state <> 'CLOSED'`,
  'digests that count wrongly': `select d.id from digest d
    where d.events <> (select count(*) from workflow_run r where r.digest_id = d.id)`,
  'windows of one key that overlap': `select id from (select id, opens_at, lag(closes_at) over
    (partition by recipient_id, workflow, key order by opens_at) as former from digest) as w where opens_at < former`,
  'digests without exactly one message': `select d.id from digest d where 1 <> (select count(*) from workflow_run r
    join step s on s.run_id = r.id where r.digest_id = d.id and s.type in ('EMAIL', 'WEB_PUSH') and s.state in ('SENT', 'UNCERTAIN'))`,
  'gaps in sequences': `select user_id from notification group by user_id having count(*) <> max(sequence)`,
};

/** Judges a storm by its rows, by what the bus could not deliver, and by what providers wrote down themselves. */
export const judgeStorm = async (
  database: Database,
  { folder, events, parked }: { readonly folder: string; readonly events: number; readonly parked: number },
): Promise<Findings> => {
  const faults: string[] = [];
  // What was written a moment ago has no statistics yet, and its joins would take minutes.
  await database.sql`analyze`;
  if (parked > 0) faults.push(`${parked} deliveries were parked`);
  const expectCount = async (what: string, text: string, expected: number): Promise<void> => {
    const found = await countOf(database, text);
    if (found !== expected) faults.push(`${found} ${what} instead of ${expected}`);
  };
  await expectCount('events taken from the bus', 'select event_id from kit.inbox', events);
  await expectCount('runs', 'select id from workflow_run', events);
  await expectCount('messages in the app', 'select id from notification', events);
  for (const [what, text] of Object.entries(mustBeEmpty)) await expectCount(what, text, 0);

  const taken = await readTaken(folder);
  const digestOfStep = new Map(
    (
      await database.sql<{ id: string; digest: string }[]>`
        select s.id, r.digest_id as digest from step s join workflow_run r on r.id = s.run_id`
    ).map(({ id, digest }) => [id, digest]),
  );
  const keys = new Set(taken.map(({ key }) => key));
  const told = new Set([...keys].map((key) => digestOfStep.get(key)));
  const digests = await countOf(database, 'select id from digest');
  if (told.size !== keys.size) faults.push(`${keys.size - told.size} digests were told under two keys`);
  if (told.size !== digests) faults.push(`${digests - told.size} digests reached no provider`);
  const disturbed = taken.filter(({ at, user }) => {
    const time = wallClock(zoneOf(user), at);
    return time >= '22:00' || time < '08:00';
  });
  for (const { at, user } of disturbed.slice(0, 3))
    faults.push(`${userId(user)} was disturbed at ${wallClock(zoneOf(user), at)} in ${zoneOf(user)}`);
  if (disturbed.length > 3) faults.push(`${disturbed.length} messages in quiet hours in all`);
  if (!taken.some(({ user }) => hasBrowser(user))) faults.push('no browser got anything');
  return { digests, taken: taken.length, repeats: taken.length - keys.size, faults };
};
