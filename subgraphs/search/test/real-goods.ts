import { readFile } from 'node:fs/promises';
import { asUser, type TestContext, testContext } from '@vitrina/platform/testing';
import { expect } from 'vitest';
import type { CatalogDocument } from '../src/domain/index-document.ts';
import type { Services } from '../src/services.ts';
import { markDirty } from '../src/store/dirty-products.ts';
import { search } from '../src/subgraph.ts';
import { indexMarkedProducts } from '../src/usecases/index-products.ts';
import { catalogDouble } from './catalog-double.ts';

/** What a search answers. */
export interface Found {
  readonly totalCount: number;
  readonly appliedQuery: string;
  readonly correctedQuery: string | null;
  readonly partial: boolean;
  readonly nodes: { product: { id: string }; title: { text: string; matches: boolean }[]; promoted: boolean }[];
  readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

export const searchOperation = `query Ask($query: String!, $filters: SearchFiltersInput, $sort: SearchSort! = RELEVANCE, $first: Int! = 24, $after: String) {
  search(query: $query, filters: $filters, sort: $sort, first: $first, after: $after) {
    totalCount appliedQuery correctedQuery partial
    nodes { product { id } title { text matches } promoted }
    pageInfo { hasNextPage hasPreviousPage endCursor }
  }
}`;

/** Real rows of the demo market; see fixtures/LICENCES.md. */
export const goods = JSON.parse(
  await readFile(new URL('fixtures/goods.json', import.meta.url), 'utf8'),
) as readonly CatalogDocument[];

const admin = asUser('usr_admin', { scopes: ['admin'] });

/** The whole titles of hits. */
export const titlesOf = ({ nodes }: Found): string[] =>
  nodes.map(({ title }) => title.map(({ text }) => text).join(''));

/** A search context with the real goods in its index. */
export const openRealGoods = async () => {
  const context: TestContext<Services> = await testContext<Services>(search, {
    internal: catalogDouble(goods).internal,
  });
  const ids = goods.map(({ productId }) => productId);
  await markDirty(context.database.orm, ids, context.clock.now());
  await indexMarkedProducts(context.services, new AbortController().signal);
  return {
    context,
    /** Searches as a Russian reader; errors fail the test. */
    ask: async (query: string, rest: Record<string, unknown> = {}): Promise<Found> => {
      const { data, errors } = await context.ask<{ search: Found }>(
        searchOperation,
        { query, ...rest },
        { meta: { locale: 'ru' } },
      );
      expect(errors).toBeUndefined();
      return data?.search as Found;
    },
    asAdmin: (operation: string, variables = {}) =>
      context.ask<Record<string, never>>(operation, variables, { as: admin }),
  };
};

export type RealGoods = Awaited<ReturnType<typeof openRealGoods>>;
