import { describe, expect, it } from 'vitest';
import {
  authorisedBooking,
  feeBooking,
  fundedBooking,
  refundAnnounced,
  refundBooked,
  refundBounced,
  refundGivenUp,
  releasedBooking,
  voidedBooking,
} from './facts.ts';
import { aPart, aPayment } from './fixtures/part.ts';
import type { Booking } from './ledger.ts';
import { cashProvider, type Refund } from './payment.ts';

const card = aPayment();
const cash = aPayment({ provider: cashProvider });
const part = aPart();
/** Account and amount of each side, debits positive. */
const sides = ({ legs }: Booking) => legs.map(({ account, amountMinor }) => [account.id, amountMinor]);
const refund = (given: Partial<Refund> = {}): Refund => ({
  id: 'rfd_1',
  reference: 'r1',
  orderId: 'ord_1',
  amountMinor: 100n,
  fromEscrowMinor: 100n,
  fromSellerMinor: 0n,
  fromCommissionMinor: 0n,
  fromTaxMinor: 0n,
  reason: 'Broken.',
  state: 'PENDING',
  providerRefundId: null,
  ...given,
});

describe('money that comes in', () => {
  it('is announced and then taken at the provider, for the order', () => {
    const announced = authorisedBooking(card, part);
    expect(announced).toMatchObject({ fact: 'AUTHORISATION', phase: 'PENDING', paymentId: 'pay_1', orderId: 'ord_1' });
    expect(sides(announced)).toEqual([
      ['provider_clearing:stripe:EUR', 1_000n],
      ['escrow:ord_1:EUR', -1_000n],
    ]);
    expect(fundedBooking(card, part, 800n, true)).toMatchObject({
      fact: 'CAPTURE',
      phase: 'POSTED',
      resolves: announced.source,
    });
    expect(sides(fundedBooking(card, part, 800n, true))).toEqual([
      ['provider_clearing:stripe:EUR', 800n],
      ['escrow:ord_1:EUR', -800n],
    ]);
  });

  it('that nobody announced ends nothing', () => {
    expect(fundedBooking(card, part, 1_000n, false).resolves).toBeUndefined();
  });

  it('at the door is in the shop’s hands', () => {
    const collected = fundedBooking(cash, part, 1_000n, true);
    expect(collected.fact).toBe('CASH_COLLECTION');
    expect(sides(collected)[0]).toEqual(['cash_on_delivery_receivable:shp_1:EUR', 1_000n]);
  });

  it('is told apart from every other fact by its source, and is the same fact when it comes again', () => {
    const all = [
      authorisedBooking(card, part),
      fundedBooking(card, part, 1n, true),
      voidedBooking(card, part),
      feeBooking(card, 1n, 'EUR'),
      releasedBooking(card, part, { grossMinor: 1n, commissionMinor: 0n, taxMinor: 0n, sellerMinor: 1n }),
      refundAnnounced(card, part, refund()),
      refundBooked(card, part, refund()),
      refundGivenUp(card, part, refund()),
      refundBounced(card, part, refund()),
    ].map(({ source }) => source);
    expect(new Set(all).size).toBe(all.length);
    expect(fundedBooking(card, part, 5n, false).source).toBe(fundedBooking(card, part, 9n, true).source);
  });

  it('leaves the provider’s fee in the currency it settles in', () => {
    expect(sides(feeBooking(card, 59n, 'USD'))).toEqual([
      ['provider_fees:stripe:USD', 59n],
      ['provider_clearing:stripe:USD', -59n],
    ]);
  });

  it('that will not come moves nothing and ends its announcement', () => {
    const voided = voidedBooking(card, part);
    expect(voided).toMatchObject({ phase: 'VOIDED', resolves: authorisedBooking(card, part).source, legs: [] });
  });
});

describe('money that goes out', () => {
  it('at release is the shop’s, less commission and tax; what is nothing is left out', () => {
    const shares = { grossMinor: 1_000n, commissionMinor: 100n, taxMinor: 20n, sellerMinor: 880n };
    expect(sides(releasedBooking(card, part, shares))).toEqual([
      ['escrow:ord_1:EUR', 1_000n],
      ['seller_payable:shp_1:EUR', -880n],
      ['commission:EUR', -100n],
      ['commission_tax:EUR', -20n],
    ]);
    const free = { grossMinor: 1_000n, commissionMinor: 0n, taxMinor: 0n, sellerMinor: 1_000n };
    expect(sides(releasedBooking(card, part, free))).toHaveLength(2);
  });

  it('at release without its shares summing up is a defect', () => {
    const short = { grossMinor: 1_000n, commissionMinor: 100n, taxMinor: 20n, sellerMinor: 879n };
    expect(() => releasedBooking(card, part, short)).toThrow(/off by 1 EUR/);
  });

  it('to the buyer is taken from where the refund says', () => {
    const split = refund({ fromEscrowMinor: 40n, fromSellerMinor: 50n, fromCommissionMinor: 8n, fromTaxMinor: 2n });
    expect(sides(refundBooked(card, part, split))).toEqual([
      ['escrow:ord_1:EUR', 40n],
      ['seller_payable:shp_1:EUR', 50n],
      ['commission:EUR', 8n],
      ['commission_tax:EUR', 2n],
      ['provider_clearing:stripe:EUR', -100n],
    ]);
  });

  it('to the buyer in cash is the shop’s to hand back', () => {
    expect(sides(refundBooked(cash, part, refund())).at(-1)).toEqual(['cash_on_delivery_receivable:shp_1:EUR', -100n]);
  });

  it('and comes back is the refund turned round, to the cent', () => {
    const split = refund({ fromEscrowMinor: 33n, fromSellerMinor: 60n, fromCommissionMinor: 5n, fromTaxMinor: 2n });
    const turned = sides(refundBounced(card, part, split)).map(([id, amount]) => [id, -(amount as bigint)]);
    expect(turned).toEqual(sides(refundBooked(card, part, split)));
  });

  it('is announced first; settling and giving up end the same announcement', () => {
    const { source } = refundAnnounced(card, part, refund());
    expect(refundBooked(card, part, refund()).resolves).toBe(source);
    expect(refundGivenUp(card, part, refund())).toMatchObject({ resolves: source, legs: [], phase: 'VOIDED' });
    expect(refundBounced(card, part, refund()).resolves).toBeUndefined();
  });
});
