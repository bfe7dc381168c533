import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Filters, PageRequest, SearchEngine } from '../src/engine/contract.ts';
import { indexDocument } from './documents.ts';
import { goods, page, selection } from './engine-goods.ts';

/** The engine under test; there once the suite has begun. */
type Subject = () => SearchEngine;

const found = async (engine: SearchEngine, request: PageRequest): Promise<string[]> =>
  (await engine.search(request)).hits.map(({ productId }) => productId);

const foundSet = async (engine: SearchEngine, request: PageRequest): Promise<string[]> =>
  (await found(engine, request)).sort();

const describeFinding = (engine: Subject): void => {
  it('finds words of titles in every language, in any form', async () => {
    expect(await foundSet(engine(), page('коврики'))).toEqual(['prd_a', 'prd_b']);
    expect(await foundSet(engine(), page('rugs'))).toEqual(['prd_a', 'prd_b']);
  });

  it('finds brands and category names', async () => {
    expect(await foundSet(engine(), page('alfa'))).toEqual(['prd_a', 'prd_b']);
    expect(await found(engine(), page('office'))).toEqual(['prd_d']);
  });

  it('wants all the words, or all but one when asked', async () => {
    expect(await found(engine(), page('red chair'))).toEqual(['prd_c']);
    const most = await found(engine(), page('red chair', {}, { match: 'most' }));
    expect(most[0]).toBe('prd_c');
    expect(most).toContain('prd_d');
  });

  it('finds a number of goods whatever the hyphens', async () => {
    const request = page('', {}, { wanted: { text: 'ab 12345', groups: [['ab'], ['12345']], code: 'ab12345' } });
    expect(await found(engine(), request)).toEqual(['prd_d']);
  });

  it('gives titles with the hits and the number of all hits beside a page', async () => {
    const { hits, total } = await engine().search(page('', {}, { limit: 1, sort: 'NEWEST' }));
    expect(hits).toEqual([{ productId: 'prd_d', titles: { en: 'Chair' } }]);
    expect(total).toBe(4);
  });

  it('finds nothing, not everything, for words that nobody has', async () => {
    expect(await engine().search(page('xyzzyqwert'))).toEqual({ hits: [], total: 0 });
  });

  it('counts no further than it was asked to', async () => {
    expect(await engine().probe(selection(''), 2)).toBe(2);
    expect(await engine().probe(selection('chair'), 100)).toBe(2);
  });
};

const describeOrderAndPages = (engine: Subject): void => {
  it.each([
    ['NEWEST', ['prd_d', 'prd_c', 'prd_b', 'prd_a']],
    ['PRICE_ASC', ['prd_a', 'prd_b', 'prd_c', 'prd_d']],
    ['PRICE_DESC', ['prd_c', 'prd_b', 'prd_a', 'prd_d']],
  ] as const)('%s; prices by currency first', async (sort, order) => {
    expect(await found(engine(), page('', {}, { sort }))).toEqual(order);
  });

  it('walks through all hits page by page without loss or repetition', async () => {
    const seen: string[] = [];
    for (let offset = 0; offset < 6; offset += 1)
      seen.push(...(await found(engine(), page('', {}, { offset, limit: 1 }))));
    expect(seen.sort()).toEqual(['prd_a', 'prd_b', 'prd_c', 'prd_d']);
  });

  it('tells the number of hits on an empty page, too', async () => {
    expect(await engine().search(page('', {}, { offset: 900 }))).toEqual({ hits: [], total: 4 });
    expect(await engine().search(page('', {}, { limit: 0 }))).toEqual({ hits: [], total: 4 });
  });
};

