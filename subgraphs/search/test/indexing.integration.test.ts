import { type TestContext, testContext } from '@vitrina/platform/testing';
import {
  categoryChanged,
  inventoryOut,
  productCreated,
  productDeleted,
  productUpdated,
  shopUpdated,
} from '@vitrina/schema/events';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Services } from '../src/services.ts';
import { search } from '../src/subgraph.ts';
import { indexMarkedProducts } from '../src/usecases/index-products.ts';
import { rebuildIndex } from '../src/usecases/rebuild-index.ts';
import { catalogDouble } from './catalog-double.ts';
import { catalogDocument } from './documents.ts';

const catalog = catalogDouble();
const asking = 'query Ask($query: String!) { search(query: $query) { totalCount nodes { product { id } } } }';
const never = new AbortController().signal;

describe('the index', () => {
  let context: TestContext<Services>;
  beforeAll(async () => {
    context = await testContext<Services>(search, { internal: catalog.internal });
  });
  afterAll(() => context.close());
  beforeEach(async () => {
    catalog.whileAnswering(undefined);
    await context.runJobs();
  });

  const found = async (query: string): Promise<string[]> => {
    const { data, errors } = await context.ask<{ search: { nodes: { product: { id: string } }[] } }>(asking, { query });
    expect(errors).toBeUndefined();
    return data?.search.nodes.map(({ product }) => product.id) ?? [];
  };
  const event = (productId: string, aggregateVersion = 1) => ({
    aggregateId: productId,
    aggregateVersion,
    payload: { productId, shopId: 'shp_1' },
  });
  const documents = async () => (await context.services.engine.stats()).documents;
  const pending = async () =>
    (await context.database.orm.execute<{ count: number }>(sql`select count(*)::int as count from dirty_product`))[0]
      ?.count;

  it('sees a mark that is made in the instant in which the one before is settled', async () => {
    catalog.set(catalogDocument({ id: 'prd_instant', title: 'Copper kettle' }));
    await context.deliver(productCreated, event('prd_instant'));
    let marking: Promise<void> | undefined;
    catalog.whileAnswering(async () => {
      catalog.whileAnswering(undefined);
      catalog.set(catalogDocument({ id: 'prd_instant', title: 'Silver kettle', version: 2 }));
      await new Promise<void>((marked) => {
        marking = context.database.transaction(async (tx) => {
          await tx.execute(sql`update dirty_product set marks = marks + 1 where product_id = 'prd_instant'`);
          marked();
          // Long enough for the indexing to come to its end meanwhile.
          await new Promise((resolve) => setTimeout(resolve, 150));
        });
      });
    });
    await context.runJobs();
    await marking;
    expect(await found('silver')).toEqual(['prd_instant']);
    expect(await pending()).toBe(0);
  });

  it('holds a product once its event was worked on, and follows its changes', async () => {
    catalog.set(catalogDocument({ id: 'prd_1', title: 'Velvet sofa' }));
    await context.deliver(productCreated, event('prd_1'));
    expect(await found('velvet')).toEqual([]);
    await context.runJobs();
    expect(await found('velvet')).toEqual(['prd_1']);

    catalog.set(catalogDocument({ id: 'prd_1', title: 'Leather sofa', version: 2 }));
    await context.deliver(productUpdated, event('prd_1', 2));
    await context.runJobs();
    expect(await found('velvet')).toEqual([]);
    expect(await found('leather')).toEqual(['prd_1']);
  });

  it('takes one event twice as once, and events in any order', async () => {
    catalog.set(catalogDocument({ id: 'prd_2', title: 'Granite table', version: 3 }));
    const twice = { ...event('prd_2', 3), eventId: 'evt_twice' };
    await context.deliver(productUpdated, twice);
    await context.deliver(productUpdated, twice);
    await context.deliver(productCreated, event('prd_2', 1));
    await context.runJobs();
    expect(await found('granite')).toEqual(['prd_2']);
    expect(await pending()).toBe(0);
  });

  it('drops a product that is gone, even when an older update arrives after its end', async () => {
    catalog.set(catalogDocument({ id: 'prd_3', title: 'Bamboo shelf' }));
    await context.deliver(productCreated, event('prd_3'));
    await context.runJobs();
    catalog.delete('prd_3');
    await context.deliver(productDeleted, event('prd_3', 3));
    await context.deliver(productUpdated, event('prd_3', 2));
    await context.runJobs();
    expect(await found('bamboo')).toEqual([]);
  });

  it('forgets words that no product has any more, so that nothing is corrected to them', async () => {
    const rows = await context.database.orm.execute(sql`select 1 from term where word = 'bamboo' and documents > 0`);
    expect(rows).toHaveLength(0);
    await context.runSweep('forget-unused-terms');
    expect(await context.database.orm.execute(sql`select 1 from term where word = 'bamboo'`)).toHaveLength(0);
  });

  it('sees stock run out although the product keeps its version', async () => {
    const product = { id: 'prd_4', title: 'Marble lamp' };
    catalog.set(catalogDocument(product));
    await context.deliver(productCreated, event('prd_4'));
    await context.runJobs();
    catalog.set(catalogDocument({ ...product, inStock: false }));
    await context.deliver(inventoryOut, {
      aggregateId: 'var_4',
      aggregateVersion: 9,
      payload: { variantId: 'var_4', productId: 'prd_4', shopId: 'shp_1', available: 0 },
    });
    await context.runJobs();
    const { data } = await context.ask<{ search: { totalCount: number } }>(
      '{ search(query: "marble", filters: { inStock: false }) { totalCount } }',
    );
    expect(data?.search.totalCount).toBe(1);
  });

  it('works on a change again that arrives while the product is being read', async () => {
    catalog.set(catalogDocument({ id: 'prd_5', title: 'Before', version: 1 }));
    await context.deliver(productCreated, event('prd_5'));
    let arrived = false;
    catalog.whileAnswering(async () => {
      if (arrived) return;
      arrived = true;
      catalog.set(catalogDocument({ id: 'prd_5', title: 'Afterwards', version: 2 }));
      await context.deliver(productUpdated, event('prd_5', 2));
    });
    await context.runJobs();
    catalog.whileAnswering(undefined);
    await context.runSweep('index-forgotten-products');
    expect(await found('afterwards')).toEqual(['prd_5']);
    expect(await pending()).toBe(0);
  });

  it('keeps changes while the catalogue is away, and makes up for lost wakes', async () => {
    catalog.set(catalogDocument({ id: 'prd_6', title: 'Patient vase' }));
    await context.deliver(productCreated, event('prd_6'));
    catalog.failNext(1);
    await expect(context.runJobs()).rejects.toThrow();
    expect(await pending()).toBe(1);
    await context.runSweep('index-forgotten-products');
    expect(await found('patient')).toEqual(['prd_6']);
  });

  it('tells how far it is behind', async () => {
    catalog.set(catalogDocument({ id: 'prd_7', title: 'Late clock' }));
    await context.deliver(productCreated, event('prd_7'));
    context.clock.advance(7_000);
    const { readIndexStatus } = await import('../src/queries/index-status.ts');
    expect(await readIndexStatus(context.services)).toMatchObject({ indexLagSeconds: 7, pendingChanges: 1 });
    await context.runJobs();
    expect(await readIndexStatus(context.services)).toMatchObject({ indexLagSeconds: 0, pendingChanges: 0 });
  });

  it('indexes everything below a renamed category anew, page by page', async () => {
    const many = Array.from({ length: 30 }, (_, index) => `prd_c${String(index).padStart(2, '0')}`);
    catalog.set(...many.map((id) => catalogDocument({ id, title: 'Thing', categories: ['garden', 'tools'] })));
    for (const id of many) await context.deliver(productCreated, event(id));
    await context.runJobs();
    catalog.set(
      ...many.map((id) => {
        const product = catalogDocument({ id, title: 'Thing', categories: ['garden', 'tools'] });
        const names = [{ locale: 'en', text: 'Orchard' }];
        return { ...product, categories: product.categories.map((category) => ({ ...category, names })) };
      }),
    );
    await context.deliver(categoryChanged, {
      aggregateId: 'cat_garden',
      aggregateVersion: 2,
      payload: { categoryId: 'cat_garden', change: 'renamed' },
    });
    await context.runJobs();
    expect(await found('orchard')).toHaveLength(24);
    expect(await found('garden')).toEqual([]);
  });

  it('hides a closed shop’s goods at once, ignores older news of it, and shows them again', async () => {
    catalog.set(catalogDocument({ id: 'prd_8', title: 'Copper kettle', shopId: 'shp_8' }));
    await context.deliver(productCreated, event('prd_8'));
    await context.runJobs();
    const news = (status: 'active' | 'closed', version: number) =>
      context.deliver(shopUpdated, {
        aggregateId: 'shp_8',
        aggregateVersion: version,
        payload: { shopId: 'shp_8', slug: 'eight', name: 'Eight', status },
      });
    await news('closed', 3);
    expect(await found('copper')).toEqual([]);
    await news('active', 2);
    expect(await found('copper')).toEqual([]);
    await news('active', 4);
    expect(await found('copper')).toEqual(['prd_8']);
  });

  it('finds goods of a shop that opened again although they fell out meanwhile', async () => {
    await context.services.engine.remove(['prd_8']);
    expect(await found('copper')).toEqual([]);
    context.clock.advance(5_000);
    await context.runSweep('reconcile-index');
    expect(await found('copper')).toEqual(['prd_8']);
  });

  it('repairs planted drift: a lost product, a superfluous one and a stale one', async () => {
    await context.services.engine.remove(['prd_1']);
    await context.services.engine.put([
      (await import('./documents.ts')).indexDocument({ id: 'prd_ghost', title: 'Ghost' }),
    ]);
    await context.database.orm.execute(
      sql`update document set digest = 'planted', in_stock = false where product_id = 'prd_2'`,
    );
    context.clock.advance(61 * 60 * 1000);
    await context.runSweep('reconcile-index');
    expect(await found('leather')).toEqual(['prd_1']);
    expect(await found('ghost')).toEqual([]);
    const rows = await context.database.orm.execute(
      sql`select 1 from document where product_id = 'prd_2' and in_stock`,
    );
    expect(rows).toHaveLength(1);
  });

  it('does not compare again before it is due', async () => {
    await context.services.engine.remove(['prd_1']);
    await context.runSweep('reconcile-index');
    expect(await found('leather')).toEqual([]);
    context.clock.advance(61 * 60 * 1000);
    await context.runSweep('reconcile-index');
    expect(await found('leather')).toEqual(['prd_1']);
  });

  describe('built anew', () => {
    const rebuild = '{ rebuildSearchIndex { index { building } userErrors { code } } }';
    const asAdmin = async () => (await import('@vitrina/platform/testing')).asUser('usr_admin', { scopes: ['admin'] });

    it('holds what the catalogue holds, and answers meanwhile', async () => {
      const before = await documents();
      await context.database.orm.execute(sql`update document set titles = '{"en": "Wrong"}'`);
      const { data } = await context.ask(`mutation ${rebuild}`, {}, { as: await asAdmin() });
      expect(data).toMatchObject({ rebuildSearchIndex: { index: { building: true }, userErrors: [] } });
      expect(await found('leather')).toEqual(['prd_1']);
      await context.runJobs();
      expect(await documents()).toBe(before);
      const rows = await context.database.orm.execute(sql`select 1 from document where titles->>'en' = 'Wrong'`);
      expect(rows).toHaveLength(0);
    });

    it('has what changed, came and went while its pages were read', async () => {
      await context.ask(`mutation ${rebuild}`, {}, { as: await asAdmin() });
      let arrived = false;
      catalog.whileAnswering(async () => {
        if (arrived) return;
        arrived = true;
        catalog.delete('prd_2');
        catalog.set(
          catalogDocument({ id: 'prd_1', title: 'Woollen sofa', version: 9 }),
          catalogDocument({ id: 'prd_0', title: 'Newcomer' }),
        );
        await context.deliver(productDeleted, event('prd_2', 9));
        await context.deliver(productUpdated, event('prd_1', 9));
        await context.deliver(productCreated, event('prd_0'));
        await indexMarkedProducts(context.services, never);
      });
      await context.runJobs();
      catalog.whileAnswering(undefined);
      await context.runSweep('index-forgotten-products');
      expect(await found('woollen')).toEqual(['prd_1']);
      expect(await found('newcomer')).toEqual(['prd_0']);
      expect(await found('granite')).toEqual([]);
    });

    it('is gone on with by another worker when the first one died', async () => {
      await context.ask(`mutation ${rebuild}`, {}, { as: await asAdmin() });
      catalog.failNext(1);
      await expect(context.runJobs()).rejects.toThrow();
      expect(await rebuildIndex(context.services, never)).toBe(false);
      context.clock.advance(31_000);
      await context.runSweep('continue-rebuild');
      expect((await context.services.engine.stats()).building).toBe(false);
      expect(await found('woollen')).toEqual(['prd_1']);
    });

    it('is asked for by admins only', async () => {
      const { errors } = await context.ask(`mutation ${rebuild}`);
      expect(errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    });
  });
});
