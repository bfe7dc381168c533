import { describe, expect, it } from 'vitest';
import { priceRangeOf } from './index-document.ts';
import { attributeCounts, categoryTree, priceRanges } from './shape-facets.ts';

describe('the tree of counted categories', () => {
  const counts = [
    { value: 'home', count: 5 },
    { value: 'mats', count: 3 },
    { value: 'chairs', count: 2 },
  ];

  it('puts children under their parents and marks the chosen one', () => {
    const parents = new Map([
      ['home', null],
      ['mats', 'home'],
      ['chairs', 'home'],
    ]);
    const [root, ...others] = categoryTree(counts, parents, 'chairs');
    expect(others).toEqual([]);
    expect(root?.children.map(({ id, selected }) => [id, selected])).toEqual([
      ['mats', false],
      ['chairs', true],
    ]);
  });

  it('puts a category whose parent was not counted at the top', () => {
    const tree = categoryTree([{ value: 'mats', count: 3 }], new Map([['mats', 'home']]), undefined);
    expect(tree.map(({ id }) => id)).toEqual(['mats']);
  });

  it('ends even when parents form a circle', () => {
    const parents = new Map([
      ['home', 'mats'],
      ['mats', 'home'],
      ['chairs', null],
    ]);
    expect(categoryTree(counts, parents, undefined).map(({ id }) => id)).toEqual(['chairs']);
  });
});

describe('price ranges', () => {
  it('begin at zero, follow each other and end open', () => {
    const [first, last] = priceRanges([
      { value: 'EUR:0', count: 1 },
      { value: 'EUR:17', count: 2 },
    ]);
    expect(first).toMatchObject({ min: { amountMinor: 0n }, below: { amountMinor: 500n } });
    expect(last).toMatchObject({ min: { amountMinor: 100_000_000n }, below: null });
  });

  it.each([
    [499n, 'EUR', 'EUR:0'],
    [500n, 'EUR', 'EUR:1'],
    [5n, 'JPY', 'JPY:1'],
    [4_999n, 'KWD', 'KWD:0'],
    [10n ** 15n, 'EUR', 'EUR:17'],
  ])('hold %d %s in %s: by the currency’s own decimals', (amount, currency, range) => {
    expect(priceRangeOf(amount, currency)).toBe(range);
  });

  it('stand by currency and amount', () => {
    const order = priceRanges(['RUB:3', 'EUR:10', 'EUR:2'].map((value) => ({ value, count: 1 })));
    expect(order.map(({ currency, min }) => `${currency} ${min.amountMinor}`)).toEqual([
      'EUR 1000',
      'EUR 500000',
      'RUB 2000',
    ]);
  });
});

describe('attribute counts', () => {
  it('are grouped by code, values with "=" in them included', () => {
    expect(
      attributeCounts([
        { value: 'formula=a=b', count: 3 },
        { value: 'color=red', count: 5 },
      ]),
    ).toEqual([
      { code: 'color', values: [{ value: 'red', count: 5 }] },
      { code: 'formula', values: [{ value: 'a=b', count: 3 }] },
    ]);
  });
});
