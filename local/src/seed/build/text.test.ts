import { describe, expect, it } from 'vitest';
import { languageOfScript, slugify, tidy, toMinor } from './text.ts';

describe('toMinor', () => {
  it.each([
    ['879.99', 87_999],
    ['1,4', 140],
    ['100', 10_000],
    ['8.990', 899],
    ['0', 0],
  ])('reads %s exactly', (decimal, minor) => {
    expect(toMinor(decimal)).toBe(minor);
  });

  it.each(['', '-5', '1.234', '12.3.4', 'free'])('refuses %s', (decimal) => {
    expect(toMinor(decimal)).toBeUndefined();
  });
});

describe('languageOfScript', () => {
  it.each([
    ['Преступление и наказание', 'ru'],
    ['عزازيل', 'ar'],
    ['چهار فصل', 'fa'],
    ['デスノート', 'ja'],
    ['Momo', undefined],
  ])('tells the language of %s by its letters', (title, language) => {
    expect(languageOfScript(title)).toBe(language);
  });
});

describe('slugs and white space', () => {
  it('strips accents, marks and ampersands', () => {
    expect(slugify("Chef's Hats & Boutonnières")).toBe('chefs-hats-and-boutonnieres');
  });

  it('collapses white space only', () => {
    expect(tidy('  Deborah     Smith ')).toBe('Deborah Smith');
  });
});
