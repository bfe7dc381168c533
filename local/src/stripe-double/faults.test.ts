import { describe, expect, test } from 'vitest';
import { type FaultRuleInput, Faults, faultRuleSchema } from './faults.ts';

function faultsWith(...rules: FaultRuleInput[]): Faults {
  const faults = new Faults();
  for (const rule of rules) faults.add(faultRuleSchema.parse(rule));
  return faults;
}

describe('a fault rule', () => {
  test.each([
    ['/v1/*', '/v1/charges', true],
    ['/v1/*', '/v1/payment_intents/pi_1/capture', true],
    ['/v1/payment_intents/*/capture', '/v1/payment_intents/pi_1/capture', true],
    ['/v1/payment_intents/*/capture', '/v1/payment_intents/pi_1/cancel', false],
    ['/v1/payment_intents', '/v1/payment_intents', true],
    ['/v1/payment_intents', '/v1/payment_intents/pi_1', false],
    ['/v1/payment_intents/*', '/v1/payment_intents', false],
  ])('%s on %s: %s', (path, request, expected) => {
    const faults = faultsWith({ path, fault: { kind: 'rate_limit' } });
    expect(faults.take('POST', request) !== undefined).toBe(expected);
  });

  test('waits for its method, skips, counts down and is gone', () => {
    const faults = faultsWith({ method: 'POST', skip: 1, count: 2, fault: { kind: 'rate_limit' } });
    expect(faults.take('GET', '/v1/x')).toBeUndefined();
    const kinds = [1, 2, 3, 4].map(() => faults.take('POST', '/v1/x')?.kind);
    expect(kinds).toEqual([undefined, 'rate_limit', 'rate_limit', undefined]);
    expect(faults.list()).toEqual([]);
  });

  test('gives way to an older one that matches too', () => {
    const faults = faultsWith({ fault: { kind: 'rate_limit' } }, { fault: { kind: 'slow', delayMs: 1 } });
    expect([faults.take('GET', '/v1/x')?.kind, faults.take('GET', '/v1/x')?.kind]).toEqual(['rate_limit', 'slow']);
  });

  test.each([
    [{ path: '/v2/x', fault: { kind: 'rate_limit' } }],
    [{ fault: { kind: 'respond', status: 404 } }],
    [{ fault: { kind: 'explode' } }],
    [{ count: 0, fault: { kind: 'rate_limit' } }],
    [{ cuont: 1, fault: { kind: 'rate_limit' } }],
  ])('%j is refused', (rule) => {
    expect(faultRuleSchema.safeParse(rule).success).toBe(false);
  });
});
