import { describe, expect, it } from 'vitest';
import { latencyOf, quantile, show, showSpread, spreadOf } from './numbers.ts';

describe('figures', () => {
  it('are nearest ranks, so every one of them was really measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    expect([0, 0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([1, 50, 99, 100]);
  });

  it('do not depend on the order of measuring', () => {
    expect(spreadOf([30, 10, 20])).toEqual({ median: 20, min: 10, max: 30 });
    expect(latencyOf([5, 1, 3])).toEqual({ p50: 3, p95: 5, p99: 5, max: 5, count: 3 });
  });

  it('are shown as precisely as they are worth', () => {
    expect([1_313.4, 12.34, 0.494, Number.NaN].map(show)).toEqual(['1,313', '12.3', '0.49', '–']);
    expect(showSpread({ median: 3.1, min: 2.9, max: 3.4 })).toBe('3.10 (2.90–3.40)');
  });
});
