import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../market/local-config.ts';

/** One process of the market: the very entry point a container runs. */
export interface ProcessPlan {
  readonly name: string;
  /** Entry point below the project. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface RunningProcess {
  readonly name: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Told when a process ended that nobody stopped: with its exit code, or the signal that ended it. */
export type OnLost = (name: string, code: number | null, signal: NodeJS.Signals | null) => void;

const readyWithinMs = 60_000;

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
};

/** Starts one process and waits until it says that it answers; one that does not, or is given up by `signal`, is ended. */
export const startProcess = async (
  plan: ProcessPlan,
  onLost: OnLost,
  signal?: AbortSignal,
): Promise<RunningProcess> => {
  const child = fork(join(projectRoot, plan.entry), [], {
    cwd: projectRoot,
    env: plan.env as NodeJS.ProcessEnv,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // Its own group: Ctrl-C reaches us, and we stop the processes in order.
    detached: true,
  });
  let stopping = false;
  const ended = new Promise<never>((_, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`${plan.name} ended while starting (exit ${code}); the lines above say why.`)),
    );
  });
  const late = AbortSignal.timeout(readyWithinMs);
  try {
    await Promise.race([once(child, 'message', { signal: signal ? AbortSignal.any([signal, late]) : late }), ended]);
  } catch (error) {
    await end(child);
    throw late.aborted ? new Error(`${plan.name} did not answer within ${readyWithinMs / 1_000} s.`) : error;
  }
  ended.catch(() => undefined);
  child.once('exit', (code, endedBy) => {
    if (!stopping) onLost(plan.name, code, endedBy);
  });
  return {
    name: plan.name,
    child,
    stop: async () => {
      stopping = true;
      await end(child);
    },
  };
};
