/**
 * True for what could be an identifier: printable ASCII of sensible length. Anything else is known to nobody, and is not
 * worth asking the database or another context about (PostgreSQL does not even take a NUL).
 */
export const isIdLike = (value: string): boolean => /^[\x21-\x7e]{1,100}$/.test(value);

/** Text a person typed in, without control characters and blanks at the ends; null when nothing is left. */
export const cleanText = (value: string | null | undefined): string | null =>
  value?.replace(/\p{Cc}/gu, ' ').trim() || null;
