interface Waiting<R, A> {
  readonly row: R;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends rows together with whatever else is waiting to be appended. */
export interface Appender<R, A> {
  append(row: R): Promise<A>;
}

/**
 * Batches without a timer: while one statement is under way the next rows gather, so statements grow as the load does.
 * Rows must already be valid; a statement that fails fails all of its rows.
 */
export const createAppender = <R, A>(
  write: (rows: readonly R[]) => Promise<readonly A[]>,
  maxRows: number,
): Appender<R, A> => {
  const queue: Waiting<R, A>[] = [];
  let running = false;

  const work = async (): Promise<void> => {
    running = true;
    for (let batch = queue.splice(0, maxRows); batch.length > 0; batch = queue.splice(0, maxRows)) {
      try {
        const answers = await write(batch.map(({ row }) => row));
        for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as A);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };

  return {
    append: (row) =>
      new Promise((resolve, reject) => {
        queue.push({ row, resolve, reject });
        if (!running) void work();
      }),
  };
};
