import { isId } from '../ids/index.ts';
import { lookupKey } from '../text/index.ts';

/** Reads one part of a sort key; undefined for what cannot be one. A cursor comes from outside and may say anything. */
export type KeyPart<T> = (part: unknown) => T | undefined;

/** How each part of a list's sort key is read, in their order. */
export type KeyParts<K extends readonly unknown[]> = { readonly [I in keyof K]: KeyPart<K[I]> };

/** Largest number of a column of the type `integer`. */
const maxInteger = 2_147_483_647;

/** An instant, in years that databases and runtimes write alike. */
export const instantPart: KeyPart<Date> = (part) => {
  const at = new Date(typeof part === 'string' ? part : Number.NaN);
  const year = at.getUTCFullYear();
  // An invalid instant has no year, and fails both comparisons.
  return year >= 1 && year <= 9_999 ? at : undefined;
};

/** A whole number that fits a column of the type `integer`, also one that no row has. */
export const integerPart: KeyPart<number> = (part) =>
  typeof part === 'number' && Number.isInteger(part) && Math.abs(part) <= maxInteger ? part : undefined;

/** Any text, in a form Postgres takes: one that no row has is a place between two that are there. */
export const textPart: KeyPart<string> = (part) => (typeof part === 'string' ? lookupKey(part) : undefined);

/** A well-formed identifier of the kind `prefix`. */
export const idPart =
  (prefix: string): KeyPart<string> =>
  (part) =>
    typeof part === 'string' && isId(part, prefix) ? part : undefined;

/** The place in a list sorted by time, in which a text (mostly the id) decides between equals. */
export type TimeKey = readonly [at: Date, text: string];

/** How the key of a list sorted by time is read. */
export const timeKeyParts: KeyParts<TimeKey> = [instantPart, textPart];
