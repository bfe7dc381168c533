import type { Clock } from '../clock/index.ts';
import type { Database } from '../database/index.ts';
import { invariant } from '../errors/index.ts';
import type { Logger } from '../logging/index.ts';
import { metrics, withSpan } from '../observability/index.ts';
import type { Sweep } from './contract.ts';
import { SweepLocks } from './sweep-lock.ts';

export interface SweepsOptions<S> {
  readonly context: string;
  readonly database: Database;
  readonly sweeps: readonly Sweep<S>[];
  readonly services: S;
  readonly log: Logger;
  readonly clock: Clock;
  /** The first runs come this soon after the start, to pick up what a killed process left behind; default 3,000. */
  readonly firstRunWithinMs?: number;
}

/** How a run ended: `elsewhere` when another process is running the sweep. */
export type SweepOutcome = 'done' | 'failed' | 'elsewhere';

export interface SweepStatus {
  readonly name: string;
  /** Absent until the first run of this process has ended. */
  readonly lastRun?: { readonly endedAt: Date; readonly outcome: SweepOutcome };
}

export interface RunningSweeps {
  /** Runs one sweep now and throws what it throws; for tests and operators. Waits for a run that is under way. */
  runNow(name: string): Promise<'done' | 'elsewhere'>;
  status(): readonly SweepStatus[];
  /** Starts no further run, aborts the signal of running ones and waits for them. */
  stop(): Promise<void>;
}

/** Runs a context's sweeps, each on one process at a time, with up to 10 % jitter so that processes do not run in step. */
export const startSweeps = <S>(options: SweepsOptions<S>): RunningSweeps => {
  const { sweeps, firstRunWithinMs = 3000 } = options;
  const names = sweeps.map((sweep) => sweep.name);
  invariant(
    new Set(names).size === names.length,
    `${options.context} has two sweeps of one name: ${names.join(', ')}.`,
  );

  const locks = new SweepLocks(options.database);
  const stopping = new AbortController();
  const runners = new Map(sweeps.map((sweep) => [sweep.name, createRunner(options, sweep, locks, stopping.signal)]));
  const timers = new Map<string, NodeJS.Timeout>();

  const schedule = (sweep: Sweep<S>, delayMs: number): void => {
    if (stopping.signal.aborted) return;
    const timer = setTimeout(async () => {
      // A failed run is logged and counted by the runner; what it found is still there for the next one.
      await runners
        .get(sweep.name)
        ?.run()
        .catch(() => undefined);
      schedule(sweep, sweep.everySeconds * 1000 * (0.9 + Math.random() * 0.2));
    }, delayMs);
    timer.unref();
    timers.set(sweep.name, timer);
  };
  for (const sweep of sweeps) schedule(sweep, Math.random() * Math.min(sweep.everySeconds * 1000, firstRunWithinMs));

  return {
    runNow: (name) => {
      const runner = runners.get(name);
      invariant(runner, `${options.context} has no sweep ${name}; it has ${names.join(', ') || 'none'}.`);
      return runner.run();
    },
    status: () => [...runners].map(([name, runner]) => ({ name, ...runner.last() })),
    stop: async () => {
      stopping.abort(new Error('The sweeps stop.'));
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all([...runners.values()].map((runner) => runner.idle()));
    },
  };
};

interface Runner {
  run(): Promise<'done' | 'elsewhere'>;
  last(): Pick<SweepStatus, 'lastRun'>;
  idle(): Promise<unknown>;
}

const createRunner = <S>(
  options: SweepsOptions<S>,
  sweep: Sweep<S>,
  locks: SweepLocks,
  signal: AbortSignal,
): Runner => {
  const { context, services, clock } = options;
  const log = options.log.child({ context, sweep: sweep.name });
  let lastRun: SweepStatus['lastRun'];
  // Advisory locks let one session in twice, so runs within this process queue up here.
  let tail: Promise<unknown> = Promise.resolve();

  const runOnce = async (): Promise<'done' | 'elsewhere'> => {
    const stopTimer = metrics.sweepSeconds.startTimer({ context, sweep: sweep.name });
    const end = (outcome: SweepOutcome): void => {
      stopTimer({ outcome });
      lastRun = { endedAt: clock.now(), outcome };
    };
    try {
      const ran = await locks.within(`vitrina.sweep.${context}.${sweep.name}`, async () => {
        await withSpan(`sweep ${context}.${sweep.name}`, {}, () => sweep.run({ services, log, signal }));
        return true;
      });
      const outcome = ran ? 'done' : 'elsewhere';
      end(outcome);
      return outcome;
    } catch (error) {
      end('failed');
      log.error({ err: error }, 'The sweep failed; it runs again at its next turn');
      throw error;
    }
  };

  return {
    run: () => {
      const run = tail.then(runOnce);
      tail = run.catch(() => undefined);
      return run;
    },
    last: () => (lastRun ? { lastRun } : {}),
    idle: () => tail,
  };
};
