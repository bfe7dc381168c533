import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { defaultDocumentLimits as limits } from '../src/limits/document-shape.ts';
import { type Market, startMarket } from './fixtures/market.ts';

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(' ');
/** A document nested `levels` deep. */
const nested = (levels: number): string =>
  `{ product(id: "prd_1") { ${'similar { '.repeat(levels - 2)} id ${'}'.repeat(levels)}`;
/** A fragment bomb: each fragment spreads the one before it twice. */
const bomb = (levels: number): string => {
  const fragments = Array.from(
    { length: levels },
    (_, index) =>
      `fragment F${index} on Product { ${index === 0 ? 'id' : `...F${index - 1} ... on Product { ...F${index - 1} }`} }`,
  );
  return `{ product(id: "prd_1") { ...F${levels - 1} } } ${fragments.join(' ')}`;
};
const padded = (bytes: number): string => {
  const query = '{ seen { actor } } #';
  return query + 'x'.repeat(bytes - query.length);
};
/** Fifteen tokens a field, and five around them. */
const inTokens = (fields: number): string =>
  `{ seen { ${repeat(fields, () => 'actor @include(if: true) @skip(if: false)')} } }`;
const fieldsWithinTokens = Math.floor((limits.tokens - 5) / 15);

const cases: readonly {
  readonly limit: string;
  readonly under: string;
  readonly over: string;
  readonly code: string;
}[] = [
  { limit: 'bytes', under: padded(limits.bytes), over: padded(limits.bytes + 1), code: 'DOCUMENT_TOO_LARGE' },
  { limit: 'depth', under: nested(limits.depth), over: nested(limits.depth + 1), code: 'DOCUMENT_TOO_LARGE' },
  {
    limit: 'tokens',
    under: inTokens(fieldsWithinTokens),
    over: inTokens(fieldsWithinTokens + 1),
    code: 'DOCUMENT_TOO_LARGE',
  },
  {
    limit: 'aliases',
    under: `{ seen { ${repeat(limits.aliases, (index) => `a${index}: actor`)} } }`,
    over: `{ seen { ${repeat(limits.aliases + 1, (index) => `a${index}: actor`)} } }`,
    code: 'DOCUMENT_TOO_LARGE',
  },
  {
    limit: 'root fields',
    under: `{ ${repeat(limits.rootFields, (index) => `r${index}: seen { actor }`)} }`,
    over: `{ ${repeat(limits.rootFields + 1, (index) => `r${index}: seen { actor }`)} }`,
    code: 'DOCUMENT_TOO_LARGE',
  },
  { limit: 'fields spread by fragments', under: bomb(10), over: bomb(24), code: 'DOCUMENT_TOO_LARGE' },
  {
    limit: 'cost',
    under: '{ products(first: 400) { nodes { reviews { author { id } } } } }',
    over: '{ products(first: 500) { nodes { reviews { author { id } } } } }',
    code: 'OPERATION_TOO_COSTLY',
  },
];

describe('limits before planning', () => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket('embedded');
  });
  afterAll(() => market.close());
  beforeEach(() => void market.fetches.splice(0));

  it.each(cases)(
    'answers just under the limit of $limit and refuses just over it, unplanned',
    async ({ under, over, code }) => {
      const answered = await market.ask(under);
      expect(answered.errors).toBeUndefined();
      expect(answered.data).toBeTruthy();
      market.fetches.splice(0);
      const started = performance.now();
      const refused = await market.ask(over);
      expect([refused.status, refused.data, refused.errors?.[0]?.extensions['code']]).toEqual([400, undefined, code]);
      expect(performance.now() - started).toBeLessThan(3_000);
      expect(market.fetches).toEqual([]);
    },
  );

  it('counts the size of lists given in variables, and refuses negative and huge pages no differently from services', async () => {
    const query = 'query ($first: Int) { products(first: $first) { nodes { reviews { author { id } } } } }';
    expect((await market.ask(query, { first: 2_000_000_000 })).errors?.[0]?.extensions['code']).toBe(
      'OPERATION_TOO_COSTLY',
    );
    expect((await market.ask(query, { first: 3 })).status).toBe(200);
  });

  it('refuses a body that is too large, that is no JSON, and a batch', async () => {
    const large = await market.send(
      JSON.stringify({ query: '{ seen { actor } }', variables: { x: 'y'.repeat(1_100_000) } }),
    );
    expect([large.status, large.errors?.[0]?.extensions['code']]).toEqual([413, 'DOCUMENT_TOO_LARGE']);
    expect((await market.send('{"query":')).status).toBe(400);
    expect((await market.send([{ query: '{ seen { actor } }' }])).errors?.[0]).toMatchObject({
      message: expect.stringContaining('Batched requests are not accepted'),
      extensions: { code: 'BAD_REQUEST' },
    });
    expect((await market.send({ query: { kind: 'Document' } })).status).toBe(400);
    expect((await market.send({})).status).toBe(400);
  });

  it('refuses card numbers in variables, inside inputs and in literals, and lets trade item numbers pass', async () => {
    const signIn = 'mutation ($input: SignInInput!) { signIn(input: $input) { user { id } } }';
    for (const name of [
      '4242424242424242',
      '4242 4242-4242 4242',
      'pay with 5555555555554444 please',
      '378282246310005',
    ]) {
      const { status, errors, text } = await market.ask(signIn, { input: { name } });
      expect([status, errors?.[0]?.extensions]).toEqual([
        400,
        { code: 'CARD_NUMBER_REFUSED', field: ['input', 'name'] },
      ]);
      expect(text).not.toContain('4242');
    }
    expect(
      (await market.ask('mutation { signIn(input: { name: "4242424242424242" }) { user { id } } }')).errors?.[0]
        ?.extensions['code'],
    ).toBe('CARD_NUMBER_REFUSED');
    expect((await market.ask(signIn, { input: { name: '4600000000060' } })).status).toBe(400);
    expect((await market.ask(signIn, { input: { name: 'Ada', ean: '4242424242424242' } })).status).toBe(400);
    expect(market.fetches).toEqual([]);
    for (const input of [
      { name: 'Ada', gtin: '4012888888881881' },
      { name: 'Ada', ean: '4600000000060' },
      { name: '4242424242424241' },
      { name: '+79161234567' },
      { name: 'prd_01k3v8' },
    ]) {
      expect((await market.ask(signIn, { input })).status).toBe(200);
    }
  });

  it('keeps hostile planner inputs to milliseconds', async () => {
    const spread = (depth: number): string =>
      depth === 0
        ? 'id title'
        : `seller { reviews { product { ${spread(depth - 1)} } } } reviews { author { reviews { product { ${spread(depth - 1)} } } } }`;
    const started = performance.now();
    const { errors } = await market.ask(`{ product(id: "prd_1") { ${spread(3)} } }`);
    expect(performance.now() - started).toBeLessThan(6_000);
    expect(errors?.[0]?.extensions['code'] ?? 'OPERATION_TOO_COSTLY').toBe('OPERATION_TOO_COSTLY');
  });
});
