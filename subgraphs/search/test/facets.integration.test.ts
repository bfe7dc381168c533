import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goods, openRealGoods, type RealGoods } from './real-goods.ts';

describe('narrowing real goods', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  describe('facets', () => {
    const facets = `query Facets($filters: SearchFiltersInput) { search(query: "", filters: $filters) { totalCount facets {
      categories { category { id } count selected children { category { id } count children { count } } }
      shops { shop { id } count selected } brands { value count selected }
      prices { currency min { amountMinor } below { amountMinor } count }
      attributes { code name values { value count selected } } availability { inStock outOfStock } } } }`;
    const read = async (filters: object = {}) =>
      (await real.context.ask<{ search: { totalCount: number; facets: Record<string, never> } }>(facets, { filters }))
        .data?.search as never as {
        totalCount: number;
        facets: {
          categories: { count: number; category: { id: string } }[];
          shops: { shop: { id: string }; count: number; selected: boolean }[];
          brands: { value: string; count: number; selected: boolean }[];
          prices: { count: number; currency: string }[];
          attributes: { code: string; name: string; values: { value: string; count: number }[] }[];
          availability: { inStock: number; outOfStock: number };
        };
      };

    it('add up to all the goods', async () => {
      const { totalCount, facets: all } = await read();
      expect(totalCount).toBe(goods.length);
      const sum = (list: readonly { count: number }[]) => list.reduce((total, { count }) => total + count, 0);
      expect(sum(all.shops)).toBe(goods.length);
      expect(sum(all.prices)).toBe(goods.length);
      expect(sum(all.categories)).toBe(goods.length);
      expect(all.availability.inStock + all.availability.outOfStock).toBe(goods.length);
      expect(all.attributes.find(({ code }) => code === 'author')?.name).toBe('Author');
    });

    it('tell for each value exactly what adding it would find', async () => {
      const { facets: all } = await read({ inStock: true });
      for (const { shop, count } of all.shops.slice(0, 3))
        expect((await read({ inStock: true, shopIds: [shop.id] })).totalCount).toBe(count);
      for (const { value, count } of all.brands.slice(0, 3))
        expect((await read({ inStock: true, brands: [value] })).totalCount).toBe(count);
    });

    it('keep the other values of a filtered facet, and mark the chosen one', async () => {
      const { facets: all } = await read();
      const [chosen] = all.shops;
      const narrowed = (await read({ shopIds: [chosen?.shop.id] })).facets;
      expect(narrowed.shops).toHaveLength(all.shops.length);
      expect(narrowed.shops.filter(({ selected }) => selected).map(({ shop }) => shop.id)).toEqual([chosen?.shop.id]);
      expect(narrowed.categories.length).toBeLessThan(all.categories.length);
    });
  });
});
