import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogDocument } from '../src/domain/index-document.ts';
import { type Found, goods, openRealGoods, type RealGoods, searchOperation, titlesOf } from './real-goods.ts';

describe('searching real goods', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  describe('understands', () => {
    it.each([
      ['коврики', null, /коврик/i],
      ['kovrik', 'коврик', /коврик/i],
      ['каврик', 'коврик', /коврик/i],
      ['rjdhbr', 'коврик', /коврик/i],
      ['prestuplenie i nakazanie', 'преступление и наказание', /Crime and Punishment|Преступление/],
      ['записки из мертвого дома', null, /дом|House/i],
      ['отцы и дети', null, /Fathers|Отцы/],
      ['мураками', 'murakami', /./],
      ['фотошоп', 'photoshop', /photoshop/i],
      ['norton antivrius', 'norton antivirus', /norton antivirus/i],
      ['white plimsols', null, /plimsolls/i],
      ['чайник', null, /kettle/i],
      ['hoodies', null, /hoodie/i],
    ])('%s (shown as %s)', async (query, corrected, title) => {
      const found = await real.ask(query);
      expect(found.totalCount).toBeGreaterThan(0);
      expect(titlesOf(found)[0]).toMatch(title);
      expect(found.correctedQuery).toBe(corrected);
      expect(found.appliedQuery).toBe(found.correctedQuery ?? query);
    });

    it('numbers of goods, hyphens and all', async () => {
      const mat = goods[0] as CatalogDocument;
      for (const number of [mat.gtin as string, mat.skus[0] as string, (mat.skus[0] as string).replaceAll('-', ' ')])
        expect((await real.ask(number)).nodes[0]?.product.id).toBe(mat.productId);
    });

    it('shows goods that lack a word only when few have all, and says so', async () => {
      expect(await real.ask('robot vacuum')).toMatchObject({ totalCount: 2, partial: false });
      const most = await real.ask('коврик с жирафами фиолетовый');
      expect(most.partial).toBe(true);
      expect(titlesOf(most)[0]).toMatch(/коврик/i);
    });

    it('marks what matched in the title', async () => {
      const [hit] = (await real.ask('kovrik')).nodes;
      expect(hit?.title.filter(({ matches }) => matches).map(({ text }) => text.toLowerCase())).toEqual(['коврик']);
    });
  });

  describe('pages', () => {
    it('hold every hit once, up to the end', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Found = await real.ask('коврик', { first: 7, after });
        seen.push(...page.nodes.map(({ product }) => product.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen).size).toBe((await real.ask('коврик')).totalCount);
      expect(seen).toHaveLength(new Set(seen).size);
    });

    it('are refused with a cursor of another search, a made-up one or too many hits', async () => {
      const { pageInfo } = await real.ask('коврик', { first: 1 });
      for (const rest of [
        { after: pageInfo.endCursor },
        { after: 'WzEwMDAwMCwieCJd' },
        { after: '%%%' },
        { first: 101 },
        { first: -1 },
      ]) {
        const { errors } = await real.context.ask(searchOperation, { query: 'кресло', ...rest });
        expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      }
    });
  });

  it.each([
    "'; drop table document; --",
    '" OR 1=1',
    '\\',
    '\0',
    '\ud800',
    ':*&|!()<->',
    "'a':*",
    '%%%___',
    '🙂🙂🙂',
    '1e999 -0 NaN',
    'ﷺ 本語 العربية ก็',
    'Z̴̢a̷l̸g̷o',
    'a'.repeat(200),
    'и в на с',
    '- - -',
    '<script>alert(1)</script>',
  ])('answers %j like any other query', async (naughty) => {
    await real.ask(naughty);
    await real.ask(naughty, {
      filters: {
        brands: [naughty],
        shopIds: [naughty],
        categoryId: naughty,
        attributes: [{ code: naughty, values: [naughty] }],
      },
    });
    const { errors } = await real.context.ask('query S($p: String!) { suggest(prefix: $p) { __typename } }', {
      p: naughty.slice(0, 100),
    });
    expect(errors).toBeUndefined();
  });

  it('refuses what is too long or too much', async () => {
    for (const [query, filters] of [
      ['x'.repeat(201), {}],
      ['x', { shopIds: Array.from({ length: 51 }, (_, index) => `shp_${index}`) }],
      ['x', { price: { currency: 'XXQ' } }],
    ] as const) {
      const { errors } = await real.context.ask(searchOperation, { query, filters });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
