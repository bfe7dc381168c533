import { describe, expect, it } from 'vitest';
import { readShopFields, readSlug, type ShopFields } from './shop-form.ts';

const mistakesOf = (fields: ShopFields) => {
  const read = readShopFields(fields);
  return read.ok ? [] : read.refusals.map(({ field }) => field.join('.'));
};

describe('a name in addresses', () => {
  it.each(['abc', 'harbor-pages', '24-7', 'a-b-c', 'x'.repeat(40)])('may be %j', (slug) => {
    expect(readSlug(slug)).toEqual({ ok: true, value: slug });
  });

  it.each(['', 'ab', 'a'.repeat(41), 'Abc', 'a_b', 'a b', '-ab', 'ab-', 'a--b', 'åbc', 'abc\n', 'abc/..'])(
    'is not %j',
    (slug) => {
      expect(readSlug(slug)).toMatchObject({ ok: false, refusals: [{ code: 'SLUG_NOT_VALID' }] });
    },
  );
});

describe('the fields of a shop', () => {
  it('are taken as given, and only those that were', () => {
    expect(readShopFields({})).toEqual({ ok: true, value: {} });
    expect(readShopFields({ name: ' Harbor ', acceptsOrders: false, returnWindowDays: null })).toEqual({
      ok: true,
      value: { name: 'Harbor', acceptsOrders: false },
    });
  });

  it.each([
    ['returnWindowDays', 365],
    ['lowStockThreshold', 100_000],
    ['cancellationWindowMinutes', 1_440],
  ] as const)('%s run from 0 to %i', (name, max) => {
    for (const value of [0, max])
      expect(readShopFields({ [name]: value })).toEqual({ ok: true, value: { [name]: value } });
    for (const value of [-1, max + 1]) expect(mistakesOf({ [name]: value })).toEqual([name]);
  });

  it('name every mistake at once, with its path', () => {
    const descriptions = [
      { locale: 'en', text: 'Fine.' },
      { locale: 'ru', text: 'x'.repeat(2_001) },
    ];
    expect(mistakesOf({ name: '\u0000', descriptions, returnWindowDays: 366, lowStockThreshold: -1 })).toEqual([
      'name',
      'descriptions.1.text',
      'returnWindowDays',
      'lowStockThreshold',
    ]);
  });
});
