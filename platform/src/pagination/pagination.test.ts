import { describe, expect, it } from 'vitest';
import { encodeCursor, type Page, readPage, toConnection } from './index.ts';

const keyOf = (row: number) => [row] as const;
const page = (args: Parameters<typeof readPage>[0]): Page<[number]> => readPage<[number]>(args, 1);

describe('readPage', () => {
  it('gives the first 20 when nothing is asked for', () => {
    expect(page({})).toEqual({ limit: 20, direction: 'forward', cursor: undefined });
  });

  it('refuses both directions, sizes outside 0 to 100 and cursors of other lists', () => {
    expect(() => page({ first: 1, last: 1 })).toThrow(/not both/);
    expect(() => page({ first: 101 })).toThrow(/between 0 and 100/);
    expect(() => page({ last: -1 })).toThrow(/between 0 and 100/);
    for (const after of [
      '',
      '!!!',
      encodeCursor([1, 2]),
      Buffer.from('{"a":1}').toString('base64url'),
      Buffer.from('[{}]').toString('base64url'),
    ]) {
      expect(() => page({ after })).toThrow(/not a cursor/);
    }
  });

  it('gives back the key a cursor was made of', () => {
    expect(page({ first: 2, after: encodeCursor([7]) }).cursor).toEqual([7]);
  });
});

describe('toConnection', () => {
  it('tells whether there is more without counting', () => {
    const connection = toConnection([1, 2, 3], page({ first: 2 }), keyOf);
    expect(connection.nodes).toEqual([1, 2]);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  it('turns a backward page round', () => {
    const connection = toConnection([9, 8, 7], page({ last: 2, before: encodeCursor([10]) }), keyOf);
    expect(connection.nodes).toEqual([8, 9]);
    expect(connection.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  it('has no cursors when it is empty', () => {
    expect(toConnection([], page({}), keyOf).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});
