/**
 * Text as Postgres can hold it: NUL and lone surrogates, which `text` and `jsonb` refuse, become U+FFFD. Text from
 * outside may carry them, and a fact must not fail for it.
 */
export const storableText = (text: string): string =>
  text.replaceAll('\0', '\uFFFD').replace(/\p{Surrogate}/gu, '\uFFFD');

/** JSON for a `jsonb` parameter, with every string storable. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'string' ? storableText(inner) : inner));
