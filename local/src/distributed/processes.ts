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

const readyWithinMs = 60_000;

/** Starts one process and waits until it says that it answers. */
export const startProcess = async (
  plan: ProcessPlan,
  onLost: (name: string, code: number | null) => void,
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
  await Promise.race([once(child, 'message', { signal: late }), ended]);
  ended.catch(() => undefined);
  child.once('exit', (code) => {
    if (!stopping) onLost(plan.name, code);
  });
  return {
    name: plan.name,
    child,
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
};
