import { hash, verify } from '@node-rs/argon2';
import { createGate } from './gate.ts';

/** Hashes passwords and checks them, never more at once than the machine can bear. */
export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(storedHash: string, password: string): Promise<boolean>;
}

/** OWASP's minimum for argon2id: 19 MiB, two passes, one lane. `2` is the library's number for argon2id. */
const parameters = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const maxWaiting = 200;

/** Makes the hasher of one process. */
export const createPasswordHasher = (concurrency: number): PasswordHasher => {
  const gated = createGate(concurrency, maxWaiting);
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
