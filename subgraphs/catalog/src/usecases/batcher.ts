import { invariant } from '@vitrina/platform/errors';

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
  /** True for a failure that says nothing about any one command, such as a lost connection: everybody gets it at once. */
  readonly concernsAll: (error: unknown) => boolean;
}

/** Collects what arrives while earlier work is under way and does it together. */
export interface Batcher<C, O> {
  submit(command: C): Promise<O>;
}

/**
 * Batches without a timer: a lone request runs at once, and while it runs others gather behind it, so batches grow
 * exactly as fast as the load. When a batch fails, its commands are tried one by one: nobody fails for a neighbour.
 */
export const createBatcher = <C, O>({
  run,
  maxBatch,
  concurrency,
  concernsAll,
}: BatcherOptions<C, O>): Batcher<C, O> => {
  const queue: Waiting<C, O>[] = [];
  let running = 0;

  const runOne = async (waiting: Waiting<C, O>): Promise<void> => {
    try {
      const [outcome] = await run([waiting.command]);
      invariant(outcome !== undefined, 'A batch of one must have one outcome.');
      waiting.resolve(outcome);
    } catch (error) {
      waiting.reject(error);
    }
  };

  const runBatch = async (batch: readonly Waiting<C, O>[]): Promise<void> => {
    const outcomes = await run(batch.map(({ command }) => command));
    invariant(outcomes.length === batch.length, 'A batch must have one outcome per command.');
    for (const [index, waiting] of batch.entries()) waiting.resolve(outcomes[index] as O);
  };

  const recover = async (batch: readonly Waiting<C, O>[], error: unknown): Promise<void> => {
    if (!concernsAll(error)) return inTurn(batch, runOne);
    for (const waiting of batch) waiting.reject(error);
  };

  const work = async (): Promise<void> => {
    running += 1;
    for (let batch = queue.splice(0, maxBatch); batch.length > 0; batch = queue.splice(0, maxBatch)) {
      const [only] = batch;
      if (batch.length === 1 && only) await runOne(only);
      // A failed batch tells nothing about which command was the cause; alone, each answers for itself.
      else await runBatch(batch).catch((error: unknown) => recover(batch, error));
    }
    running -= 1;
  };

  return {
    submit: (command) =>
      new Promise((resolve, reject) => {
        queue.push({ command, resolve, reject });
        if (running < concurrency) void work();
      }),
  };
};

const inTurn = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (const item of items) await work(item);
};
