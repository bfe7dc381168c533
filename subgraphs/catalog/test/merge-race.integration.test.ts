import { shopUpdated } from '@vitrina/schema/events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dissolve, findCategory, lockTree } from '../src/store/category.store.ts';
import { editor, type Market, openMarket, productInput, shopId } from './market.ts';

describe('a category that is dissolved while its goods are written', () => {
  let market: Market;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  const input = (n: number, categoryId: string) =>
    productInput(categoryId, { externalId: `race-${n}`, variants: [{ sku: `RACE-${n}`, priceMinor: '5' }] });
  const setAll = (numbers: readonly number[], categoryId: string) =>
    market.answer<{ productsSet: { rows: { change: string }[] } }>(
      'mutation ($input: ProductsSetInput!) { productsSet(input: $input) { rows { change } } }',
      { input: { shopId, products: numbers.map((n) => input(n, categoryId)) } },
      { as: editor },
    );
  const archive = (productId: string) =>
    market.answer<{ archiveProduct: { product: { status: string } } }>(
      'mutation ($input: ArchiveProductInput!) { archiveProduct(input: $input) { product { status } } }',
      { input: { productId } },
      { as: editor },
    );

  const setShop = (status: 'ACTIVE' | 'CLOSED') => {
    market.shops[shopId] = { status, lowStockThreshold: 3 };
    const payload = { shopId, slug: 'one', name: 'One', status: status === 'ACTIVE' ? 'active' : 'closed' } as const;
    return market.deliver(shopUpdated, { aggregateId: shopId, aggregateVersion: 2, payload });
  };

  type Moment = 'has begun' | 'is about to end';
  /** What a merge does, slow enough for `work` to come into its midst. */
  const mergeSlowly = async (
    [sourceId, targetId]: readonly [string, string],
    moment: Moment,
    work: () => Promise<unknown>,
  ): Promise<void> => {
    let meanwhile: Promise<unknown> | undefined;
    const beginAt = async (now: Moment): Promise<void> => {
      if (now !== moment) return;
      meanwhile = work();
      // Its failure is looked at below.
      meanwhile.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 150));
    };
    await market.database.transaction(async (tx) => {
      await lockTree(tx);
      const [source, target] = [await findCategory(tx, sourceId), await findCategory(tx, targetId)];
      if (!source || !target) throw new Error('Both categories are there.');
      await tx.execute(sql`select 1 from category where id = ${sourceId} for update`);
      await beginAt('has begun');
      await dissolve(tx, source, target, market.clock.now());
      await beginAt('is about to end');
    });
    await meanwhile;
  };
  const countsOf = async (ids: readonly string[]) => {
    const rows = await market.database.orm.execute<{ counted: number; there: number }>(sql`
      select active_products + coalesce((select sum(delta)::int from category_count_change where category_id = category.id), 0) as counted,
             (select count(*)::int from product where category_id = category.id and status = 'ACTIVE') as there
      from category where id = any(${sql.param(ids)}::text[]) order by id`);
    return { counted: rows.map(({ counted }) => counted), there: rows.map(({ there }) => there) };
  };

  const works: readonly [string, number, (ids: readonly string[], other: string) => Promise<unknown>][] = [
    ['are taken off sale', 2, ([first = '']) => archive(first)],
    ['are moved elsewhere', 3, (_ids, other) => setAll([0, 1, 2], other)],
    ['are not shown any more, their shop being closed,', 0, () => setShop('CLOSED')],
  ];
  const moments: readonly Moment[] = ['has begun', 'is about to end'];

  it.each(moments.flatMap((moment) => works.map(([what, left, work]) => [what, left, moment, work] as const)))(
    'counts goods that %s once: %i of three, while the merge %s',
    async (_what, left, moment, work) => {
      const [source, target, other] = (await Promise.all(
        ['Source', 'Target', 'Other'].map((name) => market.category(name)),
      )) as [string, string, string];
      await setAll([0, 1, 2], source);
      const rows = await market.database.orm.execute<{ id: string }>(
        sql`select id from product where category_id = ${source} order by id`,
      );
      const ids = rows.map(({ id }) => id);
      await mergeSlowly([source, target], moment, () => work(ids, other));
      const { counted, there } = await countsOf([target, other]);
      expect(counted.reduce((sum, count) => sum + count, 0)).toBe(left);
      if (left > 0) expect(counted).toEqual(there);
      await setShop('ACTIVE');
      const reopened = await countsOf([target, other]);
      expect(reopened.counted).toEqual(reopened.there);
    },
  );
});
