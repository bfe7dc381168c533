/** The promises a crash may break; the first four are the figures of the crash test. */
export type Rule = 'lost' | 'double charge' | 'leaked reservation' | 'ledger' | 'stock' | 'outcome' | 'unfinished';

/** One broken promise, with the ids to look it up by. */
export interface Violation {
  readonly rule: Rule;
  readonly what: string;
}

/** Says that a promise is broken. */
export const violation = (rule: Rule, what: string): Violation => ({ rule, what });

/** A list for people, one line each. */
export const describeViolations = (violations: readonly Violation[]): string =>
  violations.map(({ rule, what }) => `${rule}: ${what}`).join('\n');

/** Groups by what `keyOf` says. */
export const groupedBy = <T>(items: readonly T[], keyOf: (item: T) => string | undefined): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = groups.get(key);
    if (known) known.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
