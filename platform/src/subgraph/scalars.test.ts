import fc from 'fast-check';
import { parseValue } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { kitScalars } from './scalars.ts';

const read = (scalar: string, value: unknown): unknown => {
  try {
    return kitScalars[scalar]?.parseValue(value);
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};
const written = (scalar: string, literal: string): unknown => kitScalars[scalar]?.parseLiteral(parseValue(literal));
const refused = 'BAD_USER_INPUT';

describe('a BigInt', () => {
  it('is a whole number of any size as text, or a safe number', () => {
    expect(['0', '-1250', '9223372036854775808', 12].map((value) => read('BigInt', value))).toEqual([
      0n,
      -1_250n,
      9_223_372_036_854_775_808n,
      12n,
    ]);
    expect([written('BigInt', '"7"'), written('BigInt', '7')]).toEqual([7n, 7n]);
  });

  it.each(['9'.repeat(41), '1.5', '', ' 1', '0x1', 1.5, 2 ** 53, null, true, {}])('is not %s', (value) =>
    expect(read('BigInt', value)).toBe(refused),
  );

  it('comes back as it went out', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (value) => {
        expect(read('BigInt', kitScalars['BigInt']?.serialize(value))).toBe(value);
      }),
    );
  });
});

describe('a DateTime', () => {
  it('is an instant with an offset', () => {
    for (const text of ['2026-01-15T12:00Z', '2026-01-15T15:00:00+03:00', '2026-01-15T12:00:00.000Z'])
      expect(read('DateTime', text)).toEqual(new Date('2026-01-15T12:00:00Z'));
    expect(read('DateTime', '2028-02-29T00:00:00Z')).toEqual(new Date('2028-02-29T00:00:00Z'));
  });

  it.each([
    '2026-02-29T00:00:00Z',
    '2026-04-31T10:00:00+02:00',
    '2026-13-01T00:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T00:00:00+99:99',
    '2026-01-01T00:00:00',
    '2026-01-01',
    '0000-06-01T00:00:00Z',
    '0001-01-01T00:00:00+14:00',
    '9999-12-31T23:59:00-14:00',
    1_700_000_000,
    null,
  ])('is not %s', (value) => expect(read('DateTime', value)).toBe(refused));

  it('comes back as it went out', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true }),
        (instant) => {
          expect(read('DateTime', kitScalars['DateTime']?.serialize(instant))).toEqual(instant);
        },
      ),
    );
  });
});

describe('codes', () => {
  it.each([
    ['CurrencyCode', ['EUR', 'JPY'], ['eur', 'ZZZ', '', 978]],
    ['Locale', ['ru', 'en-GB', 'zh-Hant-TW'], ['', 'e', 'not a tag', 'x'.repeat(36), 1]],
    ['CountryCode', ['DE', 'GB'], ['de', 'DEU', '', 49]],
  ])('of %s are read as they stand', (scalar, good, bad) => {
    expect(good.map((value) => read(scalar, value))).toEqual(good);
    expect(bad.map((value) => read(scalar, value))).toEqual(bad.map(() => refused));
    expect(kitScalars[scalar]?.serialize(good[0])).toBe(good[0]);
  });
});
