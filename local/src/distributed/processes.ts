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
  /** It is killed when it has not ended so long after it was asked to; default 40 s. */
  readonly endWithinMs?: number;
}

export interface RunningProcess {
  readonly name: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Told when a process ended that nobody stopped: with its exit code, or the signal that ended it. */
export type OnLost = (name: string, code: number | null, signal: NodeJS.Signals | null) => void;

const withParent = new URL('./with-parent.mjs', import.meta.url).href;
const typescript = new URL('../../../platform/src/process/typescript.mjs', import.meta.url).href;
/** Half a minute is much for one process, but twenty may start at once on two cores. */
const readyWithinMs = 180_000;
/**
 * Four times V8's default for the halves of the young generation, in MiB. With thousands of subscriptions a small one fills
 * ten times a second, and what is on its way just then grows old: the old generation fills with it, and collecting that
 * takes both of two processors. The second thread for it is left out for the same reason. The image sets the same.
 */
const garbageCollection = ['--max-semi-space-size=64', '--v8-pool-size=1'];
/** More than a process gives itself to stop. Node now and then never comes through an exit that is all that is left to do. */
const usualEndMs = 40_000;

const end = async (child: ChildProcess, withinMs = usualEndMs): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const overdue = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await gone;
  clearTimeout(overdue);
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
    execArgv: [...garbageCollection, '--import', withParent, '--import', typescript],
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
    await end(child, plan.endWithinMs);
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
      await end(child, plan.endWithinMs);
    },
  };
};
