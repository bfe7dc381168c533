import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { checkoutShops } from '../clients/seller/checkout-shops.ts';
import { type ChargedLine, freezeCommission } from '../domain/commission.ts';
import { noChange } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import { lockPaymentOfOrder } from '../store/load-payment.ts';
import { commissionLine } from '../store/payment.table.ts';
import { saveChange } from './save-change.ts';

export interface PlacedOrder {
  readonly orderId: string;
  readonly shopId: string;
  readonly totalMinor: bigint;
  readonly lines: readonly ChargedLine[];
}

/**
 * Freezes the market's share of an order as the shop's terms are when it is placed. The money may have been captured
 * before: shares are only used at release, which waits for this.
 */
export const freezeOrderCommission = async (
  scope: { readonly tx: Tx; readonly services: Services },
  order: PlacedOrder,
): Promise<void> => {
  const { tx, services } = scope;
  const [terms] = await checkoutShops(services.internal, [order.shopId]);
  invariant(terms, `The shop ${order.shopId} sold something and is not known to seller.`);
  const loaded = await lockPaymentOfOrder(tx, order.orderId);
  const part = loaded?.parts.find((candidate) => candidate.orderId === order.orderId);
  invariant(loaded && part, `The order ${order.orderId} was placed without a payment.`);
  invariant(
    part.amountMinor === order.totalMinor,
    `The order ${order.orderId} costs ${order.totalMinor}, its payment says ${part.amountMinor}.`,
  );
  if (part.frozenAt) return;
  const frozen = freezeCommission(order.lines, {
    basisPoints: terms.commissionBasisPoints,
    taxBasisPoints: services.commissionTaxBasisPoints,
    amountMinor: part.amountMinor,
  });
  const patch = {
    frozenAt: services.clock.now(),
    commissionMinor: frozen.commissionMinor,
    commissionTaxMinor: frozen.taxMinor,
  };
  const lines = frozen.lines.map((line, position) => ({ ...line, orderId: order.orderId, position }));
  await Promise.all([
    lines.length > 0 ? tx.insert(commissionLine).values(lines) : null,
    saveChange(scope, loaded, { ...noChange, parts: new Map([[order.orderId, patch]]) }),
  ]);
};
