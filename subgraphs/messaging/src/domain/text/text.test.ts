import { describe, expect, it } from 'vitest';
import { digitRuns } from './digit-runs.ts';
import { digitsOfWords } from './digit-words.ts';
import { fold, isDisguised, latinise, resolve } from './fold.ts';

describe('folding a text', () => {
  it.each([
    ['full-width letters and digits', 'ＡＢＣ１２', 'abc12'],
    ['mathematical letters', '𝓽𝓮𝓵𝓮', 'tele'],
    ['squared and flag letters', '🅃🄴🇹🇬', 'tetg'],
    ['zero-width characters and joiners', 'те\u200bле\u2060грам', 'телеграм'],
    ['marks piled on letters', 'т̷̛е̶л̴е', 'теле'],
    ['ё and й stay Russian letters', 'Ёлка Йод', 'елка йод'],
    ['digits of other scripts', '٨٩ १२', '89 12'],
    ['small capitals and Greek', 'ᴛᴇʟᴇ αβο', 'tele abo'],
    ['dashes and dots of any kind', 'a—b·c', 'a-b.c'],
    ['direction marks', 'ab\u202ecd', 'abcd'],
  ])('%s', (_what, given, wanted) => expect(fold(given)).toBe(wanted));
});

describe('words of two scripts', () => {
  it.each([
    ['пpeдлaгaeм coтpyдничecтвo', 'предлагаем сотрудничество'],
    ['pa6oтa', 'работа'],
    ['нa кapтy переведи', 'на карту переведи'],
    ['tеlеgrаm', 'telegram'],
    ['wh4tsapp', 'whatsapp'],
    ['usb кабель и xl', 'usb кабель и xl'],
  ])('%s reads %s', (given, wanted) => expect(resolve(given)).toBe(wanted));

  it('are disguised only when both scripts stand in one word', () => {
    expect(isDisguised('тeлеграм')).toBe(true);
    expect(isDisguised('телеграм')).toBe(false);
  });

  it('are Latin where an address is looked for', () =>
    expect(latinise('аnna@mаil.ru и вот')).toBe('anna@mail.ru и вот'));
});

describe('numbers in words', () => {
  it.each([
    ['восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь', '89161234567'],
    ['double five triple seven', '55777'],
    ['twenty one oh five', '2105'],
    ['сто', '100'],
  ])('%s dials %s', (words, digits) => expect(digitsOfWords(words.split(' '))).toBe(digits));
});

describe('runs of digits', () => {
  it('keeps how they were grouped, and what stood before', () => {
    const [run] = digitRuns('трек 8 (916) 123-45-67', 10);
    expect(run).toMatchObject({ digits: '89161234567', groups: [1, 3, 3, 2, 2], hasBrackets: true, before: 'трек ' });
  });

  it('reads letters as digits only where most of the token is digits', () => {
    expect(digitRuns('8 9i6 123 45 б7', 10)[0]).toMatchObject({ digits: '89161234567', isHidden: true });
    expect(digitRuns('чехол для iphone13 pro', 1).map(({ digits }) => digits)).toEqual(['13']);
  });

  it('ends where words stand between', () => {
    expect(digitRuns('12 штук по 300 и 15 по 400', 2).map(({ digits }) => digits)).toEqual(['12', '300', '15', '400']);
  });
});
