import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logging/index.ts';
import type { ServerProcess } from './server-process.ts';

export interface Supervision {
  /** The server as it runs now. */
  readonly first: ServerProcess;
  /** Starts it again, or takes over one that somebody else started meanwhile. */
  readonly again: (signal: AbortSignal) => Promise<ServerProcess>;
  readonly log: Logger;
  readonly clock?: { now(): number };
}

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A clean end is most likely an operator's restart, whose own start should not find ours in its way. */
const operatorMs = 500;
/** Attempts that fail before it is said: right after a kill, what is left of the old server may still hold its memory. */
const quietAttempts = 3;
/** A server that lived this long begins its next loss with the shortest pause. */
const steadyMs = 1_000;

/** Milliseconds before the next attempt after `failures` in a row. */
export const restartDelayMs = (failures: number): number =>
  failures === 0 ? 0 : Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);

/**
 * Keeps a server up until `stop()`: one that ends by itself is started again, at once and then with growing pauses, for
 * as long as it takes (a full disk may be freed after an hour). Each loss is one line of the log when the server is back.
 */
export const supervise = ({ first, again, log, clock = Date }: Supervision): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const { signal } = stopping;
  let current = first;
  let failures = 0;

  const startAgain = async (how: string): Promise<ServerProcess | undefined> => {
    const lostAt = clock.now();
    if (how === 'exit 0') await pause(operatorMs, undefined, { signal }).catch(() => undefined);
    for (;;) {
      await pause(restartDelayMs(failures), undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return undefined;
      try {
        const server = await again(signal);
        log.warn(
          { pid: server.pid },
          `Postgres had ended by itself (${how}) and is back after ${clock.now() - lostAt} ms`,
        );
        return server;
      } catch (error) {
        failures += 1;
        if (failures >= quietAttempts && !signal.aborted)
          log.error(
            { err: error, nextTryMs: restartDelayMs(failures) },
            `Postgres ended by itself (${how}) and does not start again yet; trying until it does${/No space left/.test(String(error)) ? '. Its disk is full: free some space' : ''}`,
          );
      }
    }
  };

  const watch = async (): Promise<void> => {
    while (!signal.aborted) {
      const since = clock.now();
      const how = await current.ended;
      if (signal.aborted) return;
      failures = clock.now() - since > steadyMs ? 0 : failures + 1;
      current = (await startAgain(how)) ?? current;
    }
  };
  const done = watch();
  return {
    stop: async () => {
      stopping.abort();
      await current.stop();
      await done;
      // An attempt that was under way may have brought one up after all.
      await current.stop();
    },
  };
};
