import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText, tidy } from './index.ts';

const rule = { field: ['name'], min: 1, max: 5 };

describe('tidying a text', () => {
  it.each([
    ['runs of white space become one space', ' a \t\u00a0 b\n', 'a b'],
    ['NUL and control characters go', 'a\u0000b\u0007', 'ab'],
    ['halves of characters go, whole ones stay', '\ud83d👍\ude00', '👍'],
    ['marks that turn the reading direction go', 'abc\u202egpj.exe\u2066', 'abcgpj.exe'],
    ['letters are composed', 'e\u0301', 'é'],
    ['joined emoji stay joined', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%s', (_what, given, wanted) => expect(tidy(given)).toBe(wanted));

  it('changes nothing the second time, whatever was typed', () => {
    const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
    fc.assert(
      fc.property(anything, (value) => {
        expect(tidy(tidy(value))).toBe(tidy(value));
      }),
    );
  });
});

describe('reading a text field', () => {
  it('counts characters as people do, after tidying', () => {
    expect(readText('  👍👍👍👍👍  ', rule)).toEqual({ ok: true, value: '👍👍👍👍👍' });
  });

  it('refuses one that is empty once the invisible is gone, and says where', () => {
    expect(readText(' \u202e\u0000 ', rule)).toMatchObject({
      ok: false,
      refusals: [{ code: 'TEXT_REQUIRED', field: ['name'] }],
    });
  });

  it('refuses one that is too long, with both lengths', () => {
    const refused = readText('abcdef', rule);
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'TEXT_TOO_LONG' }] });
    expect(JSON.stringify(refused)).toMatch(/6 characters long; use at most 5/);
  });

  it('keeps lines where they are wanted, with at most one empty one between them', () => {
    const text = ' first \r\n\n\n\n second\rthird ';
    expect(readText(text, { ...rule, max: 50, lines: true })).toEqual({ ok: true, value: 'first\n\nsecond\nthird' });
    expect(readText(text, { ...rule, max: 50 })).toEqual({ ok: true, value: 'first second third' });
  });
});
