import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from '../../database/index.ts';
import { describeFailure } from './failure.ts';

const withCode = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });

describe('telling an outage from a failure', () => {
  it.each(['57P01', '57P03', '08006', '53300', 'CONNECTION_CLOSED', 'CONNECT_TIMEOUT'])(
    'takes %s for our database being away',
    (code) => {
      expect(isDatabaseAway(withCode(code))).toBe(true);
      expect(isDatabaseAway(new Error('Failed query', { cause: withCode(code) }))).toBe(true);
    },
  );

  it.each(['23505', '40001', '40P01', '57014', '22P02', 'UNAVAILABLE'])(
    'takes %s for a failure of the handler',
    (code) => {
      expect(isDatabaseAway(withCode(code))).toBe(false);
    },
  );

  it('takes a refused socket for an outage only when the database driver met it', () => {
    expect(isDatabaseAway(withCode('ECONNREFUSED', { query: 'begin' }))).toBe(true);
    expect(isDatabaseAway(new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }))).toBe(false);
  });

  it('survives errors that are no errors', () => {
    for (const odd of [undefined, null, 7, 'text', {}, Object.create(null)]) expect(isDatabaseAway(odd)).toBe(false);
  });
});

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

  it('is bounded, even when causes go in a circle', () => {
    const circular = new Error('x'.repeat(5_000));
    circular.cause = circular;
    expect(describeFailure(circular)).toHaveLength(2_000);
  });
});
