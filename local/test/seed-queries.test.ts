import { beforeAll, describe, expect, it } from 'vitest';
import type { ProductRow, SeedQuery } from '../src/seed/index.ts';
import { readProducts, readQueries } from '../src/seed/index.ts';

let products: ProductRow[];
let queries: SeedQuery[];

beforeAll(async () => {
  products = [];
  for await (const row of readProducts()) products.push(row);
  queries = await readQueries();
});

const titlesMatching = (pattern: string): ProductRow[] => {
  const words = new RegExp(pattern, 'iu');
  return products.filter(({ titles }) => Object.values(titles).some((title) => words.test(title)));
};

describe('search questions', () => {
  it('are 30 with their own ids, at least 12 of them Russian, of every kind', () => {
    expect(queries).toHaveLength(30);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(30);
    expect(queries.filter(({ language }) => language === 'ru').length).toBeGreaterThanOrEqual(12);
    expect(new Set(queries.map(({ kind }) => kind)).size).toBe(10);
  });

  it('expect goods that exist', () => {
    const ids = new Set(products.map(({ externalId }) => externalId));
    const categories = new Set(products.map(({ categoryGoogleId }) => categoryGoogleId));
    for (const { id, expect: wanted } of queries) {
      expect(
        (wanted.anyOfExternalIds ?? []).filter((externalId) => !ids.has(externalId)),
        id,
      ).toEqual([]);
      if (wanted.titleMatches) expect(titlesMatching(wanted.titleMatches).length, id).toBeGreaterThan(0);
      if (wanted.categoryGoogleId) expect(categories, id).toContain(wanted.categoryGoogleId);
    }
  });

  it('include the walk: a Russian word, its transliteration and a misspelling that mean the same goods', () => {
    const walk = queries.filter((query) => query.walk);
    expect(walk.map(({ kind }) => kind)).toEqual(['word', 'transliteration', 'misspelling']);
    expect(new Set(walk.map(({ expect: wanted }) => wanted.titleMatches)).size).toBe(1);
  });

  it('type Russian words on Latin keys as a keyboard would', () => {
    const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё';
    const typed = (word: string): string =>
      [...word].map((letter) => latin[cyrillic.indexOf(letter)] ?? letter).join('');
    const layout = queries.filter(({ kind }) => kind === 'keyboard-layout').map(({ query }) => query);
    expect(layout).toEqual([typed('коврик'), typed('преступление')]);
  });
});
