import { describe, expect, it } from 'vitest';
import { AppError, Defect } from '../errors/index.ts';
import { isPassing, retryDelayMs } from './retry.ts';

describe('trying a step again', () => {
  it('waits longer after each failure, up to half a minute, never in step with others', () => {
    const longest = [1, 2, 3, 4, 10, 1_000].map((failures) => retryDelayMs(failures, () => 1));
    expect(longest).toEqual([250, 500, 1_000, 2_000, 30_000, 30_000]);
    expect(retryDelayMs(1, () => 0)).toBe(125);
  });

  it('tells a callee that is away from one that is broken', () => {
    expect(isPassing(new AppError('UNAVAILABLE', 'Away.'))).toBe(true);
    expect(isPassing(new AppError('CONFLICT', 'Busy.'))).toBe(true);
    expect(isPassing(new AppError('BAD_USER_INPUT', 'Wrong.'))).toBe(false);
    expect(isPassing(new Defect('Broken.'))).toBe(false);
    expect(isPassing('text')).toBe(false);
  });

  it('blames no saga for a database of its own that is away or full', () => {
    for (const code of ['CONNECTION_CLOSED', '57P01', '53100'])
      expect(isPassing(new Error('Failed query', { cause: Object.assign(new Error(), { code }) }))).toBe(true);
    expect(isPassing(Object.assign(new Error('duplicate key'), { code: '23505' }))).toBe(false);
  });
});
