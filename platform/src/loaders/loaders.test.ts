import { expect, it } from 'vitest';
import { createLoaders, type LoaderDefinition } from './index.ts';

interface Row {
  readonly id: string;
  readonly group: string;
}

it('asks once for what one request wants, and puts rows back in place', async () => {
  const asked: (readonly string[])[] = [];
  const byId: LoaderDefinition<Row[], string, Row> = {
    load: async (rows, keys) => {
      asked.push(keys);
      return rows.filter((row) => keys.includes(row.id)).reverse();
    },
    keyOf: (row) => row.id,
  };
  const loaders = createLoaders([
    { id: 'a', group: 'x' },
    { id: 'b', group: 'x' },
  ]);
  const found = await Promise.all(['b', 'missing', 'a', 'b'].map((id) => loaders.one(byId).load(id)));
  expect(found.map((row) => row?.id ?? null)).toEqual(['b', null, 'a', 'b']);
  expect(asked).toEqual([['b', 'missing', 'a']]);
});

it('keeps all rows of a key, and remembers nothing across requests', async () => {
  let calls = 0;
  const byGroup: LoaderDefinition<Row[], string, Row> = {
    load: async (rows) => {
      calls += 1;
      return rows;
    },
    keyOf: (row) => row.group,
  };
  const rows = [
    { id: 'a', group: 'x' },
    { id: 'b', group: 'x' },
  ];
  expect(await createLoaders(rows).many(byGroup).load('x')).toEqual(rows);
  expect(await createLoaders(rows).many(byGroup).load('none')).toEqual([]);
  expect(calls).toBe(2);
});
