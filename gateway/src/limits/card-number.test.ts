import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { containsCardNumber, isTradeItemNumber } from './card-number.ts';

const withCheckDigit = (digits: string): string => {
  for (let check = 0; check < 10; check += 1) {
    const candidate = `${digits}${check}`;
    let sum = 0;
    for (const [index, digit] of [...candidate].reverse().entries()) {
      const value = index % 2 === 1 ? Number(digit) * 2 : Number(digit);
      sum += value > 9 ? value - 9 : value;
    }
    if (sum % 10 === 0) return candidate;
  }
  throw new Error('unreachable');
};
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));

describe('card numbers', () => {
  it.each([
    ['Visa', '4242424242424242'],
    ['Visa of 19 digits', '4000000000000000006'],
    ['Mastercard', '5555555555554444'],
    ['Mastercard, second range', '2223003122003222'],
    ['Mir', '2200000000000004'],
    ['American Express', '378282246310005'],
    ['Discover', '6011111111111117'],
    ['Diners', '30569309025904'],
    ['JCB', '3566002020360505'],
    ['UnionPay', '6200000000000005'],
    ['Maestro', '6759649826438453'],
    ['with spaces', ' 4242 4242 4242 4242 '],
    ['with dashes', '4242-4242-4242-4242'],
    ['in a sentence', 'Charge 4242 4242 4242 4242, please.'],
    ['with no-break spaces', '4242\u00a04242\u00a04242\u00a04242'],
  ])('are found: %s', (_what, text) => expect(containsCardNumber(text)).toBe(true));

  it.each([
    ['a wrong check digit', '4242424242424241'],
    ['no known issuer', '9999999999999995'],
    ['a telephone number', '+79161234567'],
    ['a barcode in a sentence', 'EAN 4006381333931 on the box'],
    ['zeros', '0000000000000000'],
    ['a part of a longer run of digits', '424242424242424242424242'],
    ['an instant', '2026-01-15T12:00:00.000Z'],
    ['an id', 'ord_01k3v8zq9s4f7m2x6t0b5c1d8e'],
    ['nothing', ''],
  ])('are not seen in %s', (_what, text) => expect(containsCardNumber(text)).toBe(false));

  it('are found wherever separators are put', () => {
    fc.assert(
      fc.property(
        digits(14),
        fc.array(fc.constantFrom('', ' ', '-'), { minLength: 15, maxLength: 15 }),
        (middle, separators) => {
          const number = withCheckDigit(`4${middle}`);
          const spread = [...number].map((digit, index) => `${digit}${separators[index] ?? ''}`).join('');
          return containsCardNumber(spread);
        },
      ),
    );
  });

  it('are not found in UUIDs, which idempotency keys are, and still beside them', () => {
    const key = 'c3439494-8619-4321-b6fa-a290e7f8bbfc';
    expect(containsCardNumber('c3439494-8619-4321')).toBe(true);
    expect(containsCardNumber(key)).toBe(false);
    expect(containsCardNumber(`order ${key.toUpperCase()}`)).toBe(false);
    expect(containsCardNumber(`${key} 4242424242424242`)).toBe(true);
  });

  it('take linear time on long runs of digits', () => {
    const started = performance.now();
    containsCardNumber('4 '.repeat(500_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('trade item numbers', () => {
  it.each(['4006381333931', '96385074', '036000291452', '10614141000415'])(
    'are known by their check digit: %s',
    (text) => expect(isTradeItemNumber(text)).toBe(true),
  );
  it.each(['4006381333930', '4242424242424242', '4006 3813 33931', '', 4006381333931])('are not: %j', (value) =>
    expect(isTradeItemNumber(value)).toBe(false),
  );
});
