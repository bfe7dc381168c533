import { createHash } from 'node:crypto';

/**
 * A 32-bit number that depends on the key alone (first four bytes of SHA-256). Whatever the sources lack is derived
 * from it, so the same row gets the same price and stock in every build and on every machine.
 */
const hash32 = (key: string): number => createHash('sha256').update(key).digest().readUInt32BE(0);

/** A whole number in [min, max], evenly spread over keys. */
export const hashInRange = (key: string, min: number, max: number): number => min + (hash32(key) % (max - min + 1));

/** One element of a non-empty list, chosen by the key. */
export const hashPick = <T>(key: string, choices: readonly T[]): T => {
  const chosen = choices[hash32(key) % choices.length];
  if (chosen === undefined) throw new Error(`nothing to choose from for ${key}`);
  return chosen;
};

/** Units on hand where nothing real is known: about one key in twenty is sold out, the rest have 1–240. */
export const derivedStock = (key: string): number =>
  hash32(`sold-out:${key}`) % 20 === 0 ? 0 : hashInRange(`stock:${key}`, 1, 240);
