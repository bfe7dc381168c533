import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakEvenUsers,
  type CostInput,
  costOf,
  defaultCostInput,
  managed,
  providers,
  volumesOf,
} from './cost-model.ts';
import { priceOf, pricePoints } from './cost-prices.ts';

const small: CostInput = {
  ...defaultCostInput,
  users: 1_000,
  viewsPerUserPerMonth: 10,
  minutesPerView: 1,
  videos: 0,
  newVideosPerThousandUsersPerMonth: 10,
  minutesPerVideo: 1,
  month: 2,
  ladder: [{ bitsPerSecond: 8_000_000, watchedShare: 1 }],
  originalBitsPerSecond: 8_000_000,
};

describe('prices', () => {
  it('fall tier by tier, and only for what is above', () => {
    expect(priceOf(pricePoints.cloudFrontEgress, 10_000)).toBe(10_000 * 85_000);
    expect(priceOf(pricePoints.cloudFrontEgress, 10_001)).toBe(10_000 * 85_000 + 80_000);
    expect(priceOf(pricePoints.bunnyEgress, 0)).toBe(0);
  });

  it('name their source, and begin at nothing with rising tiers', () => {
    for (const { source, tiers } of Object.values(pricePoints)) {
      expect(source).toMatch(/^https:\/\//);
      expect(tiers[0]?.fromUnits).toBe(0);
      const starts = tiers.map(({ fromUnits }) => fromUnits);
      expect(starts).toEqual([...starts].sort((left, right) => left - right));
    }
  });
});

describe('volumes', () => {
  it('are what a hand calculation gives', () => {
    // 8 Mb/s is 1 MB/s: 10,000 minutes watched are 600 GB; 20 videos of a minute, kept twice, are 2.4 GB; 2 requests every 2 s.
    expect(volumesOf(small)).toEqual({
      storedMinutes: 20,
      storedGigabytes: expect.closeTo(2.4, 6),
      deliveredMinutes: 10_000,
      deliveredGigabytes: expect.closeTo(600, 6),
      encodedMinutes: 10,
      requests: 600_000,
    });
  });
});

describe('costs', () => {
  it('are what a hand calculation gives', () => {
    const bunny = costOf('R2_BUNNY', { ...small, fixedMonthlyMicroUsd: 0 });
    expect(bunny.egress / 1e6).toBeCloseTo(3, 6);
    expect(bunny.storage / 1e6).toBeCloseTo(0.036, 6);
    expect(costOf(managed, small)).toMatchObject({ storage: 100_000, egress: 10_000_000, fixed: 0, encoding: 0 });
  });

  it('never fall when the market grows, and are the sum of their parts', () => {
    fc.assert(
      fc.property(fc.integer({ max: 50_000_000, min: 0 }), fc.integer({ max: 50_000_000, min: 0 }), (one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        for (const provider of providers) {
          const low = costOf(provider, { ...defaultCostInput, users: fewer });
          const high = costOf(provider, { ...defaultCostInput, users: more });
          expect(high.total).toBeGreaterThanOrEqual(low.total);
          const { storage, egress, requests, encoding, fixed, total } = high;
          expect(storage + egress + requests + encoding + fixed).toBeCloseTo(total, 0);
        }
      }),
    );
  });
});

describe('break-even', () => {
  it('is the first number of users at which the way is not dearer than the managed one', () => {
    const users = breakEvenUsers('R2_BUNNY', defaultCostInput) ?? 0;
    expect(users).toBeGreaterThan(0);
    const difference = (at: number) =>
      costOf('R2_BUNNY', { ...defaultCostInput, users: at }).total -
      costOf(managed, { ...defaultCostInput, users: at }).total;
    expect(difference(users)).toBeLessThanOrEqual(0);
    expect(difference(users - 1)).toBeGreaterThan(0);
  });

  it('is at nothing without a fixed cost, and nowhere when the way never pays', () => {
    expect(breakEvenUsers('R2_BUNNY', { ...defaultCostInput, fixedMonthlyMicroUsd: 0, videos: 0 })).toBe(0);
    const dear = { ...defaultCostInput, originalBitsPerSecond: 1e12 };
    expect(breakEvenUsers('S3_CLOUDFRONT', dear)).toBeNull();
    expect(breakEvenUsers(managed, defaultCostInput)).toBeNull();
  });
});
