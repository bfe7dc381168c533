import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from '@vitrina/platform/testing';
import type { Order, WorkerArguments } from './protocol.ts';

const startWorker = async (program: string, given: WorkerArguments, crashPoint?: string): Promise<ChildProcess> => {
  const child = fork(program, [JSON.stringify(given)], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...(crashPoint && { VITRINA_CRASH_POINT: crashPoint }) },
  });
  // Loaders that work beside us may say things of their own first.
  await new Promise<void>((resolve, reject) => {
    child.on('message', (said) => {
      if ((said as { ready?: boolean }).ready) resolve();
    });
    child.on('exit', () => reject(new Error('A worker ended while it started.')));
  });
  child.removeAllListeners('message').removeAllListeners('exit');
  return child;
};

/** Gives a worker an order and waits until it is done, or the worker is. */
const answerOf = (worker: ChildProcess, order: Order) =>
  new Promise<'done' | { readonly code: number | null; readonly signal: string | null }>((resolve) => {
    const forget = () => {
      worker.off('message', onMessage);
      worker.off('exit', onExit);
    };
    const onMessage = (said: unknown) => {
      if ((said as { done?: number }).done !== order.now) return;
      forget();
      resolve('done');
    };
    const onExit = (code: number | null, signal: string | null) => {
      forget();
      resolve({ code, signal });
    };
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    // A worker that dies at this moment cannot be told any more; its exit says so.
    worker.send(order, () => undefined);
  });

const isDead = ({ signalCode, exitCode }: ChildProcess): boolean => signalCode !== null || exitCode !== null;

/** Two workers that are replaced when they die; replacements are kept warm, so a kill costs the storm little. */
export interface Crew {
  /** Has one place do an order, by as many workers as it takes. */
  obey(place: number, order: Order): Promise<void>;
  kill(place: number): void;
  /** How many were replaced so far. */
  died(): number;
  stop(): Promise<void>;
}

/** Starts a crew; the first workers kill themselves at the given values of `VITRINA_CRASH_POINT`. */
export const openCrew = async (given: WorkerArguments, crashPoints: readonly string[] = []): Promise<Crew> => {
  const points = [...crashPoints];
  const program = await bundleProgram(fileURLToPath(new URL('./worker.ts', import.meta.url)));
  const start = () => startWorker(program.file, given, points.shift());
  let died = 0;
  const workers = await Promise.all([start(), start()]);
  let spare = start();
  const replace = async (place: number): Promise<void> => {
    died += 1;
    // Taken before it is waited for: the other place may want one at the same moment, and must not get the same.
    const next = spare;
    spare = start();
    workers[place] = await next;
  };
  return {
    obey: async (place, order) => {
      for (;;) {
        const worker = workers[place] as ChildProcess;
        if (!isDead(worker)) {
          const end = await answerOf(worker, order);
          if (end === 'done') return;
          if (end.signal !== 'SIGKILL') throw new Error(`A worker ended by itself (exit ${String(end.code)}).`);
        }
        await replace(place);
      }
    },
    kill: (place) => void workers[place]?.kill('SIGKILL'),
    died: () => died,
    stop: async () => {
      for (const worker of [...workers, await spare]) {
        if (isDead(worker)) continue;
        const gone = once(worker, 'exit');
        worker.kill('SIGKILL');
        await gone;
      }
      await program.remove();
    },
  };
};
