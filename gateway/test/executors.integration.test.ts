import { type ExecutionResult, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeWithOwn } from '../src/execution/own-executor.ts';
import { executeWithStock } from '../src/execution/stock-executor.ts';
import { hashOf } from '../src/persisted/registry.ts';
import { plannedFixture } from './fixtures/planned.ts';
import { randomQuery } from './fixtures/random-query.ts';

type Fixture = Awaited<ReturnType<typeof plannedFixture>>;

const sortedErrors = ({ errors }: ExecutionResult) =>
  (errors ?? [])
    .map((error) =>
      JSON.stringify({ message: error.message, path: error.path ?? null, code: error.extensions['code'] }),
    )
    .sort();

const plain = ({ data }: ExecutionResult): unknown => JSON.parse(JSON.stringify(data ?? null));

const both = async (fixture: Fixture, query: string, variables: Record<string, unknown> = { yes: true, no: false }) => {
  const document = parse(query);
  const prepare = () => fixture.supergraph.prepare({ document, hash: hashOf(query) });
  const run = (execute: typeof executeWithOwn) =>
    execute(prepare(), { variables, context: fixture.context(), client: fixture.client });
  return { own: await run(executeWithOwn), stock: await run(executeWithStock) };
};

const handmade = [
  '{ products(first: 3) { nodes { id title price { amountMinor formatted } seller { name reviews { body product { title stock } } } reviews { author { name } } rating } totalCount } }',
  '{ feed { __typename kind: __typename ... on Review { body author { id name } } ... on Product { id reviews { id } similar { similar { title } } } } }',
  '{ a: product(id: "prd_1") { t: title ...P } b: product(id: "nope") { ...P } } fragment P on Product { title reviews { body } similar { ...Q } } fragment Q on Product { stock rating }',
  'query ($yes: Boolean!) { product(id: "prd_1") { title @include(if: $yes) title @skip(if: $yes) reviews @skip(if: $yes) { body } seller { name @include(if: $yes) } } }',
  '{ me { name } seen { actor locale } broken }',
  '{ product(id: "prd_1") { seller { reviews { product { seller { reviews { author { name } } } } } } } }',
  'mutation { first: setStock(id: "prd_1", stock: 3) { stock reviews { body } } signIn(input: { name: "Ada" }) { user { name reviews { id } } } second: setStock(id: "prd_1", stock: 4) { stock } }',
  '{ __typename product(id: "prd_1") { __typename price { __typename currency } } }',
  '{ __schema { queryType { name } } product(id: "prd_1") { title } }',
];

describe('our executor beside the stock one', () => {
  let whole: Fixture;
  let broken: Fixture;
  beforeAll(async () => {
    whole = await plannedFixture();
    broken = await plannedFixture(['reviews']);
  });
  afterAll(async () => {
    await whole.close();
    await broken.close();
  });

  it.each(handmade)('answers the same: %s', async (query) => {
    for (const fixture of [whole, broken]) {
      const { own, stock } = await both(fixture, query);
      expect(JSON.parse(JSON.stringify(own.data ?? null))).toEqual(JSON.parse(JSON.stringify(stock.data ?? null)));
      if (fixture === whole) expect(sortedErrors(own)).toEqual(sortedErrors(stock));
      else expect((own.errors ?? []).length > 0).toBe((stock.errors ?? []).length > 0);
    }
  });

  it.each([0, 40, 80, 120, 160, 200])(
    'answers the same to forty random queries from seed %i on, with all subgraphs and with one of them dead',
    async (from) => {
      let compared = 0;
      for (let seed = from + 1; seed <= from + 40; seed += 1) {
        const query = randomQuery(whole.supergraph.schema, seed);
        if (validate(whole.supergraph.schema, parse(query)).length > 0) continue;
        for (const fixture of [whole, broken]) {
          const { own, stock } = await both(fixture, query);
          expect(plain(own), `seed ${seed}: ${query}`).toEqual(plain(stock));
          expect(Boolean(own.errors), `errors of seed ${seed}: ${query}`).toBe(Boolean(stock.errors));
        }
        compared += 1;
      }
      expect(compared).toBeGreaterThan(20);
    },
  );

  it('gives an error of an entity the path of the place that asked for it', async () => {
    const { own, stock } = await both(whole, '{ feed { ... on Review { author { email } } } }');
    expect(own.errors?.map(({ path }) => path)).toContainEqual(['feed', 0, 'author', 'email']);
    expect(stock.errors?.[0]?.path).toEqual(['feed', 0, 'author', 'email']);
  });

  it('asks for equal entities once', async () => {
    whole.fetches.splice(0);
    const { own } = await both(whole, '{ products(first: 9) { nodes { seller { name } } } }');
    expect(own.data).toMatchObject({
      products: { nodes: [{ seller: { name: 'Ada' } }, {}, {}, { seller: { name: 'Ada' } }, {}, {}, {}, {}, {}] },
    });
  });

  it('lets no key of a subgraph or of a document reach the objects of the process', async () => {
    const { mergeEntity } = await import('../src/execution/plan/entity.ts');
    const hostile = JSON.parse('{ "a": { "__proto__": { "polluted": true } } }') as Record<string, unknown>;
    mergeEntity({ a: {} }, hostile);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
