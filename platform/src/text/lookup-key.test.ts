import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lookupKey } from './index.ts';

it('leaves what Postgres takes as it is, in any script', () => {
  for (const value of [
    '',
    'shp_01h455vb4pex5vsknk084sn02q',
    ' Zoë',
    'Ёлка',
    '👩‍👩‍👧',
    '\u202eabc',
    "'; drop table shop",
  ]) {
    expect(lookupKey(value)).toBe(value);
  }
});

it('replaces NUL and halves of characters, each by one U+FFFD', () => {
  expect(lookupKey('a\u0000b')).toBe('a\ufffdb');
  expect(lookupKey('\ud83d')).toBe('\ufffd');
  expect(lookupKey('\ude00\ud83d')).toBe('\ufffd\ufffd');
});

it('gives well-formed text without NUL of the same length for anything', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
      (value) => {
        const key = lookupKey(value);
        expect(key).toHaveLength(value.length);
        expect(key).not.toContain('\u0000');
        expect(Buffer.from(key, 'utf8').toString('utf8')).toBe(key);
      },
    ),
  );
});
