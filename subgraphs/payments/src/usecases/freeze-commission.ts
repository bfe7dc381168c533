import type { Tx } from '@vitrina/platform/database';
import { invariant } from '@vitrina/platform/errors';
import { checkoutShops } from '../clients/seller/checkout-shops.ts';
import { type ChargedLine, freezeCommission } from '../domain/commission.ts';
import { noChange, type Part } from '../domain/payment.ts';
import type { Services } from '../services.ts';
import { type LoadedPayment, lockPaymentsOfGroups } from '../store/load-payment.ts';
import type { CommissionLineRow } from '../store/payment.table.ts';
import { insertCommissionLines } from '../store/write-payment.ts';
import { saveChange } from './save-change.ts';

export interface PlacedOrder {
  readonly orderId: string;
  readonly groupId: string;
  readonly shopId: string;
  readonly totalMinor: bigint;
  readonly lines: readonly ChargedLine[];
}

interface Scope {
  readonly tx: Tx;
  readonly services: Services;
}

/** What freezing writes for the orders of one payment. */
interface Frozen {
  readonly parts: ReadonlyMap<string, Partial<Part>>;
  readonly lines: readonly CommissionLineRow[];
}

const freeze = (
  { clock, commissionTaxBasisPoints: taxBasisPoints }: Services,
  { parts }: LoadedPayment,
  orders: readonly PlacedOrder[],
  rates: ReadonlyMap<string, number>,
): Frozen => {
  const patches = new Map<string, Partial<Part>>();
  const lines: CommissionLineRow[] = [];
  for (const { orderId, shopId, totalMinor, lines: charged } of orders) {
    const part = parts.find((candidate) => candidate.orderId === orderId);
    invariant(part, `The order ${orderId} was placed without a payment.`);
    invariant(
      part.amountMinor === totalMinor,
      `The order ${orderId} costs ${totalMinor}, its payment says ${part.amountMinor}.`,
    );
    if (part.frozenAt || patches.has(orderId)) continue;
    const basisPoints = rates.get(shopId);
    invariant(basisPoints !== undefined, `The shop ${shopId} sold something and is not known to seller.`);
    const frozen = freezeCommission(charged, { basisPoints, taxBasisPoints, amountMinor: part.amountMinor });
    patches.set(orderId, {
      frozenAt: clock.now(),
      commissionMinor: frozen.commissionMinor,
      commissionTaxMinor: frozen.taxMinor,
    });
    lines.push(...frozen.lines.map((line, position) => ({ ...line, orderId, position })));
  }
  return { parts: patches, lines };
};

/**
 * Freezes the market's share of orders as the shops' terms are when they are placed. The money may have been captured
 * before: shares are only used at release, which waits for this.
 */
export const freezeCommissions = async (scope: Scope, orders: readonly PlacedOrder[]): Promise<void> => {
  const { tx, services } = scope;
  const shops = await checkoutShops(services.internal, [...new Set(orders.map(({ shopId }) => shopId))]);
  const rates = new Map(shops.map(({ shopId, commissionBasisPoints }) => [shopId, commissionBasisPoints]));
  const loaded = await lockPaymentsOfGroups(tx, [...new Set(orders.map(({ groupId }) => groupId))]);
  const stray = orders.find(({ groupId }) => !loaded.some(({ payment }) => payment.groupId === groupId));
  invariant(!stray, `The order ${stray?.orderId} was placed without a payment.`);
  const frozen = loaded.map((one) => {
    const its = orders.filter(({ groupId }) => groupId === one.payment.groupId);
    return { loaded: one, ...freeze(services, one, its, rates) };
  });
  // Sent together; each payment's change is its own.
  await Promise.all([
    insertCommissionLines(
      tx,
      frozen.flatMap(({ lines }) => lines),
    ),
    ...frozen
      .filter(({ parts }) => parts.size > 0)
      .map(({ loaded: one, parts }) => saveChange(scope, one, { ...noChange, parts })),
  ]);
};
