import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planLadder } from './index.ts';

const widths = (width: number, height: number, frames = 1) =>
  planLadder({ width, height, frames }).map((rung) => rung.width);

it('climbs to 1920 and ends with the original where that is narrower', () => {
  expect(widths(4000, 3000)).toEqual([160, 320, 640, 960, 1280, 1920]);
  expect(widths(1000, 3000)).toEqual([160, 320, 640, 960, 1000]);
  expect(widths(640, 480)).toEqual([160, 320, 640]);
  expect(widths(20, 20)).toEqual([20]);
});

it('ends animations at 640', () => {
  expect(widths(1920, 1080, 12)).toEqual([160, 320, 640]);
});

it('renders very long pictures narrower, because WebP ends at 16,383 pixels', () => {
  expect(planLadder({ width: 500, height: 20_000, frames: 1 }).at(-1)).toEqual({ width: 409, height: 16_360 });
});

it('never enlarges, never repeats a width and never makes a side of nothing', () => {
  const side = fc.integer({ min: 16, max: 60_000 });
  fc.assert(
    fc.property(side, side, fc.integer({ min: 1, max: 300 }), (width, height, frames) => {
      const rungs = planLadder({ width, height, frames });
      const all = rungs.map((rung) => rung.width);
      expect(all).toEqual([...new Set(all)].sort((left, right) => left - right));
      for (const rung of rungs) {
        expect(rung.width).toBeLessThanOrEqual(width);
        expect(rung.height).toBeGreaterThanOrEqual(1);
        expect(rung.height).toBeLessThanOrEqual(16_383);
      }
    }),
  );
});
