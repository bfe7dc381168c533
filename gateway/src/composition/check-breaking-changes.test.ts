import { describe, expect, it } from 'vitest';
import { findUnnotedBreakingChanges } from './check-breaking-changes.ts';

const baseline = 'type Query { product(id: ID!): Product } type Product { id: ID! title: String! price: Int }';
const broken = 'type Query { product(id: ID!, locale: String!): Product } type Product { id: ID! price: Int }';

describe('breaking changes of the API', () => {
  it('lets additions and deprecations pass', async () => {
    const grown = `${baseline.replace('price: Int', 'price: Int @deprecated(reason: "Use amount.") amount: Int')} type Shop { id: ID! }`;
    expect(await findUnnotedBreakingChanges(baseline, grown, '')).toEqual([]);
  });

  it('names each change that can break a client, until a note takes responsibility for it', async () => {
    const found = await findUnnotedBreakingChanges(baseline, broken, '');
    expect(found.map(({ path }) => path).sort()).toEqual(['Product.title', 'Query.product.locale']);
    const notes = '- `Product.title`: read `Product.name`, which is there since May.';
    expect((await findUnnotedBreakingChanges(baseline, broken, notes)).map(({ path }) => path)).toEqual([
      'Query.product.locale',
    ]);
  });
});
