/** Puts pieces of work together: what arrives within the pause, or while a batch is under way, is done as one batch. */
export interface Gatherer<T, R> {
  /** Resolves with what came of the batch with this piece; rejects with what the batch failed of. */
  add(piece: T): Promise<R>;
}

interface Waiting<T, R> {
  readonly piece: T;
  readonly done: (outcome: R) => void;
  readonly failed: (error: unknown) => void;
}

/** Makes a gatherer that runs one batch of at most `most` pieces at a time, `pauseMs` after the first piece came. */
export const createGatherer = <T, R>(
  options: { readonly pauseMs: number; readonly most: number },
  run: (pieces: readonly T[]) => Promise<R>,
): Gatherer<T, R> => {
  let waiting: Waiting<T, R>[] = [];
  let running = false;

  const runOne = async (): Promise<void> => {
    const batch = waiting.slice(0, options.most);
    waiting = waiting.slice(options.most);
    try {
      const outcome = await run(batch.map(({ piece }) => piece));
      for (const { done } of batch) done(outcome);
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  };
  const runAll = async (): Promise<void> => {
    while (waiting.length > 0) await runOne();
    running = false;
  };
  return {
    add: (piece) =>
      new Promise((done, failed) => {
        waiting.push({ piece, done, failed });
        if (running) return;
        running = true;
        setTimeout(() => void runAll(), options.pauseMs);
      }),
  };
};
