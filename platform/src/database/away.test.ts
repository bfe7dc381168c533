import { describe, expect, it } from 'vitest';
import { isDatabaseAway, isDatabaseFull, isDatabaseOutage } from './away.ts';

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

  it('knows a server that cannot write for want of disk or memory, which is no outage', () => {
    const full = new Error('Failed query', { cause: withCode('53100') });
    expect([isDatabaseFull(full), isDatabaseAway(full)]).toEqual([true, false]);
    expect(isDatabaseFull(withCode('57P01'))).toBe(false);
  });

  it('blames no piece of work for either, and every other failure on the work', () => {
    const wrapped = (code: string) => new Error('Failed query', { cause: withCode(code) });
    expect(['57P01', '53100', '53200'].map((code) => isDatabaseOutage(wrapped(code)))).toEqual([true, true, true]);
    // A statement that was cancelled for taking too long may well be the one that is at fault.
    expect(['57014', '40P01', '23505'].map((code) => isDatabaseOutage(wrapped(code)))).toEqual([false, false, false]);
  });
});
