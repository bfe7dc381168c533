import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Database } from '../../src/database/index.ts';
import { findBinaries } from '../../src/embedded-postgres/binaries.ts';
import { type Cluster, startCluster } from '../../src/embedded-postgres/index.ts';
import { type Logger, silentLogger } from '../../src/logging/index.ts';

let home: string;
let cluster: Cluster;
let database: Database;
const said: string[] = [];
const listening: Logger = {
  ...silentLogger,
  warn: (_fields, message) => void said.push(message),
  error: (_fields, message) => void said.push(message),
};

const dataDir = () => join(home, 'postgres');
const postmaster = async (): Promise<number> =>
  Number((await readFile(join(dataDir(), 'postmaster.pid'), 'utf8')).split('\n')[0]);
const isAlive = (pid: number): boolean => spawnSync('kill', ['-0', String(pid)]).status === 0;

const eventually = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const since = Date.now(); !(await holds()); await new Promise((resolve) => setTimeout(resolve, 25)))
    if (Date.now() - since > 60_000) throw new Error(`Not within 60 s; the log said: ${said.join(' | ')}`);
};

/** Waits until the market has said so many times that the server is back, and a client that lost it is served again. */
const isBack = async (times = 1): Promise<void> => {
  await eventually(() => said.filter((line) => line.includes('is back after')).length === times);
  await eventually(async () => (await database.sql`select 1`.catch(() => [])).length === 1);
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'vitrina-supervised-'));
  await chmod(home, 0o755);
  cluster = await startCluster({ dataDir: dataDir(), port: 0, durable: true, log: listening });
  database = connect(cluster.url('postgres'));
  await database.sql`create table kept (id int)`;
});
beforeEach(() => {
  said.length = 0;
});
afterAll(async () => {
  await database?.close();
  await cluster?.stop();
  await rm(home, { recursive: true, force: true });
});

describe('a supervised Postgres', () => {
  it('is started again after SIGKILL with everything committed, and says so in one line', async () => {
    await database.sql`insert into kept values (1)`;
    process.kill(await postmaster(), 'SIGKILL');
    await isBack();
    expect(await database.sql`select id from kept`).toEqual([{ id: 1 }]);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^Postgres had ended by itself \(SIGKILL\) and is back after \d+ ms$/);
  });

  it('has nobody wait long after it is back, in or out of a transaction', async () => {
    const work: (() => Promise<unknown>)[] = [
      () => database.sql`select pg_sleep(${0.003})`,
      () => database.transaction((tx) => tx.transaction((inner) => inner.execute(sql`select pg_sleep(${0.003})`))),
    ];
    let over = false;
    let longestMs = 0;
    const callers = [...work, ...work, ...work].map(async (ask) => {
      while (!over) {
        const since = Date.now();
        // Refusals are what a lost server is for; here only how long anybody waited counts.
        await ask().catch(() => new Promise((resolve) => setTimeout(resolve, 10)));
        longestMs = Math.max(longestMs, Date.now() - since);
      }
    });
    for (const [index, signal] of (['SIGINT', 'SIGKILL', 'SIGINT'] as const).entries()) {
      process.kill(await postmaster(), signal);
      await isBack(index + 1);
    }
    over = true;
    await Promise.all(callers);
    expect(longestMs).toBeLessThan(8_000);
  });

  it('is started again after a clean stop that the market did not ask for', async () => {
    process.kill(await postmaster(), 'SIGINT');
    await isBack();
    expect(said).toEqual([expect.stringMatching(/\(exit 0\) and is back/)]);
  });

  it("uses the server that an operator's pg_ctl restart started, and watches that one too", async () => {
    const { postgres, runAs } = await findBinaries();
    const restart = spawnSync(join(dirname(postgres), 'pg_ctl'), ['restart', '-D', dataDir(), '-m', 'fast', '-w'], {
      ...runAs,
      cwd: '/',
      stdio: 'ignore',
      timeout: 60_000,
    });
    expect(restart.status).toBe(0);
    await isBack();
    process.kill(await postmaster(), 'SIGKILL');
    await isBack(2);
    expect(said).toEqual([expect.stringMatching(/\(exit 0\)/), expect.stringMatching(/is back after/)]);
  });

  it('keeps trying while it cannot start, says why, and comes back once it can', async () => {
    const hidden = `${dataDir()}/global/pg_control`;
    await rename(hidden, `${hidden}.hidden`);
    process.kill(await postmaster(), 'SIGKILL');
    await eventually(() => said.some((line) => line.includes('does not start again yet')));
    await rename(`${hidden}.hidden`, hidden);
    await isBack();
    expect(said.at(-1)).toMatch(/is back after/);
  });

  it('stays down, with no process left, when it is stopped while it is being started again', async () => {
    const pid = await postmaster();
    process.kill(pid, 'SIGKILL');
    await cluster.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await postmaster().catch(() => 0);
    expect(now === 0 || !isAlive(now)).toBe(true);
  });
});
