import { type TestContext, testContext } from '@vitrina/platform/testing';
import { productUpdated } from '@vitrina/schema/events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Services } from '../src/services.ts';
import { claimDirty, markCategory, markDirty, settleDirty } from '../src/store/dirty-products.ts';
import { search } from '../src/subgraph.ts';
import { indexMarkedProducts } from '../src/usecases/index-products.ts';
import { catalogDouble } from './catalog-double.ts';
import { catalogDocument } from './documents.ts';

const idOf = (index: number) => `prd_${String(index).padStart(5, '0')}`;
const ids = Array.from({ length: 2_600 }, (_, index) => idOf(index));
const signal = new AbortController().signal;

describe('several workers', () => {
  let context: TestContext<Services>;
  let asked: string[] = [];
  const catalog = catalogDouble(ids.map((id) => catalogDocument({ id, title: 'Thing', categories: ['all'] })));
  beforeAll(async () => {
    const { SearchDocuments, SearchDocumentPage } = catalog.internal.catalog;
    context = await testContext<Services>(search, {
      internal: {
        catalog: {
          SearchDocumentPage,
          SearchDocuments: (variables: { ids: readonly string[] }) => {
            asked.push(...variables.ids);
            return SearchDocuments(variables);
          },
        },
      },
    });
  });
  afterAll(() => context.close());
  const orm = () => context.database.orm;
  const now = () => context.clock.now();

  it('share the work: every product is read once', async () => {
    await markDirty(orm(), ids, now());
    const done = await Promise.all([1, 2, 3].map(() => indexMarkedProducts(context.services, signal)));
    expect(done.reduce((sum, count) => sum + count, 0)).toBe(ids.length);
    expect(asked).toHaveLength(ids.length);
    expect((await context.services.engine.stats()).documents).toBe(ids.length);
  });

  it('count words exactly, whoever indexed them', async () => {
    await markDirty(orm(), ids, now());
    await Promise.all([1, 2].map(() => indexMarkedProducts(context.services, signal)));
    const [row] = await orm().execute<{ documents: number }>(sql`select documents from term where word = 'thing'`);
    expect(row?.documents).toBe(ids.length);
  });

  it('never take what another one has in hand, until its lease is over', async () => {
    await markDirty(orm(), [idOf(1)], now());
    expect(await claimDirty(orm(), now())).toHaveLength(1);
    expect(await claimDirty(orm(), now())).toHaveLength(0);
    context.clock.advance(31_000);
    const claims = await claimDirty(orm(), now());
    expect(claims).toHaveLength(1);
    await context.database.transaction((tx) => settleDirty(tx, claims));
    context.clock.advance(31_000);
    expect(await claimDirty(orm(), now())).toHaveLength(0);
  });

  it('do not forget a change that was marked after they took the product', async () => {
    await markDirty(orm(), [idOf(2)], now());
    const claims = await claimDirty(orm(), now());
    await markDirty(orm(), [idOf(2)], now());
    await context.database.transaction((tx) => settleDirty(tx, claims));
    expect(await claimDirty(orm(), now())).toMatchObject([{ productId: idOf(2) }]);
    context.clock.advance(31_000);
    await indexMarkedProducts(context.services, signal);
  });

  it('mark a category of more goods than one page holds, all of them', async () => {
    asked = [];
    await markCategory(orm(), 'cat_all', now());
    await Promise.all([1, 2].map(() => indexMarkedProducts(context.services, signal)));
    await indexMarkedProducts(context.services, signal);
    expect(new Set(asked).size).toBe(ids.length);
  });

  it('are woken by the first change only: the others find somebody awake', async () => {
    for (const id of ids.slice(0, 20))
      await context.deliver(productUpdated, {
        aggregateId: id,
        aggregateVersion: 2,
        payload: { productId: id, shopId: 'shp_1' },
      });
    expect(await context.runJobs()).toBe(1);
    expect(await claimDirty(orm(), now())).toHaveLength(0);
  });

  it('stop when they are asked to', async () => {
    await markDirty(orm(), ids, now());
    expect(await indexMarkedProducts(context.services, AbortSignal.abort())).toBe(0);
    expect(await indexMarkedProducts(context.services, signal)).toBe(ids.length);
  });
});
