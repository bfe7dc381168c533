import { allocate, basisPointsOf } from '@vitrina/platform/money';
import type { Shares } from './facts.ts';
import type { Part } from './payment.ts';

/** A line of an order as commission sees it. */
export interface ChargedLine {
  readonly orderLineId: string;
  readonly categoryId: string;
  readonly chargedMinor: bigint;
}

/** Commission as it is frozen: the lines' shares sum to the whole. */
export interface Frozen {
  readonly lines: readonly (ChargedLine & { readonly basisPoints: number; readonly amountMinor: bigint })[];
  readonly commissionMinor: bigint;
  readonly taxMinor: bigint;
}

const atMost = (amount: bigint, limit: bigint): bigint => (amount > limit ? limit : amount);

/**
 * Works the commission of an order out: the rate on the goods as a whole (delivery and tax carry none), split over the
 * lines by largest remainder so that no cent appears or vanishes. `taxBasisPoints` is the tax on the commission. What
 * the market keeps never exceeds what the buyer paid for the order.
 */
export const freezeCommission = (
  lines: readonly ChargedLine[],
  rates: { readonly basisPoints: number; readonly taxBasisPoints: number; readonly amountMinor: bigint },
): Frozen => {
  const goods = lines.reduce((total, line) => total + line.chargedMinor, 0n);
  const commissionMinor = atMost(basisPointsOf(goods, rates.basisPoints), rates.amountMinor);
  const taxMinor = atMost(basisPointsOf(commissionMinor, rates.taxBasisPoints), rates.amountMinor - commissionMinor);
  const shares =
    lines.length === 0
      ? []
      : allocate(
          commissionMinor,
          lines.map((line) => line.chargedMinor),
        );
  return {
    lines: lines.map((line, index) => ({ ...line, basisPoints: rates.basisPoints, amountMinor: shares[index] ?? 0n })),
    commissionMinor,
    taxMinor,
  };
};

/** The share of `amountMinor` that belongs to `keptMinor` out of `wholeMinor`. */
const inProportion = (amountMinor: bigint, keptMinor: bigint, wholeMinor: bigint): bigint =>
  allocate(amountMinor, [keptMinor, wholeMinor - keptMinor])[0] ?? 0n;

/** Splits what is left in escrow between shop and market: commission shrinks with what was refunded before. */
export const sharesAtRelease = (part: Part): Shares => {
  const grossMinor = part.fundedMinor - part.refundedMinor;
  const commissionMinor = inProportion(part.commissionMinor ?? 0n, grossMinor, part.amountMinor);
  const taxMinor = atMost(
    inProportion(part.commissionTaxMinor ?? 0n, grossMinor, part.amountMinor),
    grossMinor - commissionMinor,
  );
  return { grossMinor, commissionMinor, taxMinor, sellerMinor: grossMinor - commissionMinor - taxMinor };
};
