import type { ShutdownStep } from '@vitrina/platform/process';

/** Stops one part after the other. One that fails does not keep those after it from stopping; all of them are told at the end. */
export const stopAll = async (steps: readonly ShutdownStep[]): Promise<void> => {
  const failures: Error[] = [];
  for (const { name, stop } of steps) {
    try {
      await stop();
    } catch (error) {
      failures.push(new Error(`${name}: ${(error as Error).message}`, { cause: error }));
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Did not stop as they should: ${failures.map(({ message }) => message).join('; ')}`,
    );
};
