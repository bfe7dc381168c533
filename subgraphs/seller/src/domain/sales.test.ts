import { describe, expect, it } from 'vitest';
import { addUp, dayOf, firstDayOf } from './sales.ts';

describe('sales periods', () => {
  const now = new Date('2026-03-01T00:00:00.000Z');

  it('end today and count days in UTC', () => {
    expect(dayOf(new Date('2026-02-28T23:59:59.999Z'))).toBe('2026-02-28');
    expect(firstDayOf('TODAY', now)).toBe('2026-03-01');
    expect(firstDayOf('LAST_7_DAYS', now)).toBe('2026-02-23');
    expect(firstDayOf('LAST_30_DAYS', now)).toBe('2026-01-31');
    expect(firstDayOf('LAST_90_DAYS', now)).toBe('2025-12-02');
  });

  it('add up per currency, exactly and in a steady order', () => {
    const day = { day: '2026-03-01', orderCount: 1 };
    const sum = addUp([
      { ...day, currency: 'USD', revenueMinor: 9_007_199_254_740_993n },
      { ...day, currency: 'EUR', revenueMinor: 5n },
      { ...day, currency: 'USD', revenueMinor: 1n },
    ]);
    expect(sum.orderCount).toBe(3);
    expect([...sum.revenueMinor]).toEqual([
      ['EUR', 5n],
      ['USD', 9_007_199_254_740_994n],
    ]);
    expect(addUp([])).toEqual({ orderCount: 0, revenueMinor: new Map() });
  });
});
