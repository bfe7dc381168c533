import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupStatus } from './group-status.ts';
import { statuses } from './order-state.ts';

describe('a group’s status', () => {
  it('is the purchase’s while that is under way', () => {
    expect(groupStatus('PROCESSING', ['DRAFT', 'DRAFT'])).toBe('PROCESSING');
    expect(groupStatus('REQUIRES_ACTION', ['DRAFT'])).toBe('REQUIRES_ACTION');
    expect(groupStatus('CANCELLED', ['CANCELLED'])).toBe('CANCELLED');
  });

  it.each([
    [['PAID', 'CONFIRMED'], 'CONFIRMED'],
    [['PAID', 'SHIPPED'], 'PARTLY_SHIPPED'],
    [['DELIVERED', 'PAID'], 'PARTLY_SHIPPED'],
    [['DELIVERED', 'SHIPPED'], 'SHIPPED'],
    [['DELIVERED', 'COMPLETED'], 'DELIVERED'],
    [['CANCELLED', 'DELIVERED'], 'DELIVERED'],
    [['CANCELLED', 'CANCELLED'], 'CANCELLED'],
  ] as const)('of %j is %s', (orders, expected) => {
    expect(groupStatus('SETTLED', orders)).toBe(expected);
  });

  it('does not depend on the order of the shops', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...statuses), { minLength: 1, maxLength: 6 }),
        (orders) => groupStatus('SETTLED', orders) === groupStatus('SETTLED', [...orders].reverse()),
      ),
    );
  });
});
