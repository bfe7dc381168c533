import type { Tx } from '@vitrina/platform/database';
import { dayOf } from '../domain/sales.ts';
import { addToDay } from '../store/sales.ts';

export interface PaidOrder {
  readonly shopId: string;
  readonly currency: string;
  /** Minor units in decimal digits, as events carry them. */
  readonly amountMinor: string;
}

/** Adds an order to the sales of the day it was paid. A shop this context does not know is none of its business. */
export const countPaidOrder = (tx: Tx, { shopId, currency, amountMinor }: PaidOrder, paidAt: Date): Promise<void> =>
  addToDay(tx, { shopId, day: dayOf(paidAt), currency, amountMinor: BigInt(amountMinor) });
