import { readFileSync } from 'node:fs';
import { nodeTypes } from '@vitrina/schema/node-types';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectRoot, readSubgraphs } from '../src/composition/read-subgraphs.ts';
import { type Market, startMarket } from './fixtures/market.ts';

describe.each(['embedded', 'distributed'] as const)('node and nodes, %s', (topology) => {
  let market: Market;
  beforeAll(async () => {
    market = await startMarket(topology);
  });
  afterAll(() => market.close());
  beforeEach(() => void market.fetches.splice(0));

  it('finds an entity by its id alone and lets fields of every context be selected', async () => {
    const { data } = await market.ask(
      '{ node(id: "prd_2") { __typename id ... on Product { title reviews { body } } } }',
    );
    expect(data?.['node']).toEqual({
      __typename: 'Product',
      id: 'prd_2',
      title: 'Product 2',
      reviews: [{ body: 'good prd_2' }, { body: 'bad prd_2' }],
    });
  });

  it('gives null for what is missing and for what is not for the caller, even when only the id is asked for', async () => {
    const query =
      '{ nodes(ids: ["prd_12", "prd_99", "zzz_1", "no id at all", "", "prd_1", "rev_0a"]) { id __typename } }';
    const product = { id: 'prd_1', __typename: 'Product' };
    const review = { id: 'rev_0a', __typename: 'Review' };
    const guest = await market.ask(query);
    expect(guest.errors).toBeUndefined();
    expect(guest.data?.['nodes']).toEqual([null, null, null, null, null, product, review]);
    const user = await market.ask(query, {}, { token: await market.sessions.token('usr_1') });
    expect(user.data?.['nodes']).toEqual([
      { id: 'prd_12', __typename: 'Product' },
      null,
      null,
      null,
      null,
      product,
      review,
    ]);
  });

  it('asks each owner once for many ids', async () => {
    await market.ask(
      '{ nodes(ids: ["prd_1", "prd_2", "prd_3", "rev_0a", "rev_1a"]) { id } a: node(id: "prd_4") { id } }',
    );
    expect(market.fetches.map(({ subgraph }) => subgraph).sort()).toEqual(['node', 'products', 'reviews']);
  });

  it('refuses more than a hundred ids at a time', async () => {
    const { errors } = await market.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: Array.from({ length: 101 }, (_, index) => `prd_${index}`),
    });
    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });
});

describe('the list of node types', () => {
  it('names exactly the entities the contexts declare as nodes, with their owners', () => {
    const declared = readSubgraphs()
      .filter(({ name }) => name !== 'node')
      .flatMap(({ name, sdl }) =>
        parse(sdl).definitions.flatMap((definition) =>
          'interfaces' in definition &&
          definition.kind === 'ObjectTypeDefinition' &&
          definition.interfaces?.some((one) => one.name.value === 'Node')
            ? [`${definition.name.value} of ${name}`]
            : [],
        ),
      );
    const present = new Set(declared.map((entry) => entry.split(' of ')[1]));
    const listed = nodeTypes.filter(({ owner }) => present.has(owner)).map(({ type, owner }) => `${type} of ${owner}`);
    expect(listed.sort()).toEqual(declared.sort());
    expect(new Set(nodeTypes.map(({ prefix }) => prefix)).size).toBe(nodeTypes.length);
  });

  it('uses the prefixes that the page of seams gives', () => {
    const seams = readFileSync(`${projectRoot}docs/contracts.md`, 'utf8');
    for (const { prefix } of nodeTypes) expect(seams).toContain(`\`${prefix}\``);
  });
});
