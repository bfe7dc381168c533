import { setTimeout as pause } from 'node:timers/promises';
import { type Child, type Death, forkEntry } from './child.ts';

const startMs = 180_000;

/** A process that can be started again and again: an entry that loads its code first, and what it is told. */
export interface Body {
  readonly entry: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The whole market in one process. */
export const wholeMarket = (env: Body['env']): Body => ({ entry: 'local/src/crash/next-market.ts', args: [], env });

/** One life of a process, from start to kill. */
export interface Life {
  /** Milliseconds from being told to start until it answered; undefined when it was killed before. */
  readonly startedMs: number | undefined;
  readonly died: Promise<Death>;
  /** Kills it now, unless it is dead already. */
  kill(): Promise<Death>;
  stop(): Promise<void>;
}

/** A process whose code is loaded and that has not started yet. */
export interface NextLife {
  readonly crashPoint: string | undefined;
  /** Starts it; resolves when it answers, or when it died first: by itself, or `killAfterMs` into the start. */
  begin(killAfterMs?: number): Promise<Life>;
  discard(): Promise<void>;
}

const alive = Symbol('alive');

const begin = async (child: Child, killAfterMs: number | undefined): Promise<Life> => {
  const began = performance.now();
  if (killAfterMs !== undefined) setTimeout(() => void child.kill('SIGKILL'), killAfterMs);
  const ready = child.message(startMs).then(
    () => performance.now() - began,
    async (error: Error) => {
      // A crash point may lie on the way up: unfinished work is taken up before anybody is answered.
      const { signal } = await child.died;
      if (signal === 'SIGKILL') return undefined;
      throw error;
    },
  );
  child.process.send('go');
  const startedMs = await ready;
  return {
    startedMs,
    died: child.died,
    kill: () => child.kill('SIGKILL'),
    stop: async () => {
      const { code, signal } = await child.kill('SIGTERM');
      if (code !== 0)
        throw new Error(`${child.process.spawnargs.at(-1)} did not stop in order (exit ${code}, signal ${signal}).`);
    },
  };
};

/** Loads the next life while the present one works. */
export const loadNextLife = ({ entry, args, env }: Body, crashPoint?: string): NextLife => {
  const child = forkEntry(entry, args, { ...env, VITRINA_CRASH_POINT: crashPoint });
  const loaded = child.message(startMs);
  loaded.catch(() => undefined);
  return {
    crashPoint,
    begin: async (killAfterMs) => {
      await loaded;
      return begin(child, killAfterMs);
    },
    discard: async () => {
      await child.kill('SIGKILL');
    },
  };
};

/** Resolves with true when the process died by itself within the time, false when it still lives. */
export const diesWithin = async (life: Life, ms: number): Promise<boolean> => {
  const outcome = await Promise.race([life.died, pause(ms, alive)]);
  return outcome !== alive;
};
