import { describe, expect, it } from 'vitest';
import { createCloseTogether } from './close-together.ts';
import type { Delivery } from './contract.ts';

const delivery = (position: string): Delivery => ({
  consumer: 'shop.write-down',
  position,
  lease: 'lease',
  attempts: 0,
  event: {
    eventId: `evt_${position}`,
    name: 'parcel.moved',
    version: 1,
    aggregateId: 'parcel',
    aggregateVersion: 1,
    occurredAt: new Date(0),
    payload: {},
  },
});

describe('closings', () => {
  it('of several contexts that come together are one statement', async () => {
    const statements: string[][] = [];
    const close = createCloseTogether(async (deliveries) => {
      statements.push(deliveries.map(({ position }) => position));
    });
    await Promise.all([close([delivery('1')]), close([delivery('2'), delivery('3')]), close([])]);
    await close([delivery('4')]);
    expect(statements).toEqual([['1', '2', '3'], ['4']]);
  });

  it('that fail, fail for all who shared them and for nobody after', async () => {
    let isAway = true;
    const close = createCloseTogether(async () => {
      if (isAway) throw new Error('away');
    });
    const settled = await Promise.allSettled([close([delivery('1')]), close([delivery('2')])]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    await close([delivery('3')]);
  });
});
