import { setTimeout as wait } from 'node:timers/promises';
import { type ProcessPlan, type RunningProcess, startProcess } from './processes.ts';

/** A process that is started again when it ends by itself. */
export interface KeptProcess {
  readonly name: string;
  /** Of the one that runs now, or ran last. */
  pid(): number | undefined;
  /** Ends it for good, also while it is being started again. */
  stop(): Promise<void>;
}

export interface Patience {
  /** Before it is started again the first time; doubled with every loss in a row. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** One that ran for this long was well, and its next loss is a first one. */
  readonly wellAfterMs: number;
}

const usual: Patience = { firstPauseMs: 1_000, longestPauseMs: 30_000, wellAfterMs: 60_000 };

/**
 * Starts a process and keeps it running, as an orchestrator would. The first start has to succeed; afterwards every loss
 * and every start that fails is one line, and a pause that grows, so that a process that cannot live does not eat the machine.
 * Once `givenUp` is aborted nothing is started any more: the first start rejects, and a loss is left alone.
 */
export const keepProcess = async (
  plan: ProcessPlan,
  say: (line: string) => void,
  patience: Patience = usual,
  givenUp?: AbortSignal,
): Promise<KeptProcess> => {
  const stopping = new AbortController();
  const signal = givenUp ? AbortSignal.any([stopping.signal, givenUp]) : stopping.signal;
  let losses = 0;
  let startedAt = 0;
  let revival: Promise<void> | undefined;

  const onLost = (_name: string, code: number | null, endedBy: NodeJS.Signals | null): void => {
    if (Date.now() - startedAt >= patience.wellAfterMs) losses = 0;
    revival = revive(`ended by itself (${endedBy ?? `exit ${code}`})`);
  };
  const start = async (): Promise<RunningProcess> => {
    const started = await startProcess(plan, onLost, signal);
    startedAt = Date.now();
    return started;
  };
  const revive = async (why: string): Promise<void> => {
    const pauseMs = Math.min(patience.firstPauseMs * 2 ** losses, patience.longestPauseMs);
    losses += 1;
    say(`${plan.name} ${why}. It is started again in ${pauseMs / 1_000} s; the others go on.`);
    try {
      await wait(pauseMs, undefined, { signal });
      running = await start();
    } catch (error) {
      if (signal.aborted) return;
      await revive(`could not be started again: ${(error as Error).message}`);
    }
  };
  let running = await start();
  return {
    name: plan.name,
    pid: () => running.child.pid,
    stop: async () => {
      stopping.abort();
      await revival;
      await running.stop();
    },
  };
};
