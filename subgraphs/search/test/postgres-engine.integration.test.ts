import { testDatabase } from '@vitrina/platform/testing';
import { expect, it } from 'vitest';
import type { PageRequest } from '../src/engine/contract.ts';
import { createPostgresEngine } from '../src/engine/postgres/postgres-engine.ts';
import { indexDocument } from './documents.ts';
import { describeEngine } from './engine-contract.ts';

const migrations = new URL('../migrations/', import.meta.url);

const open = async () => {
  const db = await testDatabase({ migrations });
  return { engine: createPostgresEngine(db.database), close: () => db.drop() };
};

describeEngine('on Postgres', open);

it('ranks and counts a sample when very many goods match, and is near the truth', async () => {
  const { engine, close } = await open();
  const id = (index: number) => `prd_${String(index).padStart(6, '0')}`;
  for (let start = 0; start < 20_000; start += 2_500) {
    const batch = Array.from({ length: 2_500 }, (_, index) => start + index);
    await engine.put(
      batch.map((index) => indexDocument({ id: id(index), title: `Lamp ${index}`, inStock: index % 4 > 0 })),
    );
  }
  const request: PageRequest = {
    wanted: { text: 'lamp', groups: [['lamp']], code: undefined },
    filters: {},
    match: 'all',
    closedShopIds: [],
    excludedIds: [],
    sort: 'RELEVANCE',
    offset: 0,
    limit: 100,
  };
  const page = await engine.search(request);
  expect(Math.abs(page.total - 20_000)).toBeLessThan(2_000);
  expect(page.hits).toHaveLength(100);
  expect(await engine.search(request)).toEqual(page);
  const { availability } = await engine.count(request);
  const inStock = availability.find(({ value }) => value === 'true')?.count ?? 0;
  expect(inStock).toBeGreaterThan(13_000);
  expect(inStock).toBeLessThan(17_000);
  await close();
});

it('answers searches all the time while an index is swapped in', async () => {
  const db = await testDatabase({ migrations });
  const engine = createPostgresEngine(db.database);
  const other = createPostgresEngine(db.connectAgain(4));
  await engine.put([indexDocument({ id: 'prd_a', title: 'Lamp' })]);
  let swapping = true;
  let searches = 0;
  const searching = (async () => {
    while (swapping) {
      const { total } = await other.search({
        wanted: { text: 'lamp', groups: [['lamp']], code: undefined },
        filters: {},
        match: 'all',
        closedShopIds: [],
        excludedIds: [],
        sort: 'RELEVANCE',
        offset: 0,
        limit: 10,
      });
      expect(total).toBe(1);
      searches += 1;
    }
  })();
  const writing = (async () => {
    for (let version = 2; swapping; version += 1)
      await other.put([indexDocument({ id: 'prd_a', title: 'Lamp', version })]);
  })();
  for (let round = 0; round < 5; round += 1) {
    await engine.startBuild();
    await engine.fill([indexDocument({ id: 'prd_a', title: 'Lamp' })]);
    await engine.swap();
  }
  swapping = false;
  await Promise.all([searching, writing]);
  expect(searches).toBeGreaterThan(0);
  await db.drop();
});

it('answers alike whether it measures first or counts by the way, because few are expected', async () => {
  const { engine, close } = await open();
  const titles = ['Red lamp', 'Blue lamp', 'Lamp of glass', 'Red chair', 'Glass of water'];
  await engine.put(titles.map((title, index) => indexDocument({ id: `prd_${index}`, title, priceMinor: 100 * index })));
  const request: PageRequest = {
    wanted: { text: 'lamp', groups: [['lamp']], code: undefined },
    filters: {},
    match: 'all',
    closedShopIds: [],
    excludedIds: [],
    sort: 'RELEVANCE',
    offset: 0,
    limit: 2,
  };
  const everything = { text: '', groups: [], code: undefined };
  const most = { wanted: { text: '', groups: [['red'], ['lamp']], code: undefined }, match: 'most' } as const;
  const ways: Partial<PageRequest>[] = [
    {},
    { offset: 2 },
    { offset: 50 },
    { limit: 0 },
    { sort: 'PRICE_DESC' },
    { sort: 'NEWEST', offset: 9 },
    { wanted: { text: 'nothing', groups: [['nothing']], code: undefined } },
    { wanted: everything },
    { filters: { price: { currency: 'EUR', minMinor: 100n } } },
    most,
  ];
  for (const way of ways) {
    const measured = await engine.search({ ...request, ...way });
    expect(await engine.search({ ...request, ...way, expected: 3 }), JSON.stringify(Object.keys(way))).toEqual(
      measured,
    );
    const counted = await engine.count({ ...request, ...way });
    expect(await engine.count({ ...request, ...way, expected: 3 })).toEqual(counted);
  }
  await close();
});
