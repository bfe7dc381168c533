import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** A process of ours that a bench started. */
export interface Child {
  readonly pid: number;
  /** What it said when it was ready. */
  readonly said: unknown;
  /** From the fork until it said so. */
  readonly readyMs: number;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

export interface ChildOptions {
  /** Below the project. */
  readonly file: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly patienceMs: number;
  /** Flags of Node itself, e.g. `--cpu-prof`. */
  readonly nodeFlags?: readonly string[];
}

/** Forks a TypeScript program of the project and waits for its first message; its output goes to stderr. */
export const startChild = async ({
  file,
  args = [],
  env,
  patienceMs,
  nodeFlags = [],
}: ChildOptions): Promise<Child> => {
  const started = performance.now();
  const child = fork(`${projectRoot}${file}`, [...args], {
    cwd: projectRoot,
    execArgv: ['--import', 'tsx', ...nodeFlags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended while starting (exit ${code}).`);
  });
  ended.catch(() => undefined);
  try {
    const late = AbortSignal.timeout(patienceMs);
    const [said] = (await Promise.race([once(child, 'message', { signal: late }), ended])) as unknown[];
    return {
      pid: child.pid ?? 0,
      said,
      readyMs: performance.now() - started,
      process: child,
      stop: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGTERM');
        await gone;
      },
    };
  } catch (error) {
    child.kill('SIGTERM');
    throw error;
  }
};
