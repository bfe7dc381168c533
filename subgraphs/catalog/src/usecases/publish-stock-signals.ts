import type { Tx } from '@vitrina/platform/database';
import type { EventPublisher, NewEvent } from '@vitrina/platform/events';
import { inventoryLow, inventoryOut, inventoryRestocked } from '@vitrina/schema/events';
import type { CellChange } from '../domain/stock-book.ts';
import { type StockSignal, signalOf } from '../domain/stock-signals.ts';
import type { LockedCell } from '../store/stock.store.ts';

const contracts = { low: inventoryLow, out: inventoryOut, restocked: inventoryRestocked };

interface StockPayload {
  readonly variantId: string;
  readonly productId: string;
  readonly shopId: string;
  readonly available: number;
}

interface Moved {
  readonly cell: LockedCell;
  before: number;
  after: number;
  version: number;
}

/** Sums cells and their changes by variant: signals are about what can be bought, wherever it lies. */
const byVariant = (cells: readonly LockedCell[], changes: readonly CellChange[]): Moved[] => {
  const changed = new Set(changes.map(({ variantId }) => variantId));
  const moved = new Map<string, Moved>();
  for (const cell of cells) {
    if (!changed.has(cell.variantId)) continue;
    const units = cell.onHand - cell.reserved;
    const known = moved.get(cell.variantId);
    if (known)
      Object.assign(known, {
        before: known.before + units,
        after: known.after + units,
        version: known.version + cell.version,
      });
    else moved.set(cell.variantId, { cell, before: units, after: units, version: cell.version });
  }
  for (const change of changes) {
    const known = moved.get(change.variantId);
    if (known)
      Object.assign(known, {
        after: known.after + change.onHandDelta - change.reservedDelta,
        version: known.version + 1,
      });
  }
  return [...moved.values()];
};

/**
 * Publishes `inventory.low`, `.out` and `.restocked` for variants that crossed a line. The event's version is the sum of
 * the versions of the variant's stock rows, all of which are locked here, so it rises with every change.
 */
export const publishStockSignals = async (
  tx: Tx,
  events: EventPublisher,
  cells: readonly LockedCell[],
  changes: readonly CellChange[],
): Promise<void> => {
  const found: Record<StockSignal, NewEvent<StockPayload>[]> = { low: [], out: [], restocked: [] };
  for (const { cell, before, after, version } of byVariant(cells, changes)) {
    const signal = signalOf({ before, after, threshold: cell.threshold });
    if (!signal) continue;
    const payload = { variantId: cell.variantId, productId: cell.productId, shopId: cell.shopId, available: after };
    found[signal].push({ aggregateId: cell.variantId, aggregateVersion: version, payload });
  }
  for (const signal of ['low', 'out', 'restocked'] as const) {
    await events.publishAll(tx, contracts[signal], found[signal]);
  }
};
