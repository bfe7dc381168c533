import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashInput } from './index.ts';

describe('the hash of an input', () => {
  it('is the same whatever the order of its fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (input) => {
        const turned = Object.fromEntries(Object.entries(input).reverse());
        expect(hashInput({ nested: [turned] })).toBe(hashInput({ nested: [input] }));
      }),
    );
  });

  it('takes a field that is left out for one that is undefined, and not for null', () => {
    expect(hashInput({ a: 1, b: undefined })).toBe(hashInput({ a: 1 }));
    expect(hashInput({ a: 1, b: null })).not.toBe(hashInput({ a: 1 }));
  });

  it('is another for other values, whatever their kind', () => {
    const day = new Date('2026-01-01T00:00:00Z');
    const inputs = [{ a: 1n }, { a: 2n }, { a: [1, 2] }, { a: [2, 1] }, { a: day }, { a: new Date(0) }, { a: {} }, {}];
    expect(new Set(inputs.map(hashInput)).size).toBe(inputs.length);
  });
});
