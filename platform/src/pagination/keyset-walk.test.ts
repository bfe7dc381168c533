import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../errors/index.ts';
import { type Connection, encodeCursor, type PageArgs, readPage, toConnection } from './index.ts';

/** A row of a list ordered by a name, then by id: names repeat, and some rows have none. */
interface Row {
  readonly name: string | null;
  readonly id: number;
}
type Key = [string | null, number];

const keyOf = ({ name, id }: Row): Key => [name, id];
/** Rows without a name come last, as with PostgreSQL's `nulls last`. */
const compareKeys = ([leftName, left]: Key, [rightName, right]: Key): number => {
  if (leftName === rightName) return left - right;
  if (leftName === null) return 1;
  if (rightName === null) return -1;
  return leftName < rightName ? -1 : 1;
};

/** What a store does with a page: a comparison with the cursor, an order, and one row more than was asked for. */
const listOf = (table: readonly Row[]) => {
  const sorted = [...table].sort((left, right) => compareKeys(keyOf(left), keyOf(right)));
  return (args: PageArgs): Connection<Row> => {
    const page = readPage<Key>(args, 2);
    const { cursor, direction, limit } = page;
    const sign = direction === 'forward' ? 1 : -1;
    const rows = (direction === 'forward' ? sorted : sorted.toReversed()).filter(
      (row) => cursor === undefined || compareKeys(keyOf(row), cursor) * sign > 0,
    );
    return toConnection(rows.slice(0, limit + 1), page, keyOf);
  };
};

const walk = (list: (args: PageArgs) => Connection<Row>, size: number, direction: 'forward' | 'backward'): Row[] => {
  const seen: Row[] = [];
  let cursor: string | null = null;
  for (;;) {
    const args: PageArgs = direction === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor };
    const { nodes, pageInfo } = list(args);
    if (direction === 'forward') seen.push(...nodes);
    else seen.unshift(...nodes);
    if (!(direction === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) return seen;
    cursor = direction === 'forward' ? pageInfo.endCursor : pageInfo.startCursor;
  }
};

const names = fc.option(fc.constantFrom('', 'a', 'Ёлка', '👍', '"},{', 'null'), { nil: null });
const tables = fc
  .array(names, { maxLength: 40 })
  .map((given) => given.map((name, id): Row => ({ name, id: id * 1_000_003 })));

describe('a list read page by page', () => {
  it('gives every row once and in order, forward and backward, whatever the size of the pages', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 100 }), (table, size) => {
        const list = listOf(table);
        const whole = [...table].sort((left, right) => compareKeys(keyOf(left), keyOf(right)));
        expect(walk(list, size, 'forward')).toEqual(whole);
        expect(walk(list, size, 'backward')).toEqual(whole);
      }),
    );
  });

  it('continues from the cursor of any row, in either direction, without that row', () => {
    const table = ['a', 'b', 'b', null].map((name, id): Row => ({ name, id }));
    const list = listOf(table);
    for (const [index, edge] of list({ first: 10 }).edges.entries()) {
      expect(list({ first: 10, after: edge.cursor }).nodes).toEqual(table.slice(index + 1));
      expect(list({ last: 10, before: edge.cursor }).nodes).toEqual(table.slice(0, index));
    }
  });

  it('says of a page in the middle that there is more on both sides, and of the ends that there is not', () => {
    const list = listOf(['a', 'b', 'c', 'd'].map((name, id): Row => ({ name, id })));
    const sidesOf = ({ pageInfo: { hasPreviousPage, hasNextPage } }: Connection<Row>) => [hasPreviousPage, hasNextPage];
    const [first, , , last] = list({ first: 4 }).edges.map(({ cursor }) => cursor);
    expect(sidesOf(list({ first: 2, after: first }))).toEqual([true, true]);
    expect(sidesOf(list({ last: 2, before: last }))).toEqual([true, true]);
    expect(sidesOf(list({ first: 2 }))).toEqual([false, true]);
    expect(sidesOf(list({ last: 2 }))).toEqual([true, false]);
    expect(sidesOf(list({ first: 3, after: first }))).toEqual([true, false]);
    expect(sidesOf(list({ last: 3, before: last }))).toEqual([false, true]);
  });

  it('says whether there is more when nothing was asked for', () => {
    const list = listOf([{ name: 'a', id: 1 }]);
    expect(list({ first: 0 })).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
    expect(listOf([])({ first: 0 }).pageInfo.hasNextPage).toBe(false);
  });

  it('takes the largest page and the smallest, and says which argument is outside', () => {
    const fieldOf = (args: PageArgs) => {
      try {
        return readPage(args, 1).limit;
      } catch (error) {
        return error instanceof AppError ? error.details.field : error;
      }
    };
    expect([{ first: 100 }, { last: 100 }, { first: 0 }, { first: null, last: null }].map(fieldOf)).toEqual([
      100, 100, 0, 20,
    ]);
    expect([{ first: 101 }, { last: 101 }, { first: -1 }, { first: 0, last: 0 }].map(fieldOf)).toEqual([
      ['first'],
      ['last'],
      ['first'],
      ['first'],
    ]);
    expect(fieldOf({ last: 1, before: 'x' })).toEqual(['before']);
    expect(fieldOf({ first: 1, after: 'x' })).toEqual(['after']);
  });

  it.each([
    ['of a list with a shorter key', encodeCursor(['a'])],
    ['of a list with a longer key', encodeCursor(['a', 1, 2])],
    ['with a list in it', Buffer.from('[["a"],1]').toString('base64url')],
    ['with an object in it', Buffer.from('[{"$gt":""},1]').toString('base64url')],
    ['with true in it', Buffer.from('[true,1]').toString('base64url')],
    ['that is a number', Buffer.from('12').toString('base64url')],
    ['that is null', Buffer.from('null').toString('base64url')],
    ['that is cut', encodeCursor(['a', 1]).slice(0, 4)],
  ])('refuses a cursor %s', (_what, after) => {
    expect(() => readPage({ first: 1, after }, 2)).toThrow(/not a cursor of this list/);
  });

  it('looks at the cursor of its own direction alone', () => {
    expect(readPage({ first: 2, before: 'not a cursor' }, 1).cursor).toBeUndefined();
    expect(readPage({ last: 2, after: 'not a cursor' }, 1).cursor).toBeUndefined();
  });

  it('counts when it was told how, and says nothing otherwise', async () => {
    const page = readPage<[number]>({ first: 1 }, 1);
    expect(toConnection([1], page, (row) => [row]).totalCount).toBeNull();
    expect(toConnection([1], page, (row) => [row], 0).totalCount).toBe(0);
  });
});
