import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { failAfter, within } from './index.ts';

const never = new Promise<never>(() => {});

describe('a wait with an end', () => {
  it('is as long as the work and has its outcome', async () => {
    expect(await within(1_000, Promise.resolve('done'), () => 'late')).toBe('done');
    await expect(within(1_000, Promise.reject(new Error('broken')), () => 'late')).rejects.toThrow('broken');
  });

  it('ends without the work when that takes too long', async () => {
    expect(await within(5, never, () => 'late')).toBe('late');
    await expect(failAfter(5, never, () => new Error('too late'))).rejects.toThrow('too late');
  });

  it('hears no more of work that fails afterwards', async () => {
    const failing = pause(20).then(() => Promise.reject(new Error('unheard')));
    expect(await within(5, failing, () => 'late')).toBe('late');
    await pause(40);
  });

  describe('and its timer', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('is gone with it', async () => {
      await within(60_000, Promise.resolve(), () => undefined);
      await failAfter(60_000, Promise.reject(new Error('broken')), () => new Error('late')).catch(() => undefined);
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});
