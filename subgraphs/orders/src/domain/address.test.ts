import { describe, expect, it } from 'vitest';
import { readAddress } from './address.ts';

const good = { name: 'Ann', line1: 'Street 1', city: 'Town', country: 'DE' };

describe('reading an address', () => {
  it('cleans blanks and control characters and leaves out what is empty', () => {
    expect(readAddress({ ...good, name: '  Ann\u0000\n B ', line2: '   ' })).toMatchObject({
      address: { name: 'Ann   B', line2: null, postalCode: null },
    });
  });

  it('names every field that is missing or too long', () => {
    expect(readAddress({ ...good, city: ' ', line1: undefined, name: 'x'.repeat(201) })).toEqual({
      missing: ['line1', 'city'],
      tooLong: ['name'],
    });
  });
});
