import type { RateLimit, RateLimiter } from '@vitrina/platform/rate-limit';
import { describe, expect, it } from 'vitest';
import { budgets } from '../domain/budgets.ts';
import { spend } from './spend.ts';

/** Spends against budgets whose waits are given by name; a budget without one is not used up. */
const spending = (waits: Record<string, number>, factor = 1) => {
  const asked: { limit: RateLimit; key: string; cost: number | undefined }[] = [];
  const rateLimiter: RateLimiter = {
    reset: async () => {},
    consume: async (limit, key, cost) => {
      asked.push({ limit, key, cost });
      const wait = waits[limit.name];
      return { allowed: wait === undefined, remaining: 0, retryAfterSeconds: wait ?? 0 };
    },
  };
  const services = { rateLimiter, config: { VITRINA_AUTH_BUDGET_FACTOR: factor } } as Parameters<typeof spend>[0];
  return { asked, spend: (...costs: [RateLimit, string][]) => spend(services, ...costs) };
};
const { signInPerNetwork, signInPerNetworkAndHour } = budgets;

describe('spending on a try', () => {
  it('takes one point of every budget, each under its own key', async () => {
    const { asked, spend: pay } = spending({});
    expect(await pay([signInPerNetwork, '203.0.113.7'], [signInPerNetworkAndHour, '203.0.113.7'])).toBeUndefined();
    expect(asked.map(({ limit, key, cost }) => [limit.name, key, cost ?? 1])).toEqual([
      ['identity.sign-in.network', '203.0.113.7', 1],
      ['identity.sign-in.network-hour', '203.0.113.7', 1],
    ]);
  });

  it('takes them all also when the first is used up: a try is a try', async () => {
    const { asked, spend: pay } = spending({ 'identity.sign-in.network': 4 });
    await pay([signInPerNetwork, 'a'], [signInPerNetworkAndHour, 'a']);
    expect(asked).toHaveLength(2);
  });

  it('says how long to wait until every one of them has room again', async () => {
    const { spend: pay } = spending({ 'identity.sign-in.network': 4, 'identity.sign-in.network-hour': 1_800 });
    expect(await pay([signInPerNetwork, 'a'], [signInPerNetworkAndHour, 'a'])).toMatchObject({
      code: 'TOO_MANY_ATTEMPTS',
      retryAfterSeconds: 1_800,
      message: expect.stringContaining('30 minutes'),
    });
    expect(await pay([signInPerNetwork, 'a'])).toMatchObject({ retryAfterSeconds: 4 });
  });

  it('has wider budgets where they were widened, in the same time', async () => {
    const { asked, spend: pay } = spending({}, 50);
    await pay([signInPerNetwork, 'a']);
    expect(asked[0]?.limit).toEqual({ ...signInPerNetwork, points: 6_000 });
    // What everybody else spends from is as wide as it was.
    expect(signInPerNetwork.points).toBe(120);
  });
});

describe('the budgets of signing in', () => {
  it('have names of their own, or one would spend what is another’s', () => {
    const names = Object.values(budgets).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('give a network more in an hour than in its best minute, and less than in sixty of them', () => {
    expect(signInPerNetworkAndHour.points).toBeGreaterThan(signInPerNetwork.points);
    expect(signInPerNetworkAndHour.points).toBeLessThan(signInPerNetwork.points * 60);
  });
});
