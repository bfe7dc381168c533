import { describe, expect, it } from 'vitest';
import { bookPriceMinor } from './build/derive.ts';
import { derivedStock, hashInRange, hashPick } from './hash.ts';

const keys = Array.from({ length: 2_000 }, (_, index) => `key-${index}`);

describe('what is derived where a source says nothing', () => {
  it('is the same for the same row in every build and on every machine', () => {
    // Other values would change the prices and the stock of the whole demo.
    expect(['a', 'b'].map((key) => hashInRange(key, 0, 999))).toEqual([610, 566]);
    expect([derivedStock('x'), hashPick('k', ['p', 'q', 'r'])]).toEqual([230, 'p']);
    expect(hashInRange('key', 7, 7)).toBe(7);
  });

  it('lies within its range, its ends among it, and is spread over it', () => {
    const values = keys.map((key) => hashInRange(key, 3, 12));
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    expect([...counts.keys()].toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    for (const count of counts.values()) expect(count).toBeGreaterThan(120);
  });

  it('has some goods sold out, and none with stock beyond a warehouse', () => {
    const stock = keys.map(derivedStock);
    const soldOut = stock.filter((units) => units === 0).length;
    expect(soldOut).toBeGreaterThan(50);
    expect(soldOut).toBeLessThan(160);
    expect(Math.max(...stock)).toBeLessThanOrEqual(240);
  });

  it('is chosen from what there is, and from nothing it is a mistake', () => {
    expect(new Set(keys.map((key) => hashPick(key, ['p', 'q', 'r'])))).toEqual(new Set(['p', 'q', 'r']));
    expect(() => hashPick('key', [])).toThrow(/nothing to choose from for key/);
  });
});

describe('the price of a book', () => {
  it.each(['USD', 'CAD', 'GBP', 'EUR', 'AED', 'RUB'])('in %s is one that somebody would ask', (currency) => {
    const prices = keys.slice(0, 300).map((key) => bookPriceMinor(key, currency));
    expect(Math.min(...prices)).toBeGreaterThanOrEqual(400);
    expect(Math.max(...prices)).toBeLessThan(200_000);
    expect(prices.every(Number.isInteger)).toBe(true);
    const ending = currency === 'AED' || currency === 'RUB' ? 0 : 49;
    expect(new Set(prices.map((price) => price % 50))).toEqual(new Set([ending]));
  });

  it('is derived for currencies of shops there are', () => {
    expect(() => bookPriceMinor('1', 'JPY')).toThrow(/no book price range for JPY/);
  });
});
