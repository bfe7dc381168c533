import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { composeGraph } from '../composition/compose.ts';
import { type PlannedSupergraph, planSupergraph } from './supergraph.ts';

const sdl = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    @link(url: "https://vitrina.example/kit/v1.0", import: ["@access"])
    @composeDirective(name: "@access")
  directive @access(scopes: [String!]!) on FIELD_DEFINITION
  type Query { products(first: Int, last: Int): Page! byIds(ids: [ID!]!): [Product]! featured: [Product!]! one: Product secret: Product @access(scopes: ["admin"]) }
  type Mutation { rename(title: String!): Product }
  type Page { nodes: [Product!]! edges: [Edge!]! totalCount: Int }
  type Edge { node: Product! cursor: String! }
  type Product { id: ID! title: String! tags: [String!]! variants: [Variant!]! margin: Int @access(scopes: ["admin", "support"]) }
  type Variant { id: ID! product: Product! }
`;
const supergraph: PlannedSupergraph = planSupergraph(composeGraph([{ name: 'only', sdl }]).supergraphSdl);
const prepare = (text: string) => supergraph.prepare({ document: parse(text), hash: text });
const cost = (text: string, variables: Record<string, unknown> = {}) => prepare(text).cost(variables);

describe('the cost of an operation', () => {
  it.each([
    ['one object', '{ one { id title tags } }', 1],
    ['a page, its connection counted with each item', '{ products(first: 5) { nodes { id } } }', 5 * (1 + 1)],
    ['a page of unsaid size', '{ products { nodes { id } } }', 20 * (1 + 1)],
    ['a page from behind', '{ products(last: 3) { edges { node { id } } } }', 3 * (1 + 1 + 1)],
    ['a list of unsaid size', '{ featured { id } }', 10],
    ['lists in lists', '{ featured { variants { product { id } } } }', 10 * (1 + 10 * (1 + 1))],
    ['a list of as many as were named', '{ byIds(ids: ["a", "b", "c"]) { id } }', 3],
    ['a count', '{ products(first: 1) { totalCount } }', 1 + 5],
    ['a mutation', 'mutation { rename(title: "x") { id } }', 10],
    ['nothing at all', '{ __typename }', 1],
    [
      'a fragment as if written out',
      '{ one { ...P } two: one { ...P } } fragment P on Product { variants { id } }',
      2 * (1 + 10),
    ],
  ])('is that of %s', (_what, text, expected) => expect(cost(text)).toBe(expected));

  it('follows the variables', () => {
    const page = 'query ($n: Int) { products(first: $n) { nodes { id } } }';
    expect([cost(page, { n: 100 }), cost(page, { n: 1 }), cost(page, { n: null }), cost(page, { n: -5 })]).toEqual([
      200, 2, 40, 1,
    ]);
    expect(cost('query ($ids: [ID!]!) { byIds(ids: $ids) { id } }', { ids: Array.from({ length: 500 }, String) })).toBe(
      500,
    );
  });
});

describe('a prepared operation', () => {
  it('knows its guarded fields, each once, wherever they are selected', () => {
    const { guarded } = prepare(
      '{ one { ...P variants { product { ...P } } } secret { id } } fragment P on Product { m: margin }',
    );
    expect(guarded).toEqual([
      { coordinate: 'Product.margin', path: ['one', 'm'], scopes: ['admin', 'support'] },
      { coordinate: 'Query.secret', path: ['secret'], scopes: ['admin'] },
    ]);
  });

  it('is remembered, whether or not its only operation is named, and planned once', () => {
    const document = parse('query named { one { id } }');
    const first = supergraph.prepare({ document, hash: 'named' });
    expect(supergraph.prepare({ document, hash: 'named', operationName: 'named' })).toBe(first);
    expect(first.plan()).toBe(first.plan());
  });

  it('is refused when the document does not say which operation is meant', () => {
    const document = parse('query a { one { id } } query b { one { id } }');
    expect(() => supergraph.prepare({ document, hash: 'two' })).toThrow(/operationName/);
    expect(() => supergraph.prepare({ document, hash: 'two', operationName: 'c' })).toThrow(/"c"/);
    expect(supergraph.prepare({ document, hash: 'two', operationName: 'b' }).name).toBe('b');
  });

  it('tells when it asks for the schema itself', () => {
    expect(prepare('{ __schema { queryType { name } } }').introspects).toBe(true);
    expect(prepare('{ one { __typename } }').introspects).toBe(false);
  });
});
