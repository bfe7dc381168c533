import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AllMarks, blockedBy, marksOf, otherSide, stateOf } from './sides.ts';

const none: AllMarks = { buyerRead: 0, buyerDelivered: 0, shopRead: 0, shopDelivered: 0 };

describe('how far a message is', () => {
  it('is told from the marks of the side it was written to', () => {
    const marks = { ...none, buyerRead: 9, buyerDelivered: 9, shopRead: 1, shopDelivered: 2 };
    expect([1, 2, 3].map((sequence) => stateOf({ sequence, side: 'BUYER' }, marks))).toEqual([
      'READ',
      'DELIVERED',
      'SENT',
    ]);
    expect(stateOf({ sequence: 9, side: 'SHOP' }, marks)).toBe('READ');
  });

  it('never goes back while marks move forward', () => {
    const order = ['SENT', 'DELIVERED', 'READ'];
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), fc.nat(5), fc.nat(5), (sequence, read, delivered, a, b) => {
        const before = stateOf({ sequence, side: 'SHOP' }, { ...none, buyerRead: read, buyerDelivered: delivered });
        const after = stateOf(
          { sequence, side: 'SHOP' },
          { ...none, buyerRead: read + a, buyerDelivered: delivered + b },
        );
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });
});

describe('marks and blocks', () => {
  it('count what is read as delivered', () => {
    expect(marksOf({ ...none, shopRead: 5, shopDelivered: 3 }, 'SHOP')).toEqual({ read: 5, delivered: 5 });
  });

  it('name the sides that block, each for itself', () => {
    const now = new Date();
    expect(blockedBy({ blockedByBuyerAt: null, blockedByShopAt: null })).toEqual([]);
    expect(blockedBy({ blockedByBuyerAt: now, blockedByShopAt: now })).toEqual(['BUYER', 'SHOP']);
    expect((['BUYER', 'SHOP'] as const).map(otherSide)).toEqual(['SHOP', 'BUYER']);
  });
});
