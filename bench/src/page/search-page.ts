import { contexts } from '../../../local/src/market/contexts.ts';

/** A page as a storefront asks for it, and the contexts that answer it. */
export interface PageQuery {
  readonly query: string;
  /**
   * Different pages, asked in turn: callers who all want the same page at the same moment would measure how well a
   * gateway merges equal requests in flight, not how fast it answers.
   */
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  readonly contexts: readonly string[];
}

const product = `
  id title brand
  priceRange { min { amountMinor currency exponent } max { amountMinor currency exponent } }
  shop { id slug name currency returnWindowDays }
  variants(first: 3) { nodes { id sku available price { amountMinor currency } } }
`;

const words = ['home', 'shirt', 'book', 'love', 'water', 'life', 'world', 'office', 'red', 'game', 'girl', 'king'];

const bySearch: PageQuery = {
  contexts: ['search', 'catalog', 'seller'],
  query: `query BenchSearchPage($query: String!, $first: Int!, $sort: SearchSort!) {
    search(query: $query, first: $first, sort: $sort) { totalCount nodes { product { ${product} } } }
  }`,
  variables: words.flatMap((query) =>
    ['RELEVANCE', 'PRICE_ASC', 'PRICE_DESC', 'NEWEST'].map((sort) => ({ query, sort, first: 20 })),
  ),
};

/** Without a search context the longest way through the graph is by shop: seller, catalog, seller again. */
const byShop: PageQuery = {
  contexts: ['seller', 'catalog'],
  query: `query BenchShopPage($shops: Int!, $first: Int!) {
    shops(first: $shops) { nodes { name products(first: $first) { nodes { ${product} } } } }
  }`,
  variables: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].flatMap((shops) =>
    [0, 1, 2, 3].map((more) => ({ shops, first: Math.ceil(18 / shops) + more })),
  ),
};

/** The page both gateways and the plain server are asked for: about 20 products with shop, price and stock. */
export const searchPage: PageQuery =
  process.env['VITRINA_BENCH_PAGE'] !== 'shop' && contexts.some(({ name }) => name === 'search') ? bySearch : byShop;