const describeFilters = (engine: Subject): void => {
  it.each<[string, Filters, string[]]>([
    ['category, with those below', { categoryId: 'cat_home' }, ['prd_a', 'prd_b', 'prd_c']],
    ['shops', { shopIds: ['shp_2', 'shp_9'] }, ['prd_c', 'prd_d']],
    ['brand, whatever the case', { brands: ['ALFA'] }, ['prd_a', 'prd_b']],
    ['brand with a quote', { brands: ["o'beta"] }, ['prd_c']],
    ['currency', { price: { currency: 'RUB' } }, ['prd_d']],
    ['price, bounds included', { price: { currency: 'EUR', minMinor: 900n, maxMinor: 1_900n } }, ['prd_a', 'prd_b']],
    ['huge price', { price: { currency: 'EUR', minMinor: 10n ** 30n } }, []],
    ['availability', { inStock: false }, ['prd_b']],
    [
      'attribute, any of the values',
      { attributes: [{ code: 'color', values: ['red', 'blue'] }] },
      ['prd_a', 'prd_b', 'prd_c'],
    ],
    [
      'two attributes, both',
      {
        attributes: [
          { code: 'color', values: ['red'] },
          { code: 'size', values: ['m'] },
        ],
      },
      ['prd_a'],
    ],
    ['unknown values', { categoryId: "x' OR 1=1" }, []],
  ])('by %s', async (_what, filters, expected) => {
    expect(await foundSet(engine(), page('', filters))).toEqual(expected);
  });

  it('leaves out closed shops and excluded products, and keeps to chosen ones', async () => {
    expect(await foundSet(engine(), page('', {}, { closedShopIds: ['shp_2'] }))).toEqual(['prd_a', 'prd_b']);
    expect(await foundSet(engine(), page('', {}, { excludedIds: ['prd_a', 'prd_b'] }))).toEqual(['prd_c', 'prd_d']);
    expect(await foundSet(engine(), page('', {}, { onlyIds: ['prd_a', 'prd_x'] }))).toEqual(['prd_a']);
  });
};

const describeFacets = (engine: Subject): void => {
  const counts = (list: readonly { value: string; count: number }[]) =>
    Object.fromEntries(list.map(({ value, count }) => [value, count]));

  it('count every value of the hits', async () => {
    const facets = await engine().count(selection(''));
    expect(counts(facets.category)).toEqual({ cat_home: 3, cat_rugs: 2, cat_chairs: 1, cat_office: 1 });
    expect(counts(facets.shop)).toEqual({ shp_1: 2, shp_2: 2 });
    expect(counts(facets.brand)).toEqual({ Alfa: 2, "O'Beta": 1 });
    expect(counts(facets.price)).toEqual({ 'EUR:1': 1, 'EUR:2': 1, 'EUR:4': 1, 'RUB:1': 1 });
    expect(counts(facets.attribute)).toEqual({ 'color=red': 2, 'color=blue': 1, 'size=s': 1, 'size=m': 2 });
    expect(counts(facets.availability)).toEqual({ true: 3, false: 1 });
  });

  it('ignore their own filter and obey all others', async () => {
    const facets = await engine().count(
      selection('', { brands: ['Alfa'], attributes: [{ code: 'color', values: ['red'] }] }),
    );
    expect(counts(facets.brand)).toEqual({ Alfa: 1, "O'Beta": 1 });
    expect(counts(facets.attribute)).toEqual({ 'color=red': 1, 'color=blue': 1, 'size=s': 1, 'size=m': 1 });
    expect(counts(facets.category)).toEqual({ cat_home: 1, cat_rugs: 1 });
  });

  it('leave out closed shops', async () => {
    const facets = await engine().count(selection('chair', {}, { closedShopIds: ['shp_2'] }));
    expect(facets.category).toEqual([]);
  });
};

const describeCompletion = (engine: Subject): void => {
  it('takes the last word as a prefix', async () => {
    const hits = await engine().complete(['red', 'ch'], [], 5);
    expect(hits.map(({ productId }) => productId)).toEqual(['prd_c']);
    expect(await engine().complete(['ков'], [], 1)).toHaveLength(1);
  });

  it('leaves out closed shops', async () => {
    expect(await engine().complete(['chair'], ['shp_2'], 5)).toEqual([]);
  });
};

