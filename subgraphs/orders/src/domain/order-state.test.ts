import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ActorKind,
  actorKinds,
  availableActions,
  type Command,
  commands,
  type OrderFacts,
  type OrderStatus,
  statuses,
  transition,
} from './order-state.ts';

const anyStatus = fc.constantFrom(...statuses);
const anyCommand = fc.constantFrom(...commands);
const anyActor = fc.constantFrom(...actorKinds);
const anyFacts = fc.record<OrderFacts>({
  terms: fc.constantFrom('PREPAID', 'ON_DELIVERY'),
  paymentStatus: fc.constantFrom(
    'PENDING',
    'AUTHORISED',
    'DUE_ON_DELIVERY',
    'PAID',
    'REFUND_PENDING',
    'REFUNDED',
    'VOIDED',
  ),
});

const prepaid: OrderFacts = { terms: 'PREPAID', paymentStatus: 'AUTHORISED' };
const paid: OrderFacts = { terms: 'PREPAID', paymentStatus: 'PAID' };
const cash: OrderFacts = { terms: 'ON_DELIVERY', paymentStatus: 'DUE_ON_DELIVERY' };

const to = (from: OrderStatus, command: Command, by: ActorKind, facts: OrderFacts): OrderStatus | string => {
  const result = transition(from, command, by, facts);
  return result.ok ? result.value : result.refusals[0].reason;
};

describe('the life of an order', () => {
  it('answers every status, command, actor and fact with a status or a reason', () => {
    fc.assert(
      fc.property(anyStatus, anyCommand, anyActor, anyFacts, (status, command, actor, facts) => {
        const result = transition(status, command, actor, facts);
        return result.ok ? statuses.includes(result.value) : result.refusals[0].message.length > 20;
      }),
      { numRuns: 5_000 },
    );
  });

  it('lets nothing but a refund happen to what is over, and never leaves it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<OrderStatus>('COMPLETED', 'CANCELLED'),
        anyCommand,
        anyActor,
        anyFacts,
        (status, command, actor, facts) => {
          const result = transition(status, command, actor, facts);
          return !result.ok || (command === 'refund' && actor === 'SYSTEM' && result.value === status);
        },
      ),
    );
  });

  it('never moves backwards, whatever is commanded in whatever order', () => {
    const rank: Record<OrderStatus, number> = {
      DRAFT: 0,
      CONFIRMED: 1,
      PAID: 2,
      SHIPPED: 3,
      DELIVERED: 4,
      COMPLETED: 5,
      CANCELLED: 5,
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, anyActor, anyFacts), { maxLength: 30 }), (steps) => {
        let status: OrderStatus = 'DRAFT';
        for (const [command, actor, facts] of steps) {
          const result = transition(status, command, actor, facts);
          if (!result.ok) continue;
          if (rank[result.value] < rank[status]) return false;
          status = result.value;
        }
        return true;
      }),
      { numRuns: 2_000 },
    );
  });

  it('walks the prepaid path', () => {
    expect(to('DRAFT', 'confirm', 'SYSTEM', prepaid)).toBe('CONFIRMED');
    expect(to('CONFIRMED', 'pay', 'SYSTEM', prepaid)).toBe('PAID');
    expect(to('PAID', 'ship', 'SHOP', paid)).toBe('SHIPPED');
    expect(to('SHIPPED', 'deliver', 'BUYER', paid)).toBe('DELIVERED');
    expect(to('DELIVERED', 'complete', 'SYSTEM', paid)).toBe('COMPLETED');
  });

  it('goes straight to paid when the money came before the confirmation', () => {
    expect(to('DRAFT', 'pay', 'SYSTEM', prepaid)).toBe('DRAFT');
    expect(to('DRAFT', 'confirm', 'SYSTEM', paid)).toBe('PAID');
  });

  it('does not ship prepaid goods before they are paid, and ships cash on delivery at once', () => {
    expect(to('CONFIRMED', 'ship', 'SHOP', prepaid)).toBe('condition');
    expect(to('CONFIRMED', 'ship', 'SHOP', cash)).toBe('SHIPPED');
  });

  it('completes cash on delivery only once the cash is there', () => {
    expect(to('DELIVERED', 'complete', 'SYSTEM', cash)).toBe('condition');
    expect(to('DELIVERED', 'pay', 'SYSTEM', cash)).toBe('DELIVERED');
    expect(to('DELIVERED', 'complete', 'SYSTEM', { ...cash, paymentStatus: 'PAID' })).toBe('COMPLETED');
  });

  it('keeps buyers from shipping, shops from confirming, and everybody from cancelling what is on its way', () => {
    expect(to('PAID', 'ship', 'BUYER', paid)).toBe('actor');
    expect(to('DRAFT', 'confirm', 'SHOP', prepaid)).toBe('actor');
    for (const actor of actorKinds) expect(to('SHIPPED', 'cancel', actor, paid)).toBe('status');
  });

  it('offers exactly the actions the table allows', () => {
    expect(availableActions('PAID', ['BUYER'], paid)).toEqual(['CANCEL']);
    expect(availableActions('PAID', ['SHOP'], paid)).toEqual(['SHIP', 'CANCEL']);
    expect(availableActions('CONFIRMED', ['SHOP'], prepaid)).toEqual(['CANCEL']);
    expect(availableActions('SHIPPED', ['BUYER'], paid)).toEqual(['CONFIRM_DELIVERY']);
    expect(availableActions('SHIPPED', ['ADMIN'], paid)).toEqual(['MARK_DELIVERED']);
    expect(availableActions('PAID', [], paid)).toEqual([]);
  });
});
