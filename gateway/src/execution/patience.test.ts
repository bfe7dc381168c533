import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Patience } from './patience.ts';

const late = () => new Error('late');
const never = () => new Promise<never>(() => {});

describe('patience with many at once', () => {
  it('settles as the work does', async () => {
    const patience = new Patience(1_000);
    expect(await patience.within(Promise.resolve(1), late)).toBe(1);
    await expect(patience.within(Promise.reject(new Error('broken')), late)).rejects.toThrow('broken');
  });

  it('ends for each by itself, not before its time, and takes new ones afterwards', async () => {
    const patience = new Patience(60);
    const started = performance.now();
    const ends: number[] = [];
    const waitOne = () => patience.within(never(), late).catch(() => ends.push(performance.now() - started));
    const first = waitOne();
    await pause(30);
    await Promise.all([first, waitOne(), patience.within(pause(5), late)]);
    expect(ends).toHaveLength(2);
    expect(ends[0]).toBeGreaterThanOrEqual(59);
    expect((ends[1] ?? 0) - (ends[0] ?? 0)).toBeGreaterThanOrEqual(20);
    await expect(patience.within(never(), late)).rejects.toThrow('late');
  });
});
