import { describe, expect, it } from 'vitest';
import { type CatalogDocument, priceRangeOf, toIndexDocument, vocabularyOf } from './index-document.ts';
import { textIn, toLocalisedText } from './localised-text.ts';

const lamp: CatalogDocument = {
  productId: 'prd_lamp',
  version: 3,
  shopId: 'shp_1',
  titles: [
    { locale: 'en', text: 'Desk Lamp "Owl"' },
    { locale: 'ru', text: 'Настольная лампа «Сова»' },
  ],
  descriptions: [{ locale: 'en', text: 'Warm light.' }],
  brand: ' Lumière ',
  gtin: '4006381333931',
  categories: [
    { id: 'cat_home', names: [{ locale: 'en', text: 'Home' }] },
    { id: 'cat_lamps', names: [{ locale: 'en', text: 'Lighting' }] },
  ],
  attributes: [
    { code: 'color', values: ['Red'], filterable: true, names: [] },
    { code: 'watt', values: ['40', 'true'], filterable: false, names: [] },
  ],
  minPriceMinor: '1999',
  maxPriceMinor: '2999',
  currency: 'EUR',
  inStock: true,
  skus: ['OWL-1/red'],
  createdAt: '2026-01-01T00:00:00+03:00',
};

describe('what engines keep of a product', () => {
  const document = toIndexDocument(lamp);

  it('finds it by titles of every language and by its numbers without their signs', () => {
    expect(document.words.title.split(' ')).toEqual(
      expect.arrayContaining(['desk', 'lamp', 'owl', 'настольная', 'лампа', 'сова', 'owl1red', '4006381333931']),
    );
  });

  it('finds it by its brand and by attribute values that are words', () => {
    expect(document.words.naming).toBe('lumiere red');
    expect(document.brand).toBe('Lumière');
  });

  it('files it under its own category before those above', () => {
    expect(document.words.filing).toBe('lighting');
    expect(document.words.telling.split(' ')).toEqual(['home', 'warm', 'light']);
    expect(document.categoryIds).toEqual(['cat_home', 'cat_lamps']);
  });

  it('lets buyers filter by what is declared for it only', () => expect(document.attributes).toEqual(['color=Red']));

  it('writes its time in one zone', () => expect(document.createdAt).toBe('2025-12-31T21:00:00.000Z'));

  it('takes a blank brand for none', () => expect(toIndexDocument({ ...lamp, brand: '  ' }).brand).toBeNull());

  it('corrects to words, never to numbers or single letters', () => {
    const words = vocabularyOf(toIndexDocument({ ...lamp, titles: [{ locale: 'en', text: 'A lamp lamp x5' }] }));
    expect(words).toContain('lamp');
    expect(words.filter((word) => word === 'lamp')).toHaveLength(1);
    for (const word of ['a', 'x5', 'owl1red']) expect(words).not.toContain(word);
  });

  it('looks at the beginning of a description, not at a book in it', () => {
    const text = `${'word '.repeat(2_000)}needle`;
    const long = toIndexDocument({ ...lamp, descriptions: [{ locale: 'en', text }] });
    expect(long.words.telling).not.toContain('needle');
  });
});

describe('price ranges', () => {
  it.each([
    [0n, 'EUR', 'EUR:0'],
    [499n, 'EUR', 'EUR:0'],
    [500n, 'EUR', 'EUR:1'],
    [1_999n, 'EUR', 'EUR:2'],
    [2_000n, 'EUR', 'EUR:3'],
    [2_000n, 'JPY', 'JPY:9'],
    [10n ** 15n, 'EUR', 'EUR:17'],
  ])('put %s minor units of %s into %s', (amount, currency, range) => {
    expect(priceRangeOf(amount, currency)).toBe(range);
  });
});

describe('the text a reader gets', () => {
  const texts = toLocalisedText([
    { locale: 'en', text: 'Lamp' },
    { locale: 'ru', text: 'Лампа' },
  ]);
  it.each([
    ['ru', 'Лампа'],
    ['ru-RU', 'Лампа'],
    ['de', 'Lamp'],
  ])('in %s is %s', (locale, text) => expect(textIn(texts, locale)).toBe(text));

  it('is any there is when there is no English one, and none when there is none', () => {
    expect(textIn({ ru: 'Лампа' }, 'de')).toBe('Лампа');
    expect(textIn({}, 'de')).toBeUndefined();
  });
});
