import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { manualClock } from '../clock/index.ts';
import { silentLogger } from '../logging/index.ts';
import { type TestDatabase, testDatabase } from '../testing/postgres.ts';
import { eventually } from './fixtures/eventually.ts';
import { type RunningSweeps, type Sweep, startSweeps } from './index.ts';

/** Seconds, about as many as a timer can wait: sweeps this far apart run when a test says so, and not by themselves. */
const weeks = 2_000_000;

let db: TestDatabase;
const running: RunningSweeps[] = [];
const start = (sweeps: Sweep<object>[], database = db.database): RunningSweeps => {
  const started = startSweeps({
    context: 'test',
    database,
    sweeps,
    services: {},
    log: silentLogger,
    clock: manualClock(),
    firstRunWithinMs: weeks * 1_000,
  });
  running.push(started);
  return started;
};
beforeAll(async () => {
  db = await testDatabase({ empty: true });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((sweeps) => sweeps.stop()));
});
afterAll(() => db.drop());

describe('sweeps', () => {
  it('run by themselves, again and again', async () => {
    const run = vi.fn(async () => {});
    start([{ name: 'often', everySeconds: 0.05, run }]);
    await eventually(() => expect(run.mock.calls.length).toBeGreaterThan(3));
  });

  it('run on one process at a time', async () => {
    const held = gate();
    const run = vi.fn(() => held.wait);
    const one = start([{ name: 'lonely', everySeconds: weeks, run }]);
    const other = start([{ name: 'lonely', everySeconds: weeks, run }], db.connectAgain());
    const first = one.runNow('lonely');
    await eventually(() => expect(run).toHaveBeenCalledTimes(1));
    expect(await other.runNow('lonely')).toBe('elsewhere');
    held.open();
    expect(await first).toBe('done');
    expect(await other.runNow('lonely')).toBe('done');
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('run one after the other when asked twice within one process', async () => {
    let running = 0;
    let most = 0;
    const sweeps = start([
      {
        name: 'twice',
        everySeconds: weeks,
        run: async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, 20));
          running -= 1;
        },
      },
    ]);
    await Promise.all([sweeps.runNow('twice'), sweeps.runNow('twice')]);
    expect(most).toBe(1);
  });

  it('leave the pool to the work they do, however many run at the same time', async () => {
    const small = db.connectAgain(2);
    const names = ['a', 'b', 'c', 'd', 'e'];
    const sweeps = start(
      names.map((name) => ({
        name,
        everySeconds: weeks,
        run: async () => void (await small.sql`select pg_sleep(0.02)`),
      })),
      small,
    );
    expect(await Promise.all(names.map((name) => sweeps.runNow(name)))).toEqual(names.map(() => 'done'));
  });

  it('hold no connection between runs', async () => {
    const single = db.connectAgain(1);
    const sweeps = start([{ name: 'gives-back', everySeconds: weeks, run: async () => {} }], single);
    await sweeps.runNow('gives-back');
    const [row] = await single.sql`select 1 as one`;
    expect(row).toEqual({ one: 1 });
  });
});

describe('sweeps that meet trouble', () => {
  it('go on after a failure, which is counted in their status', async () => {
    const run = vi.fn(async () => {
      throw new Error('the mail server is away');
    });
    const sweeps = start([{ name: 'failing', everySeconds: 0.05, run }]);
    await eventually(() => expect(run.mock.calls.length).toBeGreaterThan(2));
    expect(sweeps.status()).toMatchObject([{ name: 'failing', lastRun: { outcome: 'failed' } }]);
    await expect(sweeps.runNow('failing')).rejects.toThrow('the mail server is away');
  });

  it('recover when the database drops their connection in the middle', async () => {
    const small = db.connectAgain(1);
    let kill = true;
    const sweeps = start(
      [
        {
          name: 'dropped',
          everySeconds: weeks,
          run: async () => {
            if (!kill) return;
            kill = false;
            await db.database
              .sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid in (select pid from pg_locks where locktype = 'advisory')`;
          },
        },
      ],
      small,
    );
    await expect(sweeps.runNow('dropped')).rejects.toThrow();
    // The pool may hand out the dying connection once more before it notices.
    await eventually(async () => expect(await sweeps.runNow('dropped')).toBe('done'));
  });

  it('stop: the signal aborts, the running one is waited for and no further one starts', async () => {
    const events: string[] = [];
    const sweeps = start([
      {
        name: 'stopped',
        everySeconds: 0.01,
        run: async ({ signal }) => {
          events.push('started');
          await new Promise((resolve) => signal.addEventListener('abort', resolve));
          events.push('ended');
        },
      },
    ]);
    await eventually(() => expect(events).toEqual(['started']));
    await sweeps.stop();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(events).toEqual(['started', 'ended']);
  });

  it('are refused by name when unknown', () => {
    expect(() => start([{ name: 'known', everySeconds: weeks, run: async () => {} }]).runNow('unknown')).toThrow(
      /no sweep unknown; it has known/,
    );
  });
});

const gate = () => {
  let open = (): void => {};
  const wait = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { wait, open: () => open() };
};
