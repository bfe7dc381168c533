import type { RateLimit, RateLimiter } from '@vitrina/platform/rate-limit';
import { describe, expect, it } from 'vitest';
import { pointsAhead } from './points-ahead.ts';

const limitOf = (points: number): RateLimit => ({ name: 'gateway.caller', points, windowSeconds: 60 });

/** Counts as the shared store does. */
const make = (points: number) => {
  const counted = new Map<string, number>();
  const questions: number[] = [];
  let time = 0;
  const limiter: RateLimiter = {
    consume: (limit, key, cost = 1) => {
      questions.push(cost);
      const spent = (counted.get(key) ?? 0) + cost;
      counted.set(key, spent);
      const allowed = spent <= limit.points;
      return Promise.resolve({ allowed, remaining: limit.points - spent, retryAfterSeconds: allowed ? 0 : 7 });
    },
    reset: () => Promise.resolve(),
  };
  const spend = pointsAhead(limiter, limitOf(points), () => time);
  const pass = (milliseconds: number): void => {
    time += milliseconds;
  };
  return { counted, questions, spend, pass };
};

describe('points taken ahead', () => {
  it('are not taken from a budget too small to share, nor for somebody who comes now and then', async () => {
    const small = make(900);
    for (let count = 0; count < 5; count += 1) await small.spend('a', 10);
    expect(small.questions).toEqual([10, 10, 10, 10, 10]);
    const seldom = make(600_000);
    for (let count = 0; count < 3; count += 1) {
      await seldom.spend('a', 10);
      seldom.pass(6_000);
    }
    expect(seldom.questions).toEqual([10, 10, 10]);
  });

  it('save the counter nearly all questions about somebody busy, and never more than a thousandth is out', async () => {
    const { counted, questions, spend, pass } = make(600_000);
    for (let count = 0; count < 1_000; count += 1) {
      await spend('busy', 10);
      pass(10);
    }
    expect(questions.length).toBeLessThan(40);
    const out = (counted.get('busy') ?? 0) - 10_000;
    expect(out).toBeGreaterThanOrEqual(0);
    expect(out).toBeLessThanOrEqual(600);
  });

  it('are each caller’s own', async () => {
    const { counted, spend, pass } = make(600_000);
    for (let count = 0; count < 20; count += 1) {
      await spend('busy', 10);
      pass(10);
    }
    await spend('other', 10);
    expect(counted.get('other')).toBe(10);
  });

  it('do not let anybody past the budget by more than a thousandth', async () => {
    const { spend, pass } = make(10_000);
    let passed = 0;
    let refusal: Awaited<ReturnType<typeof spend>> | undefined;
    for (let count = 0; count < 2_000; count += 1) {
      const spent = await spend('busy', 10);
      if (spent.allowed) passed += 10;
      else refusal = spent;
      pass(1);
    }
    expect(passed).toBeGreaterThan(9_980);
    expect(passed).toBeLessThanOrEqual(10_010);
    expect(refusal).toMatchObject({ allowed: false, retryAfterSeconds: 7 });
  });

  it('serve those who come while somebody asks', async () => {
    const { questions, spend, pass } = make(6_000_000);
    await spend('a', 10);
    pass(100);
    const together = await Promise.all(Array.from({ length: 8 }, () => spend('a', 10)));
    expect(together.every(({ allowed }) => allowed)).toBe(true);
    expect(questions).toEqual([10, 110]);
  });

  it('are asked for anew after the counter could not be asked', async () => {
    let broken = true;
    const limiter: RateLimiter = {
      consume: () =>
        broken
          ? Promise.reject(new Error('away'))
          : Promise.resolve({ allowed: true, remaining: 1, retryAfterSeconds: 0 }),
      reset: () => Promise.resolve(),
    };
    const spend = pointsAhead(limiter, limitOf(600_000));
    await expect(spend('a', 10)).rejects.toThrow('away');
    broken = false;
    expect(await spend('a', 10)).toMatchObject({ allowed: true });
  });
});
