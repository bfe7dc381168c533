import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admin, en, type Market, openMarket, productInput, type Refused } from './market.ts';

interface Shown {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly depth: number;
  readonly productCount: number;
  readonly ancestors: { name: string }[];
  readonly children: { name: string }[];
}

describe('the category tree', () => {
  let market: Market;
  beforeAll(async () => {
    market = await openMarket();
  });
  afterAll(() => market.close());

  const fields = 'id slug name depth productCount ancestors { name } children { name }';
  const show = async (id: string): Promise<Shown> =>
    (await market.answer<{ category: Shown }>(`query ($id: ID!) { category(id: $id) { ${fields} } }`, { id }, {}))
      .category;
  const bySlug = async (slug: string) =>
    (
      await market.answer<{ categoryBySlug: Shown | null }>(
        `query ($slug: String!) { categoryBySlug(slug: $slug) { ${fields} } }`,
        { slug },
        {},
      )
    ).categoryBySlug;
  const change = async (name: string, input: object) => {
    const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
    const data = await market.answer<Record<string, { category: Shown | null; userErrors: Refused[] }>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) { category { ${fields} } userErrors { code field message } } }`,
      { input },
      { as: admin },
    );
    return data[name] as { category: Shown | null; userErrors: Refused[] };
  };
  let sold = 0;
  const sell = (categoryId: string) => {
    sold += 1;
    return market.product(
      productInput(categoryId, { externalId: `c-${sold}`, variants: [{ sku: `C-${sold}`, priceMinor: '5' }] }),
    );
  };

  it('gives breadcrumb, depth, children, and counts that include what lies below', async () => {
    const home = await market.category('Home');
    const kitchen = await market.category('Kitchen', home);
    const pots = await market.category('Pots', kitchen);
    await sell(pots);
    await sell(kitchen);
    expect(await show(pots)).toMatchObject({
      name: 'Pots',
      depth: 3,
      ancestors: [{ name: 'Home' }, { name: 'Kitchen' }],
      children: [],
      productCount: 1,
    });
    expect(await show(home)).toMatchObject({ depth: 1, children: [{ name: 'Kitchen' }], productCount: 2 });
    await market.runSweep('fold-category-counts');
    expect((await show(home)).productCount).toBe(2);
  });

  it('moves a branch with all below it, leaves products alone, and refuses circles and depth 13', async () => {
    const [left, right] = [await market.category('Left'), await market.category('Right')];
    const branch = await market.category('Branch', left);
    const leaf = await market.category('Leaf', branch);
    const product = await sell(leaf);
    expect((await change('moveCategory', { categoryId: branch, parentId: right })).category).toMatchObject({
      depth: 2,
      ancestors: [{ name: 'Right' }],
    });
    expect(await show(leaf)).toMatchObject({ depth: 3, ancestors: [{ name: 'Right' }, { name: 'Branch' }] });
    expect([(await show(left)).productCount, (await show(right)).productCount]).toEqual([0, 1]);
    expect((await market.published('product.updated')).filter(({ aggregateId }) => aggregateId === product.id)).toEqual(
      [],
    );
    expect((await change('moveCategory', { categoryId: branch, parentId: leaf })).userErrors).toMatchObject([
      { code: 'CYCLE', field: ['parentId'] },
    ]);
    let deepest = leaf;
    for (let depth = 4; depth <= 12; depth += 1) deepest = await market.category(`Level ${depth}`, deepest);
    expect((await change('createCategory', { parentId: deepest, names: en('Too deep') })).userErrors).toMatchObject([
      { code: 'TOO_DEEP' },
    ]);
    expect((await change('moveCategory', { categoryId: right, parentId: left })).userErrors).toMatchObject([
      { code: 'TOO_DEEP' },
    ]);
    expect((await change('moveCategory', { categoryId: branch, parentId: null })).category).toMatchObject({
      depth: 1,
      ancestors: [],
    });
  });

  it('renames with a slug that follows and an old one that redirects, even back again', async () => {
    const id = await market.category('Telephones');
    expect((await change('renameCategory', { categoryId: id, names: en('Smartphones') })).category?.slug).toBe(
      'smartphones',
    );
    expect(await bySlug('telephones')).toMatchObject({ id, slug: 'smartphones' });
    expect((await change('renameCategory', { categoryId: id, names: en('Telephones') })).category?.slug).toBe(
      'telephones',
    );
    expect(await bySlug('smartphones')).toMatchObject({ id, slug: 'telephones' });
    expect(await bySlug('nothing-here')).toBeNull();
  });

  it('merges products, children, counts and addresses into the other category', async () => {
    const [source, target] = [await market.category('Mobiles'), await market.category('Phones')];
    const child = await market.category('Foldable', source);
    const inSource = await sell(source);
    await sell(child);
    await sell(target);
    expect((await change('mergeCategories', { sourceId: source, targetId: source })).userErrors).toMatchObject([
      { code: 'CYCLE' },
    ]);
    expect((await change('mergeCategories', { sourceId: source, targetId: child })).userErrors).toMatchObject([
      { code: 'CYCLE' },
    ]);
    const merged = await change('mergeCategories', { sourceId: source, targetId: target });
    expect(merged.category).toMatchObject({ id: target, productCount: 3, children: [{ name: 'Foldable' }] });
    expect(await show(source)).toMatchObject({ id: target });
    expect(await bySlug('mobiles')).toMatchObject({ id: target, slug: 'phones' });
    expect(
      (
        await market.setProduct(
          productInput(source, { externalId: 'into-merged', variants: [{ sku: 'IM', priceMinor: '5' }] }),
        )
      ).change,
    ).toBe('CREATED');
    const data = await market.answer<{ product: unknown }>(
      'query ($id: ID!) { product(id: $id) { category { id } } }',
      { id: inSource.id },
      {},
    );
    expect(data.product).toEqual({ category: { id: target } });
    expect((await show(target)).productCount).toBe(4);
  });

  it('publishes each change and writes down who made it', async () => {
    const id = await market.category('Audited');
    const parent = await market.category('Auditors');
    await change('renameCategory', { categoryId: id, names: en('Inspected') });
    await change('moveCategory', { categoryId: id, parentId: parent });
    const said = (await market.published('category.changed')).filter(({ aggregateId }) => aggregateId === id);
    expect(said.map(({ aggregateVersion, payload }) => [aggregateVersion, payload['change']])).toEqual([
      [1, 'created'],
      [2, 'renamed'],
      [3, 'moved'],
    ]);
    const audit = await market.database
      .sql`select actor, action from category_audit where category_id = ${id} order by id`;
    expect(audit.map((row) => [row['actor'], row['action']])).toEqual([
      ['user:usr_admin', 'created'],
      ['user:usr_admin', 'renamed'],
      ['user:usr_admin', 'moved'],
    ]);
  });

  it('stays a tree when two admins move branches into each other at the same time', async () => {
    const [one, two] = [await market.category('One'), await market.category('Two')];
    const outcomes = await Promise.all([
      change('moveCategory', { categoryId: one, parentId: two }),
      change('moveCategory', { categoryId: two, parentId: one }),
    ]);
    expect(outcomes.map(({ userErrors }) => userErrors[0]?.code).sort()).toEqual(['CYCLE', undefined]);
  });
});
