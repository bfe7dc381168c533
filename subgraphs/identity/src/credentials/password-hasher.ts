import { AppError } from '@vitrina/platform/errors';
import { hash, verify } from '@node-rs/argon2';

/** Hashes passwords and checks them, never more at once than the machine can bear. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(storedHash: string, password: string): Promise<boolean>;
}

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. `2` is the library's number for argon2id. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const maxWaiting = 200;

/** Lets `limit` run at once and `maxWaiting` wait; whoever comes after that is asked to come back. */
const createGate = (limit: number) => {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= limit) {
      if (waiting.length >= maxWaiting) {
        throw new AppError('UNAVAILABLE', 'Too many people are signing in at this moment; try again in a few seconds.', { retryAfterSeconds: 5 });
      }
      // Whoever finishes hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
};

/** Makes the hasher of one process. */
export const createPasswordHasher = (concurrency: number): PasswordHasher => {
  const gated = createGate(concurrency);
  return {
    hash: (password) => gated(() => hash(password, parameters)),
    verify: (storedHash, password) => gated(() => verify(storedHash, password)),
  };
};

/**
 * A hash nobody knows the password of, checked in place of an unknown person's, so that both take the same work.
 * Made once per process.
 */
export const createDecoyHash = (hasher: PasswordHasher): Promise<string> => hasher.hash(crypto.randomUUID());
