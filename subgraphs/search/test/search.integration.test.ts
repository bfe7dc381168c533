import { readFile } from 'node:fs/promises';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogDocument } from '../src/domain/index-document.ts';
import type { Services } from '../src/services.ts';
import { markDirty } from '../src/store/dirty-products.ts';
import { search } from '../src/subgraph.ts';
import { indexMarkedProducts } from '../src/usecases/index-products.ts';
import { catalogDouble } from './catalog-double.ts';

interface Found {
  readonly totalCount: number;
  readonly appliedQuery: string;
  readonly correctedQuery: string | null;
  readonly partial: boolean;
  readonly nodes: { product: { id: string }; title: { text: string; matches: boolean }[]; promoted: boolean }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

const asking = `query Ask($query: String!, $filters: SearchFiltersInput, $sort: SearchSort! = RELEVANCE, $first: Int! = 24, $after: String) {
  search(query: $query, filters: $filters, sort: $sort, first: $first, after: $after) {
    totalCount appliedQuery correctedQuery partial
    nodes { product { id } title { text matches } promoted }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

const goods = JSON.parse(
  await readFile(new URL('fixtures/goods.json', import.meta.url), 'utf8'),
) as readonly CatalogDocument[];
const admin = asUser('usr_admin', { scopes: ['admin'] });

describe('searching real goods', () => {
  let context: TestContext<Services>;
  beforeAll(async () => {
    context = await testContext<Services>(search, { internal: catalogDouble(goods).internal });
    const { database, clock } = context.runtime;
    await markDirty(
      database.orm,
      goods.map(({ productId }) => productId),
      clock.now(),
    );
    await indexMarkedProducts(context.services, new AbortController().signal);
  });
  afterAll(() => context.close());

  const ask = async (query: string, rest: Record<string, unknown> = {}): Promise<Found> => {
    const { data, errors } = await context.ask<{ search: Found }>(
      asking,
      { query, ...rest },
      { meta: { locale: 'ru' } },
    );
    expect(errors).toBeUndefined();
    return data?.search as Found;
  };
  const titlesOf = ({ nodes }: Found) => nodes.map(({ title }) => title.map(({ text }) => text).join(''));
  const admins = (mutation: string, variables = {}) =>
    context.ask<Record<string, never>>(mutation, variables, { as: admin });

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
      const found = await ask(query);
      expect(found.totalCount).toBeGreaterThan(0);
      expect(titlesOf(found)[0]).toMatch(title);
      expect(found.correctedQuery).toBe(corrected);
      expect(found.appliedQuery).toBe(found.correctedQuery ?? query);
    });

    it('numbers of goods, hyphens and all', async () => {
      const mat = goods[0] as CatalogDocument;
      for (const number of [mat.gtin as string, mat.skus[0] as string, (mat.skus[0] as string).replaceAll('-', ' ')])
        expect((await ask(number)).nodes[0]?.product.id).toBe(mat.productId);
    });

    it('shows goods that lack a word only when few have all, and says so', async () => {
      expect(await ask('robot vacuum')).toMatchObject({ totalCount: 2, partial: false });
      const most = await ask('коврик с жирафами фиолетовый');
      expect(most.partial).toBe(true);
      expect(titlesOf(most)[0]).toMatch(/коврик/i);
    });

    it('marks what matched in the title', async () => {
      const [hit] = (await ask('kovrik')).nodes;
      expect(hit?.title.filter(({ matches }) => matches).map(({ text }) => text.toLowerCase())).toEqual(['коврик']);
    });
  });

  describe('pages', () => {
    it('hold every hit once, up to the end', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page: Found = await ask('коврик', { first: 7, after });
        seen.push(...page.nodes.map(({ product }) => product.id));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(new Set(seen).size).toBe((await ask('коврик')).totalCount);
      expect(seen).toHaveLength(new Set(seen).size);
    });

    it('are refused with a cursor of another search, a made-up one or too many hits', async () => {
      const { pageInfo } = await ask('коврик', { first: 1 });
      for (const rest of [
        { after: pageInfo.endCursor },
        { after: 'WzEwMDAwMCwieCJd' },
        { after: '%%%' },
        { first: 101 },
        { first: -1 },
      ]) {
        const { errors } = await context.ask(asking, { query: 'кресло', ...rest });
        expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
      }
    });
  });

  describe('facets', () => {
    const facets = `query Facets($filters: SearchFiltersInput) { search(query: "", filters: $filters) { totalCount facets {
      categories { category { id } count selected children { category { id } count children { count } } }
      shops { shop { id } count selected } brands { value count selected }
      prices { currency min { amountMinor } below { amountMinor } count }
      attributes { code name values { value count selected } } availability { inStock outOfStock } } } }`;
    const read = async (filters: object = {}) =>
      (await context.ask<{ search: { totalCount: number; facets: Record<string, never> } }>(facets, { filters })).data
        ?.search as never as {
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

  describe('suggests', () => {
    const suggest = async (prefix: string) =>
      (
        await context.ask<{ suggest: { __typename: string; query?: string; category?: { id: string } }[] }>(
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
      for (let times = 0; times < 2; times += 1) await ask('коврик капучино');
      await context.services.queryCounter.flush();
      const rare = await suggest('коврик к');
      expect(rare.map(({ query }) => query)).not.toContain('коврик капучино');
      await ask('Коврик  капучино');
      await context.services.queryCounter.flush();
      expect((await suggest('коврик к'))[0]?.query).toBe('коврик капучино');
    });

    it('nothing for nothing', async () => {
      for (const prefix of ['', '   ', '%', '_', '🙂', 'xyzzyqwert']) expect(await suggest(prefix)).toEqual([]);
    });
  });

  describe('merchandising', () => {
    const setRule = `mutation Set($input: SetSearchRuleInput!) { setSearchRule(input: $input) { rule { id query } userErrors { code field } } }`;
    const rule = async (input: Record<string, unknown>) =>
      (await admins(setRule, { input })).data?.['setSearchRule'] as never as {
        rule: { id: string } | null;
        userErrors: { code: string; field: string[] }[];
      };
    const chair = goods.find(({ titles }) => /кресло/i.test(titles[0]?.text ?? ''))?.productId as string;

    it('pins, hides and boosts, only for its query and only while it lasts', async () => {
      const mats = (await ask('коврик')).nodes.map(({ product }) => product.id);
      const soon = new Date(context.clock.now().getTime() + 60_000).toISOString();
      await rule({ query: ' КОВРИК ', productId: chair, action: 'PIN', position: 2 });
      await rule({ query: 'коврик', productId: mats[0], action: 'HIDE', endsAt: soon });
      await rule({ query: 'коврик', productId: mats[9], action: 'BOOST' });
      const { nodes, totalCount } = await ask('коврик');
      expect(nodes.slice(0, 2).map(({ product, promoted }) => [product.id, promoted])).toEqual([
        [mats[9], true],
        [chair, true],
      ]);
      expect(nodes.map(({ product }) => product.id)).not.toContain(mats[0]);
      expect((await ask('коврик mini')).nodes.map(({ product }) => product.id)).not.toContain(chair);
      context.clock.advance(61_000);
      expect((await ask('коврик')).totalCount).toBe(totalCount + 1);
    });

    it('is refused where it makes no sense, with the remedy’s place', async () => {
      const codes = async (input: Record<string, unknown>) => (await rule(input)).userErrors.map(({ code }) => code);
      expect(await codes({ query: 'x', productId: 'prd_none', action: 'HIDE' })).toEqual(['UNKNOWN_PRODUCT']);
      expect(await codes({ query: 'x', productId: chair, action: 'PIN', position: 0 })).toEqual([
        'POSITION_OUT_OF_RANGE',
      ]);
      expect(await codes({ query: 'x', productId: chair, action: 'BOOST', position: 1 })).toEqual([
        'POSITION_NOT_ALLOWED',
      ]);
      expect(
        await codes({
          query: 'x',
          productId: chair,
          action: 'PIN',
          startsAt: '2026-02-02T00:00:00Z',
          endsAt: '2026-02-01T00:00:00Z',
        }),
      ).toEqual(['PERIOD_EMPTY']);
    });

    it('is listed, replaced and removed', async () => {
      const set = await rule({ query: 'список', productId: chair, action: 'HIDE' });
      const again = await rule({ query: 'список', productId: chair, action: 'PIN' });
      expect(again.rule?.id).toBe(set.rule?.id);
      const list = '{ searchRules(query: "Список") { nodes { id action position product { id } } } }';
      expect((await admins(list)).data).toEqual({
        searchRules: { nodes: [{ id: set.rule?.id, action: 'PIN', position: 1, product: { id: chair } }] },
      });
      const remove = 'mutation R($id: ID!) { removeSearchRule(input: { id: $id }) { removedId } }';
      for (let times = 0; times < 2; times += 1)
        expect((await admins(remove, { id: set.rule?.id })).data).toEqual({
          removeSearchRule: { removedId: set.rule?.id },
        });
      expect((await admins(list)).data).toEqual({ searchRules: { nodes: [] } });
    });

    it('is for admins', async () => {
      for (const field of [
        'searchRules { nodes { id } }',
        'synonyms { words }',
        'zeroResultQueries { query }',
        'searchIndex { documents }',
      ]) {
        expect((await context.ask(`{ ${field} }`)).errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
        const { errors } = await context.ask(`{ ${field} }`, {}, { as: asUser('usr_1') });
        expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
      }
    });
  });

  describe('synonyms', () => {
    const set = async (groups: string[][]) =>
      (
        await admins(
          'mutation S($groups: [SynonymGroupInput!]!) { setSynonyms(input: { groups: $groups }) { groups { words } userErrors { code field } } }',
          {
            groups: groups.map((words) => ({ words })),
          },
        )
      ).data?.['setSynonyms'] as never as { userErrors: { code: string; field: string[] }[] };

    it('widen a query by words and phrases in any form, from the next search on', async () => {
      expect((await ask('подстилка')).totalCount).toBe(0);
      await set([
        ['подстилка', 'коврик'],
        ['утренний напиток', 'кофеварка', 'espresso machine'],
      ]);
      expect((await ask('подстилки')).totalCount).toBeGreaterThan(20);
      expect(titlesOf(await ask('утренний напиток')).join()).toMatch(/espresso/i);
      await set([]);
      expect((await ask('подстилка')).totalCount).toBe(0);
    });

    it('are refused with the place of what is wrong', async () => {
      expect((await set([['один']])).userErrors).toEqual([{ code: 'GROUP_SIZE', field: ['groups', '0', 'words'] }]);
      expect(
        (
          await set([
            ['a', 'b'],
            ['a', 'раз два три четыре'],
          ])
        ).userErrors,
      ).toEqual([{ code: 'PHRASE_LENGTH', field: ['groups', '1', 'words', '1'] }]);
    });
  });

  it('remembers what found nothing', async () => {
    for (let times = 0; times < 3; times += 1) await ask('Самокат Надувной');
    await context.services.queryCounter.flush();
    const { data } = await admins('{ zeroResultQueries(first: 50) { query count } }');
    expect(((data?.['zeroResultQueries'] ?? []) as { query: string }[]).map(({ query }) => query)).toContain(
      'самокат надувной',
    );
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
    await ask(naughty);
    await ask(naughty, {
      filters: {
        brands: [naughty],
        shopIds: [naughty],
        categoryId: naughty,
        attributes: [{ code: naughty, values: [naughty] }],
      },
    });
    const { errors } = await context.ask('query S($p: String!) { suggest(prefix: $p) { __typename } }', {
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
      const { errors } = await context.ask(asking, { query, filters });
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    }
  });
});
