import { invariant } from '../errors/index.ts';

interface Waiting<C, O> {
  readonly command: C;
  readonly resolve: (outcome: O) => void;
  readonly reject: (error: unknown) => void;
}

export interface BatcherOptions<C, O> {
  /** Does all commands in one transaction and answers in their order. Must be safe to repeat per command. */
  readonly run: (commands: readonly C[]) => Promise<readonly O[]>;
  readonly maxBatch: number;
  /** Batches under way at the same time. */
  readonly concurrency: number;
  /**
   * How long a batch gathers before it starts, in milliseconds; a full one does not wait. With 0 a lone request starts at
   * once, and others gather behind the batches under way, so batches grow exactly as fast as the load.
   */
  readonly gatherMs: number;
  /**
   * Under load a batch gathers for up to this long: twice as long as the one before it while batches find company, half as
   * long when one is alone, never less than `gatherMs`. Default: always `gatherMs`.
   */
  readonly gatherMostMs?: number;
  /** True for a failure that says nothing about any one command, such as a lost connection: everybody gets it at once. */
  readonly concernsAll: (error: unknown) => boolean;
}

/** Collects what arrives together, or while earlier work is under way, and does it together. */
export interface Batcher<C, O> {
  submit(command: C): Promise<O>;
}

/**
 * Puts the commands of concurrent requests into common transactions, so that the number of commits and statements grows
 * slower than the load. A few milliseconds of gathering cost a lone request that much and save most of the work under
 * load. When a batch fails, its commands are tried one by one: nobody fails for a neighbour.
 */
export const createBatcher = <C, O>(options: BatcherOptions<C, O>): Batcher<C, O> => {
  const { run, maxBatch, concurrency, gatherMs, gatherMostMs = gatherMs, concernsAll } = options;
  const queue: Waiting<C, O>[] = [];
  let running = 0;
  let gathering = false;
  let windowMs = gatherMs;

  const adapt = (): void => {
    windowMs = queue.length > 1 ? Math.min(windowMs * 2, gatherMostMs) : Math.max(windowMs / 2, gatherMs);
  };

  const runOne = async (waiting: Waiting<C, O>): Promise<void> => {
    try {
      const [outcome] = await run([waiting.command]);
      invariant(outcome !== undefined, 'A batch of one must have one outcome.');
      waiting.resolve(outcome);
    } catch (error) {
      waiting.reject(error);
    }
  };

  const runAll = async (batch: readonly Waiting<C, O>[]): Promise<void> => {
    const outcomes = await run(batch.map(({ command }) => command));
    invariant(outcomes.length === batch.length, 'A batch must have one outcome per command.');
    for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index] as O);
  };

  const recover = async (batch: readonly Waiting<C, O>[], error: unknown): Promise<void> => {
    if (concernsAll(error)) {
      for (const waiting of batch) waiting.reject(error);
      return;
    }
    // A failed batch tells nothing about which command was the cause; alone, each answers for itself.
    for (const waiting of batch) await runOne(waiting);
  };

  const gather = async (): Promise<void> => {
    gathering = true;
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    gathering = false;
  };

  /** While one gathers, nobody else need; a full batch goes at once. */
  const isNeeded = (): boolean => !gathering || queue.length > maxBatch;

  const work = async (): Promise<void> => {
    running += 1;
    while (queue.length > 0 && isNeeded()) {
      if (gatherMs > 0 && queue.length < maxBatch) await gather();
      adapt();
      const batch = queue.splice(0, maxBatch);
      const [only] = batch;
      if (batch.length === 1 && only) await runOne(only);
      else if (only) await runAll(batch).catch((error: unknown) => recover(batch, error));
    }
    running -= 1;
  };

  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        queue.push({ command, resolve, reject });
        if (running < concurrency && isNeeded()) void work();
      }),
  };
};
