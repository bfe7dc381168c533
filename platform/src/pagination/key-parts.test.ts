import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { newId } from '../ids/index.ts';
import { encodeCursor, idPart, integerPart, readPage, type TimeKey, textPart, timeKeyParts } from './index.ts';

const cursorOf = (...key: readonly unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
const byTime = (after: string) => readPage<TimeKey>({ after }, timeKeyParts).cursor;
const noon = '2026-01-15T12:00:00.000Z';

describe('a cursor of a list sorted by time', () => {
  it('gives the instant and the text it was made of', () => {
    expect(byTime(encodeCursor([noon, 'msg_1']))).toEqual([new Date(noon), 'msg_1']);
  });

  it.each([
    ['an instant that is none', ['yesterday', 'x']],
    ['a number for an instant', [7, 'x']],
    ['null for an instant', [null, 'x']],
    ['a year only the runtime writes', ['+099999-01-01T00:00:00.000Z', 'x']],
    ['a year before our era', ['-000001-01-01T00:00:00.000Z', 'x']],
    ['null for the text', [noon, null]],
    ['a number for the text', [noon, 7]],
    ['one part too many', [noon, 'x', 'y']],
    ['one part too few', [noon]],
  ])('is refused with %s', (_what, key) => {
    expect(() => byTime(cursorOf(...key))).toThrow(/not a cursor of this list/);
  });

  it('names the argument it came in', () => {
    const given = cursorOf('yesterday', 'x');
    for (const [args, field] of [
      [{ first: 1, after: given }, 'after'],
      [{ last: 1, before: given }, 'before'],
    ] as const) {
      const refused = () => readPage<TimeKey>(args, timeKeyParts);
      expect(refused).toThrow(AppError);
      expect(refused).toThrow(expect.objectContaining({ details: expect.objectContaining({ field: [field] }) }));
    }
  });

  it('may name a place no row has, without anything Postgres would not take', () => {
    expect(byTime(cursorOf(noon, 'nul\u0000'))).toEqual([new Date(noon), 'nul\ufffd']);
  });
});

describe('parts of a key', () => {
  it('are whole numbers a column holds', () => {
    expect([0, -5, 2_147_483_647].map(integerPart)).toEqual([0, -5, 2_147_483_647]);
    expect(['1', 0.5, 2 ** 31, 1e300, null, Number.NaN].map(integerPart)).toEqual(Array(6).fill(undefined));
  });

  it('are identifiers of one kind', () => {
    const id = newId('prd');
    expect(idPart('prd')(id)).toBe(id);
    expect([newId('var'), 'prd_nonsense', 7, null].map(idPart('prd'))).toEqual(Array(4).fill(undefined));
  });

  it('are texts, also empty ones, which are no missing part', () => {
    expect(readPage<readonly [string]>({ after: encodeCursor(['']) }, [textPart]).cursor).toEqual(['']);
    expect([7, null].map(textPart)).toEqual([undefined, undefined]);
  });
});
