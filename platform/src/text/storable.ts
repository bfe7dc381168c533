/**
 * Text as Postgres can hold it: NUL and halves of characters, which `text` and `jsonb` refuse, become U+FFFD each. Text
 * from outside may carry them, and what is to be kept must not fail for it.
 */
export const storableText = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');

/** An escaped backslash, which is passed over, or the escape of what Postgres refuses (RFC 8259, section 7; ECMA-262 writes these two in lower case). */
const escapes = /\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON for a `jsonb` parameter, with every string storable, names of fields among them. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value).replace(escapes, (found) => (found === '\\\\' ? found : '\uFFFD'));
