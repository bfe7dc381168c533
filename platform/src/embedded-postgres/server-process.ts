import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PostgresBinaries } from './binaries.ts';

/** A Postgres server that takes connections. */
export interface ServerProcess {
  readonly pid: number;
  /** Resolves when it is gone, with how it went: `exit 1`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** Asks it to stop at once without losing anything (a fast shutdown) and waits until it is gone. */
  stop(): Promise<void>;
}

/** How to run a server over its data folder. */
export interface ServerPlan {
  readonly binaries: PostgresBinaries;
  readonly dataDir: string;
  /** `-c name=value …` */
  readonly settings: readonly string[];
}

/** Resolves when the server takes connections; a server that ends first is an error with its own words. */
const untilReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-8_000);
      if (output.includes('ready to accept connections')) resolve();
    });
    child.once('error', reject);
    // `close` comes after the last words, `exit` may come before.
    child.once('close', (code, signal) =>
      reject(new Error(`Postgres ended while starting (${signal ?? `exit ${code}`}):\n${output}`)),
    );
  });

/** Starts a server and waits until it takes connections; an abort meanwhile stops it and rejects. */
export const spawnServer = async (
  { binaries, dataDir, settings }: ServerPlan,
  signal?: AbortSignal,
): Promise<ServerProcess> => {
  signal?.throwIfAborted();
  // Its own process group: Ctrl-C reaches us, and we stop it after everything that uses it.
  const child = spawn(binaries.postgres, ['-D', dataDir, ...settings], {
    ...binaries.runAs,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, killedBy) => resolve(killedBy ?? `exit ${code}`));
  });
  const interrupt = (): void => {
    child.kill('SIGINT');
  };
  signal?.addEventListener('abort', interrupt);
  try {
    await untilReady(child);
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
  child.unref();
  return {
    pid: child.pid ?? 0,
    ended,
    stop: async () => {
      child.ref();
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGINT');
      await ended;
    },
  };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // ESRCH is the answer "no such process".
    return false;
  }
};

const lookEveryMs = 50;

const untilGone = async (pid: number, withinMs = Number.POSITIVE_INFINITY): Promise<boolean> => {
  for (let waited = 0; isAlive(pid); waited += lookEveryMs) {
    if (waited >= withinMs) return false;
    await pause(lookEveryMs);
  }
  return true;
};

/** The server that holds the data folder now, whoever started it; none when the pid file is stale. */
const holderOf = async (dataDir: string): Promise<{ pid: number; ready: boolean } | undefined> => {
  const lines = (await readFile(join(dataDir, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (process.platform === 'linux' && !command.includes(dataDir)) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
};

/** A server that outlived its market (kill -9) still holds the data folder: it is asked to stop before a new one starts. */
export const stopOrphan = async (dataDir: string): Promise<void> => {
  const holder = await holderOf(dataDir);
  if (!holder) return;
  process.kill(holder.pid, 'SIGINT');
  if (await untilGone(holder.pid, 15_000)) return;
  process.kill(holder.pid, 'SIGQUIT');
  await untilGone(holder.pid, 5_000);
};

/** How long a server somebody else started may take to be ready. */
const adoptWithinMs = 60_000;

/** A server an operator started over our folder (`pg_ctl restart`): it is used and watched like one of ours. */
export const adoptServer = async (dataDir: string): Promise<ServerProcess | undefined> => {
  for (let waited = 0; waited < adoptWithinMs; waited += lookEveryMs) {
    const holder = await holderOf(dataDir);
    if (!holder) return undefined;
    if (holder.ready) {
      const { pid } = holder;
      const ended = untilGone(pid).then(() => 'an end we could not see');
      return {
        pid,
        ended,
        stop: async () => {
          if (isAlive(pid)) process.kill(pid, 'SIGINT');
          await ended;
        },
      };
    }
    await pause(lookEveryMs);
  }
  return undefined;
};
