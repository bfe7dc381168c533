import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { orderGroupNumber, orderNumber } from './order-number.ts';

describe('order numbers', () => {
  it('use no letters or digits that look or sound alike', () => {
    for (let nth = 0; nth < 200; nth += 1)
      expect(orderGroupNumber(randomBytes)).toMatch(/^V-[34679ACDEFGHJKMNPQRTWXY]{5}-[34679ACDEFGHJKMNPQRTWXY]{5}$/);
  });

  it('leave out bytes that would make some characters likelier', () => {
    const bytes = [255, 254, 253, ...Array.from({ length: 17 }, () => 0)];
    expect(orderGroupNumber(() => Uint8Array.from(bytes))).toBe('V-33333-33333');
  });

  it('name each shop’s order by letters, two after the eighteenth', () => {
    const suffixes = Array.from({ length: 400 }, (_, position) => orderNumber('V', position));
    expect(suffixes.slice(0, 3)).toEqual(['V-A', 'V-C', 'V-D']);
    expect(suffixes.slice(17, 20)).toEqual(['V-Y', 'V-AA', 'V-AC']);
    expect(new Set(suffixes).size).toBe(400);
  });
});
