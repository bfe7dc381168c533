import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../logging/index.ts';

/** One thing to stop. */
export interface ShutdownStep {
  /** For the log: `HTTP server`, `workers of orders`. */
  readonly name: string;
  readonly stop: () => unknown;
}

export interface ShutdownOptions {
  readonly log: Logger;
  /** In the order they stop: first what lets work in, last what work stands on. */
  readonly steps: readonly ShutdownStep[];
  /** Time for all steps together; default 25,000, within the 30 s container platforms give. */
  readonly deadlineMs?: number;
  /** Signals, exit and exit code of the process; tests bring their own. */
  readonly process?: Pick<NodeJS.Process, 'on' | 'off' | 'exit'>;
}

export interface Shutdown {
  /** Runs the steps as a signal would, without ending the process. Any number of calls stop once. */
  run(reason: string): Promise<'clean' | 'late' | 'failed'>;
  /** Takes the handlers off again; for hosts that end by themselves. */
  detach(): void;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Stops the process in order on SIGINT or SIGTERM and exits 0; 1 when a step failed or the deadline passed. A second
 * signal ends it at once with 130: whoever presses Ctrl-C twice means it. A step that fails does not keep the ones
 * after it from stopping.
 */
export const onShutdown = ({ log, steps, deadlineMs = 25_000, process: host = process }: ShutdownOptions): Shutdown => {
  let running: Promise<'clean' | 'late' | 'failed'> | undefined;
  let current = '';

  const stopAll = async (): Promise<'clean' | 'failed'> => {
    let outcome: 'clean' | 'failed' = 'clean';
    for (const step of steps) {
      current = step.name;
      try {
        await step.stop();
        log.debug({ step: step.name }, 'Stopped');
      } catch (error) {
        outcome = 'failed';
        log.error({ err: error, step: step.name }, 'A part did not stop as it should; going on with the rest');
      }
    }
    return outcome;
  };

  const run = (reason: string) => {
    running ??= (async () => {
      const startedAt = Date.now();
      log.info({ reason }, 'Stopping; a second signal stops at once');
      // The timer keeps the process alive until the steps are through, even when none of them holds it.
      const timer = new AbortController();
      const late = pause(deadlineMs, 'late' as const, { signal: timer.signal });
      late.catch(() => undefined);
      const outcome = await Promise.race([stopAll(), late]);
      timer.abort();
      const fields = { outcome, tookMs: Date.now() - startedAt };
      if (outcome === 'late') log.error({ ...fields, step: current }, 'Not stopped in time; what is left is abandoned');
      else log.info(fields, 'Stopped');
      return outcome;
    })();
    return running;
  };

  const onSignal = (signal: NodeJS.Signals): void => {
    if (running) {
      log.warn({ signal, step: current }, 'Second signal: stopping at once');
      host.exit(130);
      return;
    }
    void run(signal).then((outcome) => host.exit(outcome === 'clean' ? 0 : 1));
  };
  for (const signal of signals) host.on(signal, onSignal);

  return {
    run,
    detach: () => {
      for (const signal of signals) host.off(signal, onSignal);
    },
  };
};
