import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, defaultConsumerSettings } from './settings.ts';

describe('the back-off of a failed delivery', () => {
  it('doubles from its first value up to its limit, half of it random', () => {
    const settings = { ...defaultConsumerSettings, backoffMs: 100, maxBackoffMs: 1_000 };
    const least = [1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, settings, () => 0));
    const most = [1, 2, 3, 4, 5, 50].map((failures) => backoffMs(failures, settings, () => 1));
    expect(least).toEqual([50, 100, 200, 400, 500, 500]);
    expect(most).toEqual([100, 200, 400, 800, 1_000, 1_000]);
  });

  it('is never zero and never beyond the limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, random) => {
          const delay = backoffMs(failures, defaultConsumerSettings, () => random);
          expect(delay).toBeGreaterThan(0);
          expect(delay).toBeLessThanOrEqual(defaultConsumerSettings.maxBackoffMs);
        },
      ),
    );
  });

  it('leaves at most a quarter of an hour before a delivery is parked', () => {
    const { maxAttempts } = defaultConsumerSettings;
    const waits = Array.from({ length: maxAttempts - 1 }, (_, index) =>
      backoffMs(index + 1, defaultConsumerSettings, () => 1),
    );
    expect(waits.reduce((sum, wait) => sum + wait, 0) / 60_000).toBeCloseTo(13.5, 0);
  });
});
