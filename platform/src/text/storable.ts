/**
 * Text as Postgres can hold it: NUL and halves of characters, which `text` and `jsonb` refuse, become U+FFFD each. Text
 * from outside may carry them, and what is to be kept must not fail for it.
 */
export const storableText = (text: string): string => text.replace(/[\0\p{Surrogate}]/gu, '\uFFFD');

/** JSON for a `jsonb` parameter, with every string storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner));
