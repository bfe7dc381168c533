import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeText } from './judge-text.ts';

const codes = (text: string): readonly string[] =>
  judgeText(text, { linksAllowedHosts: [], recentTexts: [], firstContact: false }).reasons.map(({ code }) => code);

/** Subscriber numbers of a Moscow operator, all of which are given out. */
const subscriber = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 })
  .map((digits) => `916${digits.join('')}`);
/** How people group ten digits. */
const groupings = [[3, 3, 2, 2], [3, 3, 4], [3, 2, 2, 3], [3, 7], [3, 4, 3], [10], [6, 4]];
const grouped = (digits: string, sizes: readonly number[], gap: string): string => {
  let from = 0;
  return sizes
    .map((size) => {
      from += size;
      return digits.slice(from - size, from);
    })
    .join(gap);
};
/** The same digits in other scripts. */
const inScript = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const spelled = ['ноль', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];

describe('a Russian mobile number', () => {
  const number = fc.tuple(
    subscriber,
    fc.constantFrom(...groupings),
    fc.constantFrom(' ', '-', '.', ' - ', ') ', '/'),
    fc.constantFrom('+7', '8', '7', '+7 ', '8 ', '8-'),
  );

  it('is seen in any grouping, with any sign between, and in any digits', () => {
    fc.assert(
      fc.property(number, fc.constantFrom(0x30, 0x660, 0x966, 0xff10), ([digits, sizes, gap, prefix], zero) => {
        const text = inScript(`${prefix}${grouped(digits, sizes, gap)}`, zero);
        expect(codes(`пишите ${text}, отвечу`), text).toContain('PHONE');
      }),
      { numRuns: 300 },
    );
  });

  it('is seen when every digit of it is spelled, or letters that look like digits stand among them', () => {
    fc.assert(
      fc.property(subscriber, (digits) => {
        const words = [...`8${digits}`].map((digit) => spelled[Number(digit)]).join(' ');
        expect(codes(`номер ${words}`), words).toContain('PHONE');
        // More letters than digits are a word.
        fc.pre(digits.replace(/[01]/g, '').length > 5);
        const disguised = `8${digits}`.replaceAll('0', 'о').replaceAll('1', 'l');
        expect(codes(`номер ${disguised}`), disguised).toContain('PHONE');
      }),
      { numRuns: 150 },
    );
  });

  it('is none where a word says that it is the number of a parcel or of an order', () => {
    fc.assert(
      fc.property(subscriber, fc.constantFrom('трек', 'заказ', 'артикул', 'накладная №', 'посылка'), (digits, word) => {
        expect(codes(`${word} ${digits}`), `${word} ${digits}`).not.toContain('PHONE');
      }),
      { numRuns: 150 },
    );
  });
});

describe('numbers of the trade', () => {
  it.each([
    '8 800 555-35-35',
    '+7 800 100 00 00',
    '7 990, 8 990 или 9 490 рублей',
    'штрихкод 4601546021298',
    'размер 46-48-50-52, рост 164-170',
    '12.03.2026 в 14:30, потом 13.03.2026 в 15:00',
    'ИНН 7707083893',
    'IMEI 356938035643809',
  ])('%s is no telephone', (text) => {
    expect(codes(text)).not.toContain('PHONE');
  });

  it.each([
    '+49 30 901820 is my line',
    'call me (415) 555-2671',
    'my number is 4155552671',
    'тел. 123-45-67',
    '+998 90 123 45 67',
    'девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь',
  ])('%s is one', (text) => {
    expect(codes(text)).toContain('PHONE');
  });
});
