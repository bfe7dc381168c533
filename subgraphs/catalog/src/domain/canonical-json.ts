const sorted = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([name, entry]) => [name, sorted(entry)]));
};

/** JSON with sorted keys: equal for equal values, although the database stores JSON keys in an order of its own. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value));
