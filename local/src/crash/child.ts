import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../market/local-config.ts';

/** How a process ended. */
export interface Death {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of the test with its end as a promise that never rejects. */
export interface Child {
  readonly process: ChildProcess;
  readonly died: Promise<Death>;
  /** The next message it sends; an error when it ends first. */
  message<T>(withinMs: number): Promise<T>;
  kill(signal: NodeJS.Signals): Promise<Death>;
}

/** The environment without settings of a market: whatever the caller's shell says, the test runs what it means to. */
export const plainEnv = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITRINA_')));

/** Forks a TypeScript entry of the project; what it says on stderr is shown. */
export const forkEntry = (
  entry: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string | undefined>> = {},
): Child => {
  const child = fork(join(projectRoot, entry), [...args], {
    cwd: projectRoot,
    env: { ...plainEnv(), ...env } as NodeJS.ProcessEnv,
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const died = once(child, 'exit').then(([code, signal]): Death => ({ code, signal }));
  return {
    process: child,
    died,
    message: async <T>(withinMs: number) => {
      const late = AbortSignal.timeout(withinMs);
      const ended = died.then(({ code, signal }) => {
        throw new Error(`${entry} ended before it answered (exit ${code}, signal ${signal}).`);
      });
      const answered = once(child, 'message', { signal: late }).catch((cause: unknown) => {
        throw new Error(`${entry} ${args.join(' ')} did not answer within ${withinMs} ms.`, { cause });
      });
      const [message] = await Promise.race([answered, ended]);
      return message as T;
    },
    kill: (signal) => {
      child.kill(signal);
      return died;
    },
  };
};
