import { failAfter } from '../deadline/index.ts';
import { AppError } from '../errors/index.ts';

const readyTimeoutMs = 10_000;

/** A connection, or UNAVAILABLE after 10 s. */
export const readyInTime = <T>(connection: Promise<T>): Promise<T> =>
  failAfter(
    readyTimeoutMs,
    connection,
    () =>
      new AppError('UNAVAILABLE', 'Live updates cannot be reached; try again in a moment.', { retryAfterSeconds: 5 }),
  );

/** What whoever still waits for a connection is told when it is closed. */
export const closedError = (): AppError => new AppError('UNAVAILABLE', 'Pub/sub is closed.');
