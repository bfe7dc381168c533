import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRealGoods, type RealGoods } from './real-goods.ts';

describe('completing queries for real goods', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  describe('suggests', () => {
    const suggest = async (prefix: string) =>
      (
        await real.context.ask<{ suggest: { __typename: string; query?: string; category?: { id: string } }[] }>(
          `query Suggest($prefix: String!) { suggest(prefix: $prefix) { __typename ... on QuerySuggestion { query }
            ... on CategorySuggestion { category { id } } ... on ProductSuggestion { product { id } title { text } } } }`,
          { prefix },
        )
      ).data?.suggest ?? [];

    it('queries, categories and products, on either layout and alphabet', async () => {
      for (const prefix of ['ков', 'rjd', 'kov']) {
        const lines = await suggest(prefix);
        expect(lines[0]).toEqual({ __typename: 'QuerySuggestion', query: 'коврик' });
        expect(lines.map(({ __typename }) => __typename)).toContain('ProductSuggestion');
      }
      expect((await suggest('пылес')).map(({ __typename }) => __typename)).toContain('CategorySuggestion');
    });

    it('what several people searched for, never what one did', async () => {
      for (let times = 0; times < 2; times += 1) await real.ask('коврик капучино');
      await real.context.services.queryCounter.flush();
      const rare = await suggest('коврик к');
      expect(rare.map(({ query }) => query)).not.toContain('коврик капучино');
      await real.ask('Коврик  капучино');
      await real.context.services.queryCounter.flush();
      expect((await suggest('коврик к'))[0]?.query).toBe('коврик капучино');
    });

    it('nothing for nothing', async () => {
      for (const prefix of ['', '   ', '%', '_', '🙂', 'xyzzyqwert']) expect(await suggest(prefix)).toEqual([]);
    });
  });
});
