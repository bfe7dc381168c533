import { describe, expect, it } from 'vitest';
import { type SignedTerms, signTerms, verifyTerms } from './sign.ts';

const secret = Buffer.alloc(32, 1);
const now = 1_000;
const get: SignedTerms = { method: 'GET', bucket: 'private', key: 'a/b', expires: now + 60, type: '', size: 0 };
const put: SignedTerms = { ...get, method: 'PUT', type: 'image/png', size: 12 };
const shownBy = (terms: SignedTerms): Record<string, string> =>
  Object.fromEntries(new URL(signTerms(secret, terms), 'http://x').searchParams);

describe('a signed address', () => {
  it('allows what it was made for, until its time is over', () => {
    for (const terms of [get, put]) {
      const shown = shownBy(terms);
      expect(verifyTerms(secret, terms, shown, now)).toEqual(terms);
      expect(verifyTerms(secret, terms, shown, now + 59)).toEqual(terms);
      expect(verifyTerms(secret, terms, shown, now + 60)).toBe('expired');
    }
  });

  it.each([
    ['method', { method: 'PUT' }],
    ['bucket', { bucket: 'public' }],
    ['key', { key: 'a/c' }],
  ] as const)('allows no other %s', (_what, other) => {
    expect(verifyTerms(secret, { ...get, ...other }, shownBy(get), now)).toBe('forged');
  });

  it.each([
    ['expires', { expires: '9999999999' }],
    ['type', { type: 'text/html' }],
    ['type that hides a field', { type: 'image/png\n12' }],
    ['size', { size: '13' }],
    ['signature', { signature: 'x'.repeat(43) }],
    ['signature of another form', { signature: '' }],
    ['number', { expires: 'soon' }],
  ])('does not survive another %s', (_what, other) => {
    expect(verifyTerms(secret, put, { ...shownBy(put), ...other }, now)).toBe('forged');
  });

  it('is worth nothing under another secret, not even when it is too old', () => {
    expect(verifyTerms(Buffer.alloc(32, 2), get, shownBy(get), now + 99)).toBe('forged');
    expect(verifyTerms(secret, get, undefined, now)).toBe('forged');
  });
});
