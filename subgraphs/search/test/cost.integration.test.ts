import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openRealGoods, type RealGoods } from './real-goods.ts';

const page = `query Page($query: String!) { search(query: $query) { totalCount nodes { title { text } }
  facets { categories { count } brands { count } attributes { code name values { count } } } } }`;
const lines = `query Lines($prefix: String!) { suggest(prefix: $prefix) { __typename } }`;

describe('what a question costs', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  /** Statements that answering takes. */
  const statements = async (operation: string, variables: Record<string, unknown>): Promise<number> => {
    const asked = vi.spyOn(real.context.services.database.orm, 'execute');
    const { errors } = await real.context.ask(operation, variables);
    expect(errors).toBeUndefined();
    const count = asked.mock.calls.length;
    asked.mockRestore();
    return count;
  };

  it('is five statements for a page with facets: vocabulary, guidance, page, facets, their names', async () => {
    expect(await statements(page, { query: 'коврик' })).toBe(5);
  });

  it('is one or two more for a misspelt word', async () => {
    const extra = (await statements(page, { query: 'каврик' })) - 5;
    expect(extra).toBeGreaterThanOrEqual(0);
    expect(extra).toBeLessThanOrEqual(2);
  });

  it('is two statements for a suggestion, and one where goods are not looked up', async () => {
    expect(await statements(lines, { prefix: 'коврик' })).toBe(2);
    expect(await statements(lines, { prefix: 'ко' })).toBe(1);
  });

  it('is nothing at all for nothing typed', async () => {
    expect(await statements(lines, { prefix: '  ' })).toBe(0);
  });
});

describe('filters', () => {
  let real: RealGoods;
  beforeAll(async () => {
    real = await openRealGoods();
  });
  afterAll(() => real.context.close());

  const nothingLeft = { brands: ['nobody makes this'] };

  it.each(['коврик', 'rjdhbr', 'каврик', 'коврик с совами', 'преступление и наказание', 'xyzzyqwert'])(
    'never change what "%s" is understood as, even when they leave nothing',
    async (query) => {
      const open = await real.ask(query);
      const narrowed = await real.ask(query, { filters: nothingLeft });
      expect(narrowed.totalCount).toBe(0);
      expect(narrowed.nodes).toEqual([]);
      expect([narrowed.appliedQuery, narrowed.correctedQuery]).toEqual([open.appliedQuery, open.correctedQuery]);
    },
  );

  it('that all hits satisfy change nothing', async () => {
    const open = await real.ask('коврик с совами');
    const same = await real.ask('коврик с совами', { filters: { price: { currency: 'RUB', minMinor: '0' } } });
    const rubles = await real.ask('коврик с совами', { filters: { price: { currency: 'RUB' } } });
    expect([same.totalCount, same.nodes]).toEqual([rubles.totalCount, rubles.nodes]);
    expect(same.totalCount).toBeLessThanOrEqual(open.totalCount);
  });
});
