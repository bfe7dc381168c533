import { describe, expect, it } from 'vitest';
import { Asked } from './asked.ts';

const request = {
  query: '{ a }',
  token: 't',
  meta: { requestId: 'r', ip: '127.0.0.1', userAgent: '', locale: 'en' },
};

describe('an operation with one answer', () => {
  it('tells whoever listens that nobody waits any more', () => {
    const asked = new Asked(request);
    const { signal } = asked;
    expect(signal.aborted).toBe(false);
    asked.abort();
    expect(signal.aborted).toBe(true);
    expect(asked.signal).toBe(signal);
  });

  it('tells it also those who ask afterwards', () => {
    const asked = new Asked(request);
    asked.abort();
    expect(asked.signal.aborted).toBe(true);
  });
});
