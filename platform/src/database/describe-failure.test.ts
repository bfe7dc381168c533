import { describe, expect, it } from 'vitest';
import { describeFailure } from './describe-failure.ts';

const withCode = (code: string): Error => Object.assign(new Error(code), { code });

describe('what the operator reads', () => {
  it('names the causes from the outside in', () => {
    const error = new Error('Could not index.', { cause: new TypeError('fetch failed') });
    expect(describeFailure(error)).toBe('Error: Could not index. ← TypeError: fetch failed');
  });

  it('keeps the values of a failed statement to itself', () => {
    const error = new Error('Failed query: insert into seen values ($1)\nparams: 12 Baker Street', {
      cause: withCode('23505'),
    });
    expect(describeFailure(error)).toBe('Error: Failed query: insert into seen values ($1) ← Error: 23505');
  });

  it('can be stored, whatever a callee put into its message', () => {
    const error = new Error('Odd bytes: a\0b', { cause: 'half \ud83d' });
    expect(describeFailure(error)).toBe('Error: Odd bytes: a\ufffdb ← half \ufffd');
  });

  it('is bounded, even when causes go in a circle', () => {
    const circular = new Error('x'.repeat(5_000));
    circular.cause = circular;
    expect(describeFailure(circular)).toHaveLength(2_000);
  });
});
