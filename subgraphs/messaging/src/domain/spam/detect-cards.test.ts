import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitRuns } from '../text/digit-runs.ts';
import { fold } from '../text/fold.ts';
import { findAccount } from './detect-cards.ts';
import { judgeText } from './judge-text.ts';

const judge = (text: string) => judgeText(text, { linksAllowedHosts: [], recentTexts: [], firstContact: false });
const codes = (text: string) => judge(text).reasons.map(({ code }) => code);

/** The digit that makes a number right by ISO/IEC 7812-1, worked out from the left, otherwise than the filter does. */
const withCheckDigit = (body: string): string => {
  const sum = [...body].reverse().reduce((all, character, at) => {
    const digit = Number(character) * (at % 2 === 0 ? 2 : 1);
    return all + Math.floor(digit / 10) + (digit % 10);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

/** Number of digits and prefix of schemes, as their owners publish them. */
const schemes = [
  ['Mir', '2202', 16],
  ['Visa', '4', 16],
  ['Mastercard', '51', 16],
  ['Mastercard of the second range', '2221', 16],
  ['American Express', '37', 15],
  ['JCB', '3528', 16],
  ['Discover', '6011', 16],
  ['UnionPay', '62', 19],
  ['Maestro', '6759', 18],
  ['Humo', '9860', 16],
] as const;

/** The same digits in other scripts. */
const scripts = [0x30, 0x660, 0x6f0, 0x966, 0xff10, 0x1d7ce];
const inScript = (digits: string, zero: number): string =>
  [...digits].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');

/** Digits with something between some of them. */
const spaced = (digits: string, gaps: readonly string[]): string =>
  [...digits].map((digit, at) => `${digit}${gaps[at % gaps.length] ?? ''}`).join('');

const bodyOf = (prefix: string, length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), {
      minLength: length - 1 - prefix.length,
      maxLength: length - 1 - prefix.length,
    })
    .map((rest) => withCheckDigit(prefix + rest.join('')));

describe('the number of a card', () => {
  it.each(schemes)('of %s is refused, however it is grouped and in whatever digits', (_name, prefix, length) => {
    const gap = fc.constantFrom('', '', '', ' ', '-', ' - ', '.', '/');
    fc.assert(
      fc.property(
        bodyOf(prefix, length),
        fc.array(gap, { minLength: 4, maxLength: 7 }),
        fc.constantFrom(...scripts),
        (number, gaps, zero) => {
          const verdict = judge(`pay to ${spaced(inScript(number, zero), gaps)} please`);
          expect(verdict.outcome).toBe('REJECT');
          expect(verdict.reasons[0]).toMatchObject({ code: 'PAYMENT_CARD', excerpt: null });
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is none when any one digit of it is another', () => {
    fc.assert(
      fc.property(
        bodyOf('4', 16),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const other = `${number.slice(0, at)}${(Number(number[at]) + by) % 10}${number.slice(at + 1)}`;
          expect(codes(`number ${other}`)).not.toContain('PAYMENT_CARD');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is seen with a date and a code after it, and not made up of chance digits of two numbers', () => {
    const number = withCheckDigit('220220123456789');
    expect(codes(`${number.replace(/(\d{4})(?=\d)/g, '$1 ')} 12/27 123`)).toContain('PAYMENT_CARD');
    expect(codes('order 22022012 and 34567890 of the list')).not.toContain('PAYMENT_CARD');
  });
});

describe('an account or a wallet', () => {
  const found = (text: string) => findAccount(fold(text), digitRuns(fold(text), 10));

  /** ISO 13616: check digits that make the number, rearranged, one more than a multiple of 97. */
  const ibanOf = (country: string, account: string): string => {
    const value = [...`${account}${country}00`].map((one) => Number.parseInt(one, 36)).join('');
    return `${country}${String(98n - (BigInt(value) % 97n)).padStart(2, '0')}${account}`;
  };

  it.each([
    ['DE', '370400440532013000'],
    ['GB', 'WEST12345698765432'],
    ['KZ', '86125KZT5004100100'.slice(0, 16)],
    ['FR', '20041010050500013M02606'],
  ])('is seen by the IBAN of %s, in groups or not, and not with a digit that is wrong', (country, account) => {
    const iban = ibanOf(country, account);
    expect(found(`send it to ${iban}`)).toBeDefined();
    expect(found(`send it to ${iban.replace(/(.{4})(?=.)/g, '$1 ')}, thanks`)).toBeDefined();
    const wrong = `${iban.slice(0, 2)}${String((Number(iban.slice(2, 4)) % 90) + 3).padStart(2, '0')}${iban.slice(4)}`;
    expect(found(`send it to ${wrong}`)).toBeUndefined();
  });

  it.each([
    ['40817810099910004312', true],
    ['40817 810 0 9991 0004312', true],
    ['30101810400000000225', true],
    ['90817810099910004312', false],
    ['0x52908400098527886E0F7030069857D2E4169EE7', true],
    ['bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq', true],
    ['1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2', true],
    ['TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE', true],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', true],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', true],
    ['0x52908400098527886E0F7030069857D2E4169', false],
    ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6', false],
    ['the parcel 1234567890123456789012345678', false],
    ['the barcode 4601546021298 of the tea', false],
  ])('%s: %s', (text, isOne) => {
    expect(found(`to ${text}`) !== undefined).toBe(isOne);
  });
});

describe('whatever somebody types', () => {
  it('is judged, with the strictest of its reasons first, and reads the same when it is folded twice', () => {
    const order = ['REJECT', 'HOLD', 'ALLOW'];
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const { outcome, reasons } = judge(text);
        const places = reasons.map((reason) => order.indexOf(reason.outcome));
        expect(places).toEqual([...places].sort());
        expect(outcome).toBe(reasons[0]?.outcome ?? 'ALLOW');
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: 200 },
    );
  });
});