const describeVersions = (engine: Subject): void => {
  const titled = (title: string, version: number) => indexDocument({ id: 'prd_e', title, version });
  const title = async () => (await engine().search(page('', {}, { onlyIds: ['prd_e'] }))).hits[0]?.titles['en'];

  it('an older document never replaces a newer one, one of the same version does', async () => {
    await engine().put([titled('newer', 3)]);
    await engine().put([titled('older', 2)]);
    expect(await title()).toBe('newer');
    await engine().put([titled('same', 3)]);
    expect(await title()).toBe('same');
    await engine().put([titled('newest', 4)]);
    expect(await title()).toBe('newest');
  });

  it('tells versions and digests in the order of ids', async () => {
    const states = await engine().scan('prd_a', 2);
    expect(states.map(({ productId, version }) => [productId, version])).toEqual([
      ['prd_b', 1],
      ['prd_c', 1],
    ]);
    const [before] = await engine().scan('', 1);
    await engine().put([indexDocument({ ...goods[0], id: 'prd_a', inStock: false })]);
    const [after] = await engine().scan('', 1);
    expect(after?.digest).not.toBe(before?.digest);
  });

  it('removes what it is told to, twice without harm', async () => {
    await engine().remove(['prd_a', 'prd_unknown']);
    await engine().remove(['prd_a']);
    expect(await found(engine(), page('', {}, { onlyIds: ['prd_a'] }))).toEqual([]);
    expect((await engine().stats()).documents).toBe(3);
  });
};

const describeRebuild = (engine: Subject): void => {
  it('leaves searches alone until the swap, and takes events that arrive meanwhile', async () => {
    await engine().startBuild();
    expect((await engine().stats()).building).toBe(true);
    await engine().put([indexDocument({ id: 'prd_e', title: 'Event', version: 2 })]);
    await engine().fill([
      indexDocument({ id: 'prd_e', title: 'Stale page', version: 1 }),
      indexDocument({ id: 'prd_f', title: 'Filled', version: 1 }),
    ]);
    await engine().remove(['prd_d']);
    expect(await foundSet(engine(), page(''))).toEqual(['prd_a', 'prd_b', 'prd_c', 'prd_e']);
    await engine().swap();
    expect(await foundSet(engine(), page(''))).toEqual(['prd_e', 'prd_f']);
    expect(await found(engine(), page('event'))).toEqual(['prd_e']);
    expect((await engine().stats()).building).toBe(false);
  });

  it('can be started over, done again and swapped twice', async () => {
    await engine().startBuild();
    await engine().fill([indexDocument({ id: 'prd_e', title: 'Thrown away' })]);
    await engine().startBuild();
    await engine().fill([indexDocument({ id: 'prd_f', title: 'Kept' })]);
    await engine().swap();
    await engine().swap();
    expect(await found(engine(), page(''))).toEqual(['prd_f']);
    await engine()
      .fill([indexDocument({ id: 'prd_e', title: 'Nothing is being built' })])
      .catch(() => undefined);
    expect(await found(engine(), page(''))).toEqual(['prd_f']);
  });
};

/** What every search engine has to do alike; `open` gives an engine with an empty index. */
export const describeEngine = (
  name: string,
  open: () => Promise<{ engine: SearchEngine; close: () => Promise<void> }>,
) => {
  describe(`the search engine ${name}`, () => {
    let opened: Awaited<ReturnType<typeof open>>;
    beforeAll(async () => {
      opened = await open();
      await opened.engine.prepare();
    });
    afterAll(() => opened.close());
    beforeEach(async () => {
      await opened.engine.remove(['prd_e', 'prd_f', ...goods.map(({ id }) => id)]);
      await opened.engine.put(goods.map(indexDocument));
    });
    const engine = () => opened.engine;

    describe('finding', () => describeFinding(engine));
    describe('order and pages', () => describeOrderAndPages(engine));
    describe('filters', () => describeFilters(engine));
    describe('facets', () => describeFacets(engine));
    describe('completion', () => describeCompletion(engine));
    describe('versions', () => describeVersions(engine));
    describe('a rebuild', () => describeRebuild(engine));
  });
};
