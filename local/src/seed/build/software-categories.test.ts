import { describe, expect, it } from 'vitest';
import { assortmentOf, SOFTWARE, softwareCategory } from './software-categories.ts';

describe('softwareCategory', () => {
  it.each([
    ['norton antivirus 2007', SOFTWARE.security],
    ['adobe photoshop elements 4.0 ( mac )', SOFTWARE.graphics],
    ['quickbooks pro 2007 3 user', SOFTWARE.finance],
    ['mavis beacon teaches typing 16', SOFTWARE.education],
    ['microsoft windows vista ultimate upgrade [ dvd ]', SOFTWARE.operatingSystems],
    ['hoyle card games 2007', SOFTWARE.games],
    ['apple final cut studio 2 ( mac )', SOFTWARE.video],
    ['power translator 11 premium', SOFTWARE.dictionaries],
  ])('puts %s where a buyer would look', (title, category) => {
    expect(softwareCategory(title)).toBe(category);
  });

  it('does not take the platform of a program for an operating system', () => {
    expect(softwareCategory('cisco ciscoworks v. 6.1 for windows xp')).not.toBe(SOFTWARE.operatingSystems);
  });

  it('leaves what no rule knows at the root of the branch', () => {
    expect(softwareCategory('zzz')).toBe(SOFTWARE.any);
  });
});

describe('assortmentOf', () => {
  it('gives every software category to one assortment and refuses the rest', () => {
    for (const category of Object.values(SOFTWARE))
      expect(assortmentOf(category)).toMatch(/creative|office|systems|learning/);
    expect(() => assortmentOf(784)).toThrow(/784/);
  });
});
