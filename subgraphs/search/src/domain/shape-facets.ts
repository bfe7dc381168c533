import { exponentOf, type Money, money } from '@vitrina/platform/money';
import { priceSteps } from './index-declaration.ts';

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** A category with its count, in the tree of counts. */
export interface CategoryCount {
  readonly id: string;
  readonly count: number;
  readonly selected: boolean;
  readonly children: readonly CategoryCount[];
}

/** Arranges counted categories under their parents; one whose parent was not counted stands at the top. */
export const categoryTree = (
  counts: readonly ValueCount[],
  parents: ReadonlyMap<string, string | null>,
  selectedId: string | undefined,
): CategoryCount[] => {
  const counted = new Set(counts.map(({ value }) => value));
  const below = (parentId: string | null, depth: number): CategoryCount[] =>
    counts
      .filter(({ value }) => {
        const parent = parents.get(value) ?? null;
        return (parent !== null && counted.has(parent) ? parent : null) === parentId;
      })
      .map(({ value, count }) => ({
        id: value,
        count,
        selected: value === selectedId,
        children: depth < maxTreeDepth ? below(value, depth + 1) : [],
      }));
  return below(null, 1);
};

/** Levels of the category tree; parents of a moved category may for a moment form a circle. */
const maxTreeDepth = 12;

export interface PriceRange {
  readonly currency: string;
  readonly min: Money;
  readonly below: Money | null;
  readonly count: number;
}

const stepMoney = (step: number, currency: string): Money =>
  money(BigInt(step) * 10n ** BigInt(exponentOf(currency)), currency);

/** Price ranges of `EUR:3` counts, by currency and amount. */
export const priceRanges = (counts: readonly ValueCount[]): PriceRange[] =>
  counts
    .map(({ value, count }) => {
      const [currency = '', index = '0'] = value.split(':');
      return { currency, index: Number(index), count };
    })
    .sort((first, second) =>
      first.currency === second.currency ? first.index - second.index : first.currency < second.currency ? -1 : 1,
    )
    .map(({ currency, index, count }) => {
      const below = priceSteps[index];
      return {
        currency,
        min: stepMoney(index === 0 ? 0 : (priceSteps[index - 1] ?? 0), currency),
        below: below === undefined ? null : stepMoney(below, currency),
        count,
      };
    });

export interface AttributeCount {
  readonly code: string;
  readonly values: readonly ValueCount[];
}

const maxAttributes = 20;
const maxValues = 30;

/** Groups `code=value` counts by attribute, the attribute with most hits first. */
export const attributeCounts = (counts: readonly ValueCount[]): AttributeCount[] => {
  const byCode = new Map<string, ValueCount[]>();
  for (const { value, count } of counts) {
    const at = value.indexOf('=');
    const code = value.slice(0, at);
    byCode.set(code, [...(byCode.get(code) ?? []), { value: value.slice(at + 1), count }]);
  }
  const hits = (values: readonly ValueCount[]) => values.reduce((total, { count }) => total + count, 0);
  return [...byCode]
    .map(([code, values]) => ({ code, values }))
    .sort((first, second) => hits(second.values) - hits(first.values) || (first.code < second.code ? -1 : 1))
    .slice(0, maxAttributes)
    .map(({ code, values }) => ({ code, values: values.slice(0, maxValues) }));
};
