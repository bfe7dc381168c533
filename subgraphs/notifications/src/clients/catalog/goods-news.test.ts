import { readFileSync } from 'node:fs';
import { buildSchema, validate } from 'graphql';
import { expect, it } from 'vitest';
import { goodsNewsDocument } from './goods-news.ts';

const read = (path: string): string => readFileSync(new URL(`../../../../../${path}`, import.meta.url), 'utf8');
/** What every subgraph answers about its entities, by the federation specification. */
const entities = `
  scalar _Any
  union _Entity = Product | ProductVariant
  extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;

it('asks catalog for nothing that its entities do not have', () => {
  const sdl = [read('platform/src/subgraph/kit.graphql'), read('subgraphs/catalog/schema.graphql'), entities].join(
    '\n',
  );
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  expect(validate(schema, goodsNewsDocument).map(({ message }) => message)).toEqual([]);
});
