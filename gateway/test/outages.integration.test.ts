import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { AppError } from '@vitrina/platform/errors';
import { createInternalCaller, type InternalTransport } from '@vitrina/platform/internal';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Market, startMarket, type Topology } from './fixtures/market.ts';

/** A failure as the driver and drizzle report it: the statement outside, the lost connection as its cause. */
const failedQuery = (code: string): Error =>
  new Error('Failed query: select 1', {
    cause: Object.assign(new Error(`write ${code}`), { code, query: 'select 1' }),
  });

/** What a context throws that asked another one over this transport. */
const askingOver = async (execute: InternalTransport['execute']): Promise<never> => {
  const signer = { issuer: 'service:products', sign: async () => 'token' };
  const document = parse('{ stock }') as TypedDocumentNode<unknown, object>;
  await createInternalCaller(signer, { execute }).call('warehouse', document, {}, { timeoutMs: 50 });
  throw new Error('The callee answered.');
};

const awayFor = (retryAfterSeconds: number): InternalTransport['execute'] => {
  const error = {
    message: 'Nothing can be saved at the moment.',
    extensions: { code: 'UNAVAILABLE', retryAfterSeconds },
  };
  return async () => ({ errors: [error] }) as never;
};

/** Every way a context is away, with the seconds its callers are told to wait. */
const outages: readonly (readonly [string, () => unknown, number])[] = [
  ['its connection to the database was lost', () => Promise.reject(failedQuery('CONNECTION_CLOSED')), 2],
  ['its database is being stopped', () => Promise.reject(failedQuery('57P01')), 2],
  ['its database is full', () => Promise.reject(failedQuery('53100')), 60],
  ['it does not say for how long', () => Promise.reject(new AppError('UNAVAILABLE', 'Pub/sub is closed.')), 2],
  ['a context it asks has a full database', () => askingOver(awayFor(60)), 60],
  ['a context it asks cannot be reached', () => askingOver(async () => Promise.reject(new Error('refused'))), 1],
  ['a context it asks does not answer', () => askingOver(() => new Promise(() => {})), 1],
];

describe.each<Topology>(['embedded', 'distributed'])('an outage, %s', (topology) => {
  let market: Market;
  let fails: () => unknown;
  beforeAll(async () => {
    market = await startMarket(topology);
    market.shelf.products.get = () => fails() as never;
  });
  afterAll(() => market.close());

  it.each(outages)('is told with the time to wait when %s', async (_what, failure, seconds) => {
    fails = failure;
    const refusal = { extensions: { code: 'UNAVAILABLE', retryAfterSeconds: seconds } };
    const root = await market.ask('{ product(id: "prd_1") { title } }');
    expect([root.data, root.errors]).toMatchObject([{ product: null }, [refusal]]);
    const entity = await market.ask('{ feed { ... on Review { product { title } } } }');
    expect(entity.errors?.[0]).toMatchObject(refusal);
  });

  it('is told apart from a defect, which nobody should repeat', async () => {
    fails = () => Promise.reject(failedQuery('42P01'));
    const { errors } = await market.ask('{ product(id: "prd_1") { title } }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(errors?.[0]?.extensions).not.toHaveProperty('retryAfterSeconds');
  });
});
