import { beforeAll, describe, expect, it } from 'vitest';
import { type Client, client, eventually, signIn } from './client.ts';

let owner: Client;
beforeAll(async () => {
  owner = await signIn('owner@vitrina.example');
});

describe('search over the real goods', () => {
  it('says what it searched for instead of a misspelling', async () => {
    const { search } = await client().ask<{ search: { appliedQuery: string; correctedQuery: string | null } }>(
      '{ search(query: "каврик", first: 1) { appliedQuery correctedQuery } }',
    );
    expect(search.correctedQuery).toMatch(/коврик/);
  });

  it('finds a product within seconds of its change, by its new words', async () => {
    const { shopBySlug } = await client().ask<{ shopBySlug: { id: string } }>(
      '{ shopBySlug(slug: "kovrik-i-kot") { id } }',
    );
    const word = `зюзюка${Date.now()}`;
    const { productSet } = await owner.ask<{ productSet: { product: { id: string } | null; userErrors: unknown[] } }>(
      'mutation ($input: ProductSetInput!) { productSet(input: $input) { product { id } userErrors { code field message } } }',
      {
        input: {
          shopId: shopBySlug.id,
          product: {
            externalId: word,
            titles: [{ locale: 'ru', text: `Коврик ${word}` }],
            status: 'ACTIVE',
            categoryId: await categoryOf(shopBySlug.id),
            currency: 'RUB',
            variants: [{ sku: word, priceMinor: '100', initialOnHand: 1 }],
          },
        },
      },
    );
    expect(productSet.userErrors).toEqual([]);
    const found = () =>
      client().ask<{ search: { nodes: { product: { id: string } }[] } }>(
        'query ($q: String!) { search(query: $q, first: 1) { nodes { product { id } } } }',
        { q: word },
      );
    const { search } = await eventually(found, (answer) => answer.search.nodes.length > 0);
    expect(search.nodes[0]?.product.id).toBe(productSet.product?.id);
  });

  it('suggests while typing', async () => {
    const { suggest } = await client().ask<{ suggest: { __typename: string }[] }>(
      '{ suggest(prefix: "ков", first: 8) { __typename } }',
    );
    expect(suggest.length).toBeGreaterThan(0);
  });
});

const categoryOf = async (shopId: string): Promise<string> => {
  const { shop } = await client().ask<{ shop: { products: { nodes: { category: { id: string } }[] } } }>(
    'query ($id: ID!) { shop(id: $id) { products(first: 1) { nodes { category { id } } } } }',
    { id: shopId },
  );
  return shop.products.nodes[0]?.category.id ?? '';
};
