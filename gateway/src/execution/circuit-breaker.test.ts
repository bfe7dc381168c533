import { manualClock } from '@vitrina/platform/clock';
import { describe, expect, it } from 'vitest';
import { circuitBreaker } from './circuit-breaker.ts';

describe('the circuit breaker', () => {
  const options = { failures: 3, pauseMs: 1_000 };

  it('stays closed while failures do not come in a row', () => {
    const breaker = circuitBreaker(manualClock(), options);
    for (const outcome of ['failed', 'failed', 'succeeded', 'failed', 'failed'] as const) breaker[outcome]();
    expect(breaker.allows()).toBe(true);
  });

  it('opens after failures in a row, lets one try through per pause, and closes when that succeeds', () => {
    const clock = manualClock();
    const breaker = circuitBreaker(clock, options);
    for (let count = 0; count < 3; count += 1) breaker.failed();
    expect(breaker.allows()).toBe(false);
    clock.advance(1_000);
    expect([breaker.allows(), breaker.allows()]).toEqual([true, false]);
    breaker.failed();
    expect(breaker.allows()).toBe(false);
    clock.advance(1_000);
    expect(breaker.allows()).toBe(true);
    breaker.succeeded();
    expect([breaker.allows(), breaker.allows()]).toEqual([true, true]);
  });
});
