import { describe, expect, it, vi } from 'vitest';
import { outlast } from './outlast.ts';

const away = () => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });

describe('work that outlasts an outage of the database', () => {
  it('is done again until the database is back', async () => {
    const work = vi.fn<() => Promise<string>>().mockRejectedValueOnce(away()).mockResolvedValue('done');
    expect(await outlast(work, AbortSignal.timeout(60_000))).toBe('done');
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('is done again when another transaction was let through first', async () => {
    const gaveWay = Object.assign(new Error('deadlock detected'), { code: '40P01' });
    const work = vi.fn<() => Promise<string>>().mockRejectedValueOnce(gaveWay).mockResolvedValue('done');
    expect(await outlast(work, AbortSignal.timeout(60_000))).toBe('done');
  });

  it('fails at once for what does not pass by itself', async () => {
    const work = vi.fn<() => Promise<never>>().mockRejectedValue(new Error('a defect'));
    await expect(outlast(work, AbortSignal.timeout(60_000))).rejects.toThrow('a defect');
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('ends when the worker is asked to stop', async () => {
    const work = vi.fn<() => Promise<never>>().mockRejectedValue(away());
    await expect(outlast(work, AbortSignal.abort())).rejects.toThrow('terminating connection');
    expect(work).toHaveBeenCalledTimes(1);
  });
});
