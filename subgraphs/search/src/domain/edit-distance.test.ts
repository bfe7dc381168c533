import { describe, expect, it } from 'vitest';
import { allowedEdits, editDistance, nearKeys } from './edit-distance.ts';

describe('edits between words', () => {
  it.each([
    ['norton', 'norton', 0],
    ['antivrius', 'antivirus', 1],
    ['hoby', 'hobi', 1],
    ['kovrk', 'kovrik', 1],
    ['kovrrik', 'kovrik', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 2.5],
  ])('%s to %s are %d', (from, to, edits) => {
    expect(editDistance(from, to)).toBe(edits);
  });

  it('cost half where sounds are alike: an unstressed vowel, a voiceless consonant', () => {
    expect(editDistance('kavrik', 'kovrik')).toBe(0.5);
    expect(editDistance('skasgi', 'skaski')).toBe(0.5);
  });

  it('are the same in both directions', () => {
    for (const [from, to] of [
      ['margorita', 'margarita'],
      ['abcd', 'badc'],
      ['ca', 'abc'],
    ] as const)
      expect(editDistance(from, to)).toBe(editDistance(to, from));
  });

  it('are allowed the more the longer the word, and never in a short one', () => {
    expect([3, 4, 7, 8].map(allowedEdits)).toEqual([0, 1, 1, 2]);
  });
});

describe('near keys', () => {
  const meet = (first: string, second: string) => nearKeys(first).some((key) => nearKeys(second).includes(key));

  it.each([
    ['antivrius', 'antivirus'],
    ['kovrk', 'kovrik'],
    ['kovrrik', 'kovrik'],
    ['kavrek', 'kovrik'],
    ['tovrik', 'lovrik'],
  ])('bring %s and %s together', (typed, meant) => {
    expect(meet(typed, meant)).toBe(true);
  });

  it('keep different words apart', () => {
    expect(meet('kovrik', 'kreslo')).toBe(false);
  });
});
