import { describe, expect, it } from 'vitest';
import { codeOf, normalise, wordsOf } from './text.ts';

describe('normalised text', () => {
  it('writes ё as е and letters of before 1918 as modern ones', () => {
    expect(normalise('Отцы и дѣти')).toBe('отцы и дети');
    expect(normalise('Мёртвого')).toBe('мертвого');
    expect(normalise('Міръ')).toBe('мир');
  });

  it('keeps й and signs inside a word', () => {
    expect(normalise('Объём йод')).toBe('объем йод');
  });

  it('takes accents off Latin letters and full width off all', () => {
    expect(normalise('Café ＡＢＣ')).toBe('cafe abc');
  });

  it('splits at everything that is no letter or digit, but not at apostrophes', () => {
    expect(wordsOf("140x200x1 см, Harry's (мягкий)")).toEqual(['140x200x1', 'см', 'harrys', 'мягкий']);
  });

  it('finds no words where there are none', () => {
    expect(wordsOf(' \0 🙂 --- ')).toEqual([]);
  });

  it('cuts words that are too long to be words', () => {
    expect(wordsOf('a'.repeat(5_000))[0]).toHaveLength(48);
  });
});

describe('codes', () => {
  it('compare without spaces, hyphens and case', () => {
    expect(codeOf('PM-421 wp')).toBe('pm421wp');
  });
});
