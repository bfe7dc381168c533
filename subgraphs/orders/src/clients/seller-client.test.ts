import type { InternalCaller } from '@vitrina/platform/internal';
import { describe, expect, it } from 'vitest';
import { createSellerClient } from './seller-client.ts';

interface Asked {
  readonly inputs: readonly { readonly shopId: string }[];
}

/** Answers each request with its shop's name; keeps the shops each call asked for. */
const talk = (fail: () => boolean = () => false) => {
  const calls: string[][] = [];
  const call = async (_context: string, _document: unknown, variables: unknown): Promise<unknown> => {
    const shops = (variables as Asked).inputs.map(({ shopId }) => shopId);
    calls.push(shops);
    if (fail()) throw new Error('away');
    return { quoteDeliveries: shops.map((shopId) => [{ methodId: `dlv_${shopId}` }]) };
  };
  return { calls, client: createSellerClient({ call } as InternalCaller) };
};

const request = (shopId: string) => ({
  shopId,
  country: 'US',
  region: null,
  postalCode: null,
  currency: 'USD',
  goodsMinor: 1n,
  units: 1,
});

describe('delivery of several shops', () => {
  it('is one question when it is asked side by side, and everybody gets their own answer', async () => {
    const { calls, client } = talk();
    const quotes = await Promise.all(['a', 'b', 'a'].map((shop) => client.quoteDelivery(request(shop))));
    expect(quotes.map(([first]) => first?.methodId)).toEqual(['dlv_a', 'dlv_b', 'dlv_a']);
    expect(calls).toEqual([['a', 'b', 'a']]);
  });

  it('is asked again the next time: prices are never kept', async () => {
    const { calls, client } = talk();
    await client.quoteDelivery(request('a'));
    await client.quoteDelivery(request('a'));
    expect(calls).toEqual([['a'], ['a']]);
  });

  it('fails for all who asked together, and not for those who ask later', async () => {
    let isAway = true;
    const { client } = talk(() => isAway);
    const both = await Promise.allSettled([client.quoteDelivery(request('a')), client.quoteDelivery(request('b'))]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await client.quoteDelivery(request('a'))).toHaveLength(1);
  });
});
