import { describe, expect, it } from 'vitest';
import { isCyrillic } from './text.ts';
import { toCyrillic } from './transliterate.ts';

describe('Russian typed in Latin letters', () => {
  it.each([
    ['krossovki', 'кроссовки'],
    ['kovrik', 'коврик'],
    ['zhurnal', 'журнал'],
    ['shchetka', 'щетка'],
    ['schetka', 'щетка'],
    ['chainik', 'чаиник'],
    ['chajnik', 'чайник'],
    ['kholst', 'холст'],
    ['tsvetok', 'цветок'],
    ['yubka', 'юбка'],
    ['yashik', 'яшик'],
    ['siniy', 'синий'],
    ['rynok', 'рынок'],
    ['fotoapparat', 'фотоаппарат'],
  ])('%s is %s', (typed, wanted) => expect(toCyrillic(typed)).toBe(wanted));

  it('has a Cyrillic letter for every Latin one', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') expect(isCyrillic(toCyrillic(letter))).toBe(true);
  });

  it('leaves what is no Latin letter', () => {
    expect(toCyrillic('коврик')).toBe('коврик');
    expect(toCyrillic('3d')).toBe('3д');
    expect(toCyrillic('')).toBe('');
  });
});
