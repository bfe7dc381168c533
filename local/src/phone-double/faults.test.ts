import { describe, expect, it } from 'vitest';
import { Faults, faultRule } from './faults.ts';

const rules = (...given: object[]) => {
  const faults = new Faults();
  for (const rule of given) faults.add(faultRule.parse(rule));
  return faults;
};
const kinds = (faults: Faults, calls: number, provider: 'sms' | 'push' = 'sms') =>
  Array.from({ length: calls }, () => faults.take(provider)?.kind ?? 'well');

describe('what goes wrong at a provider', () => {
  it('is the next call, once, unless more is said', () => {
    expect(kinds(rules({ provider: 'sms', kind: 'GONE' }), 2)).toEqual(['GONE', 'well']);
  });

  it('comes after the calls that pass, and lasts as long as it is told', () => {
    const faults = rules({ provider: 'sms', kind: 'SERVER_ERROR', skip: 2, count: 2 });
    expect(kinds(faults, 6)).toEqual(['well', 'well', 'SERVER_ERROR', 'SERVER_ERROR', 'well', 'well']);
  });

  it('comes one after the other for rules of one provider, and beside each other for two', () => {
    const faults = rules(
      { provider: 'sms', kind: 'RATE_LIMITED', retryAfterSeconds: 7 },
      { provider: 'push', kind: 'GONE' },
      { provider: 'sms', kind: 'REFUSED' },
    );
    expect(faults.take('sms')).toEqual({ kind: 'RATE_LIMITED', retryAfterSeconds: 7 });
    expect(kinds(faults, 2)).toEqual(['REFUSED', 'well']);
    expect(kinds(faults, 2, 'push')).toEqual(['GONE', 'well']);
  });

  it('can be called off', () => {
    const faults = rules({ provider: 'sms', kind: 'GONE', count: 100 });
    expect(kinds(faults, 1)).toEqual(['GONE']);
    faults.clear();
    expect(kinds(faults, 1)).toEqual(['well']);
  });

  it.each([
    { kind: 'GONE' },
    { provider: 'fax', kind: 'GONE' },
    { provider: 'sms', kind: 'LOUD' },
    { provider: 'sms', kind: 'GONE', count: 0 },
    { provider: 'sms', kind: 'GONE', skip: -1 },
    { provider: 'sms', kind: 'GONE', often: 3 },
    { provider: 'sms', kind: 'GONE', retryAfterSeconds: 86_401 },
  ])('is not taken when it says %o', (rule) => expect(faultRule.safeParse(rule).success).toBe(false));
});
