import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freezeCommission, sharesAtRelease } from './commission.ts';
import { aPart, aPayment } from './fixtures/part.ts';
import type { Refund } from './payment.ts';
import { startRefund } from './refund.ts';

const line = (chargedMinor: bigint, index = 0) => ({ orderLineId: `orl_${index}`, categoryId: 'cat_1', chargedMinor });
const amount = fc.bigInt({ min: 1n, max: 10n ** 12n });
const rate = fc.integer({ min: 0, max: 10_000 });
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, each) => total + each, 0n);

describe('commission', () => {
  it('is the rate on the goods, split by largest remainder', () => {
    const frozen = freezeCommission([line(333n), line(333n, 1), line(334n, 2)], {
      basisPoints: 1_000,
      taxBasisPoints: 2_000,
      amountMinor: 1_200n,
    });
    expect(frozen.commissionMinor).toBe(100n);
    expect(frozen.taxMinor).toBe(20n);
    expect(frozen.lines.map((each) => each.amountMinor)).toEqual([33n, 33n, 34n]);
  });

  it('of all lines sums to the whole, and leaves the shop nothing below zero', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 20 }),
        amount,
        rate,
        rate,
        (charged, delivery, basisPoints, taxBasisPoints) => {
          const amountMinor = sum(charged) + delivery;
          const frozen = freezeCommission(charged.map(line), { basisPoints, taxBasisPoints, amountMinor });
          if (charged.length > 0)
            expect(sum(frozen.lines.map((each) => each.amountMinor))).toBe(frozen.commissionMinor);
          expect(frozen.commissionMinor + frozen.taxMinor).toBeLessThanOrEqual(amountMinor);
          expect(frozen.lines.every((each) => each.amountMinor >= 0n)).toBe(true);
        },
      ),
    );
  });
});

describe('a release', () => {
  const scenario = fc.record({
    amountMinor: amount,
    refundedShare: fc.integer({ min: 0, max: 9_999 }),
    basisPoints: rate,
    taxBasisPoints: rate,
  });

  it('splits what is left so that the parts sum to it', () => {
    fc.assert(
      fc.property(scenario, ({ amountMinor, refundedShare, basisPoints, taxBasisPoints }) => {
        const frozen = freezeCommission([line(amountMinor)], { basisPoints, taxBasisPoints, amountMinor });
        const refundedMinor = (amountMinor * BigInt(refundedShare)) / 10_000n;
        const shares = sharesAtRelease(
          aPart({
            amountMinor,
            fundedMinor: amountMinor,
            refundedMinor,
            commissionMinor: frozen.commissionMinor,
            commissionTaxMinor: frozen.taxMinor,
          }),
        );
        expect(shares.sellerMinor + shares.commissionMinor + shares.taxMinor).toBe(amountMinor - refundedMinor);
        for (const share of Object.values(shares)) expect(share).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  it('followed by refunds in any pieces takes from nobody more than they had, down to the last cent', () => {
    fc.assert(
      fc.property(
        scenario,
        fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 }),
        (given, pieces) => {
          const { amountMinor, basisPoints, taxBasisPoints } = given;
          const frozen = freezeCommission([line(amountMinor)], { basisPoints, taxBasisPoints, amountMinor });
          const funded = aPart({
            amountMinor,
            fundedMinor: amountMinor,
            commissionMinor: frozen.commissionMinor,
            commissionTaxMinor: frozen.taxMinor,
          });
          const shares = sharesAtRelease(funded);
          const part = {
            ...funded,
            releasedAt: new Date(0),
            releasedMinor: shares.grossMinor,
            releasedCommissionMinor: shares.commissionMinor,
            releasedTaxMinor: shares.taxMinor,
          };
          const earlier: Refund[] = [];
          let left = amountMinor;
          const take = (amountOfRefund: bigint) => {
            if (amountOfRefund <= 0n) return;
            const { refund } = startRefund(aPayment(), part, {
              reference: `r${earlier.length}`,
              amountMinor: amountOfRefund,
              reason: '',
              earlier,
            });
            earlier.push(refund);
            left -= amountOfRefund;
          };
          for (const piece of pieces) take((left * BigInt(piece)) / 20_000n);
          take(left);
          expect(sum(earlier.map((refund) => refund.fromSellerMinor))).toBe(shares.sellerMinor);
          expect(sum(earlier.map((refund) => refund.fromCommissionMinor))).toBe(shares.commissionMinor);
          expect(sum(earlier.map((refund) => refund.fromTaxMinor))).toBe(shares.taxMinor);
        },
      ),
    );
  });
});
