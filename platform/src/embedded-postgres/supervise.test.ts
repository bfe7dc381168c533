import { describe, expect, it } from 'vitest';
import { silentLogger } from '../logging/index.ts';
import type { ServerProcess } from './server-process.ts';
import { restartDelayMs, supervise } from './supervise.ts';

/** A server that ends when it is told to, by itself or by us. */
const fakeServer = (pid: number) => {
  let end = (_how: string): void => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const state = { stopped: false };
  const stop = async (): Promise<void> => {
    state.stopped = true;
    end('exit 0');
  };
  return { server: { pid, ended, stop } satisfies ServerProcess, end, state };
};

describe('a server that is watched', () => {
  it('is tried again at once and then with growing pauses', () => {
    expect([0, 1, 2, 3, 6, 7, 50].map(restartDelayMs)).toEqual([0, 100, 200, 400, 3_200, 5_000, 5_000]);
  });

  it('is started again when it ends by itself, for as long as that takes', async () => {
    const [first, second] = [fakeServer(1), fakeServer(2)];
    let tries = 0;
    const again = async () => {
      tries += 1;
      if (tries < 3) throw new Error('No space left on device');
      return second.server;
    };
    const watched = supervise({ first: first.server, again, log: silentLogger });
    first.end('SIGKILL');
    await expect.poll(() => tries).toBe(3);
    await watched.stop();
    expect([tries, second.state.stopped]).toEqual([3, true]);
  });

  it('stays down once it is to stop, also in the middle of an attempt', async () => {
    const first = fakeServer(1);
    let attempt: AbortSignal | undefined;
    const again = (signal: AbortSignal) => {
      attempt = signal;
      return new Promise<ServerProcess>((_, reject) => {
        signal.addEventListener('abort', () => reject(new Error('interrupted')));
      });
    };
    const watched = supervise({ first: first.server, again, log: silentLogger });
    first.end('exit 2');
    await expect.poll(() => attempt).toBeDefined();
    await watched.stop();
    expect(attempt?.aborted).toBe(true);
  });
});
