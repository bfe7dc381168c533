import { describe, expect, it } from 'vitest';
import { candidateWords, chunksOf, codeIn, maxQueryWords, queryKey } from './query-words.ts';

describe('pieces of a query', () => {
  it('hold a word as typed, on the other layout and in Cyrillic', () => {
    expect(chunksOf('Kovrik')).toEqual([{ words: ['kovrik'], switched: ['лщмкшл'], cyrillic: ['коврик'] }]);
  });

  it('are not transliterated when they are Cyrillic already', () => {
    expect(chunksOf('коврик')[0]?.cyrillic).toEqual([]);
  });

  it('may hold several words', () => expect(chunksOf('anti-virus')[0]?.words).toEqual(['anti', 'virus']));

  it('are none in spaces, signs and emoji', () => {
    for (const query of ['', '   ', '!!!', '🙂 🙂', '\u202e']) expect(chunksOf(query)).toEqual([]);
  });

  it('end after as many words as are looked at', () => {
    const long = Array.from({ length: 40 }, (_, index) => `word${index}`).join(' ');
    expect(chunksOf(long)).toHaveLength(maxQueryWords);
  });

  it('are looked up with every way they may have been meant, each word once', () => {
    const words = candidateWords(chunksOf('sova sova'));
    expect(words).toContain('sova');
    expect(words).toContain('сова');
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('a number of goods', () => {
  it.each([
    ['978-5-699-12014-7', '9785699120147'],
    ['SKU 12-34', 'sku1234'],
    ['коврик', undefined],
    ['a1', undefined],
    [`${'1 '.repeat(31)}`, undefined],
  ])('in "%s" is %s', (query, code) => expect(codeIn(query)).toBe(code));
});

describe('the key under which queries are counted and ruled', () => {
  it('is the same for every way to write one query', () => {
    expect(queryKey('  Ёлка   НОВОГОДНЯЯ! ')).toBe(queryKey('елка новогодняя'));
  });
});
