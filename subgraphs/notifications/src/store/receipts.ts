import type { Executor } from '@vitrina/platform/database';
import { receipt } from './receipt.table.ts';

type NewReceipt = typeof receipt.$inferInsert;

const placeOf = ({ stepId, status }: NewReceipt): string => `${stepId} ${status}`;

/** Writes words of providers, each once however often it comes; in one order, for relays say the same things side by side. */
export const noteReceipts = async (on: Executor, receipts: readonly NewReceipt[]): Promise<void> => {
  const rows = [...receipts].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  if (rows.length > 0) await on.insert(receipt).values(rows).onConflictDoNothing();
};
