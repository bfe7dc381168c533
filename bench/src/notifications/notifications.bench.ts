import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate } from '@vitrina/platform/database';
import { migrateBus } from '@vitrina/platform/events';
import { type Findings, judgeStorm } from '../../../subgraphs/notifications/test/storm/judge-storm.ts';
import type { Storm } from '../../../subgraphs/notifications/test/storm/plan.ts';
import { fillPeople, runStorm } from '../../../subgraphs/notifications/test/storm/run-storm.ts';
import { type Bench, BenchFailed, type RunOptions } from '../bench.ts';
import { type OwnCluster, startOwnCluster } from '../market/own-cluster.ts';
import { insertBare } from './bare-inserts.ts';

const migrations = new URL('../../../subgraphs/notifications/migrations/', import.meta.url);

/** Half past eleven at night in London before clocks change: America forward, Europe forward, Europe back, America back. */
const nights = [
  [2, 7],
  [2, 28],
  [9, 24],
  [9, 31],
].map(([month = 0, day = 1]) => Date.UTC(2026, month, day, 23, 30));

/** One storm in a database of its own; a single fault is an error and no figure. */
const blow = async (cluster: OwnCluster, name: string, storm: Storm, kills: number, tell: RunOptions['tell']) => {
  const [url = '', messagingUrl = '', busUrl = ''] = [
    await cluster.create(name),
    await cluster.create(`${name}_messaging`),
    await cluster.create(`${name}_bus`),
  ];
  await migrate(url, migrations);
  await migrate(messagingUrl, undefined);
  await migrateBus(busUrl);
  const database = connect(url);
  const folder = await mkdtemp(join(tmpdir(), 'vitrina-bench-notifications-'));
  try {
    await fillPeople(database, storm.users);
    const ran = await runStorm({ url, messagingUrl, busUrl, folder, storm, database, kills, tell });
    const { parked } = ran;
    const findings: Findings = await judgeStorm(database, { folder, events: storm.events, parked });
    if (findings.faults.length > 0) throw new BenchFailed(findings.faults.join('; '));
    return { ...ran, ...findings };
  } finally {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }
};

/** The floor: the same rows, and nothing else. */
const floorOf = async (cluster: OwnCluster, counts: Parameters<typeof insertBare>[1]): Promise<number> => {
  const url = await cluster.create('bare');
  await migrate(url, migrations);
  const database = connect(url);
  try {
    return await insertBare(database, counts);
  } finally {
    await database.close();
  }
};

const run = async ({ quick, tell, print }: RunOptions) => {
  const cluster = await startOwnCluster();
  try {
    const calm: Storm = {
      events: quick ? 1_000 : 10_000,
      users: quick ? 200 : 2_000,
      nights: nights.slice(1, 2),
      minutes: 5,
    };
    const pace = await blow(cluster, 'calm', calm, 0, tell);
    const floorSeconds = await floorOf(cluster, { events: calm.events, digests: pace.digests, users: calm.users });
    const storm: Storm = quick
      ? { events: 2_000, users: 500, nights: nights.slice(0, 2), minutes: 5 }
      : { events: 100_000, users: 10_000, nights, minutes: 25 };
    const kills = quick ? 6 : 100;
    const after = await blow(cluster, 'storm', storm, kills, tell);
    const rate = (events: number, seconds: number) => `${Math.round(events / seconds)} events/s`;
    print(
      `  ${calm.events} chat events from messaging's outbox over relay and bus to 2 workers; ${calm.users} people, ${pace.digests} messages taken by providers`,
    );
    print(`  without kills                    ${rate(calm.events, pace.seconds)}`);
    print(
      `  bare inserts of the rows (floor) ${rate(calm.events, floorSeconds)}, ratio ${(pace.seconds / floorSeconds).toFixed(2)}`,
    );
    print(
      `  ${storm.events} events for ${storm.users} people in every zone, ${storm.nights.length} nights of clock changes, ${after.died} workers killed: ${after.digests} digests`,
    );
    print(
      `  with kills                       ${rate(storm.events, after.seconds)}; lost 0, told twice 0, in quiet hours 0; ${after.repeats} repeats under one key`,
    );
    return [
      {
        what: `exactly one message per key and window through ${after.died} kills of ${kills} wanted`,
        reached: after.died >= kills * 0.9,
      },
    ];
  } finally {
    await cluster.stop();
  }
};

/** Whether telling people survives its workers, and what deciding costs beside writing. */
export const notifications: Bench = {
  name: 'notifications',
  proves:
    'events become exactly one message per key and window, none in quiet hours, while workers are killed; pace beside bare inserts',
  run,
};
