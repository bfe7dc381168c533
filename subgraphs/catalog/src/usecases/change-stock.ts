import type { Tx } from '@vitrina/platform/database';
import { AppError } from '@vitrina/platform/errors';
import { ok, plainRefusal, type Refusal, type Result, refuse } from '@vitrina/platform/result';
import { type CountedLine, checkStockLines } from '../domain/check-stock-lines.ts';
import { productLimits } from '../domain/product.ts';
import { StockBook, type StockCell } from '../domain/stock-book.ts';
import type { Services } from '../services.ts';
import { defaultLocation } from '../store/location.store.ts';
import { lockShop } from '../store/product.store.ts';
import { lockCells, writeChanges } from '../store/stock.store.ts';
import { makeEmptyCells, readShopLocations, resolveVariants, type VariantKey } from '../store/stock-lines.store.ts';
import { publishStockSignals } from './publish-stock-signals.ts';

/** One line of a change of stock: what it is about and how many units there are to be, given what there is now. */
export interface StockLine extends VariantKey {
  readonly locationId?: string | null | undefined;
  /** Path below `input` of the number. */
  readonly numberField: string;
  readonly onHandAfter: (cell: StockCell) => number;
  readonly expectedOnHand?: number | null | undefined;
}

export type StockChangeOutcome = Result<{ readonly variantIds: readonly string[] }, Refusal>;

const resolve = async (
  tx: Tx,
  shopId: string,
  lines: readonly StockLine[],
  now: Date,
): Promise<Result<(CountedLine & { line: StockLine })[], Refusal>> => {
  const variants = await resolveVariants(tx, shopId, lines);
  const fallback = await defaultLocation(tx, shopId, now);
  const locations = new Set(await readShopLocations(tx, shopId));
  const resolved = lines.map((line, index) => ({
    line,
    index,
    variantId: variants[index],
    locationId: line.locationId ?? fallback,
  }));
  return checkStockLines(resolved, locations);
};

const conflict = (index: number, cell: StockCell): Refusal & { readonly onHand: number } => ({
  __typename: 'StockConflict',
  code: 'STOCK_CONFLICT',
  field: ['lines', String(index), 'expectedOnHand'],
  message: `There are ${cell.onHand} units on hand by now; count again, or send this number as expected.`,
  onHand: cell.onHand,
});

const belowReserved = (
  field: readonly string[],
  { onHand, reserved }: StockCell,
): Refusal & { readonly onHand: number; readonly reserved: number } => ({
  __typename: 'StockBelowReserved',
  code: 'BELOW_RESERVED',
  field,
  message: `${reserved} units are promised to buyers; at least that many must stay on hand.`,
  onHand,
  reserved,
});

const refusalOf = ({ index, line }: CountedLine & { line: StockLine }, cell: StockCell): Refusal | undefined => {
  const field = ['lines', String(index), line.numberField];
  if (line.expectedOnHand != null && line.expectedOnHand !== cell.onHand) return conflict(index, cell);
  const after = line.onHandAfter(cell);
  if (after > productLimits.units)
    return plainRefusal('OUT_OF_RANGE', field, `At most ${productLimits.units} units fit.`);
  return after < cell.reserved ? belowReserved(field, cell) : undefined;
};

/**
 * Changes units on hand inside a transaction, all lines or none. The shop's lock comes first: it makes sure that no
 * other place of a variant appears while the rows of the present ones are locked.
 */
export const changeStock = async (
  services: Services,
  tx: Tx,
  shopId: string,
  lines: readonly StockLine[],
): Promise<StockChangeOutcome> => {
  const now = services.clock.now();
  if (!(await lockShop(tx, shopId)))
    throw new AppError('NOT_FOUND', 'There is no such shop, or it has no goods yet.', { field: ['input', 'shopId'] });
  const resolved = await resolve(tx, shopId, lines, now);
  if (!resolved.ok) return resolved;
  await makeEmptyCells(tx, resolved.value);
  const cells = await lockCells(tx, [...new Set(resolved.value.map(({ variantId }) => variantId))]);
  const book = new StockBook(cells, [], now);
  const present = (line: CountedLine): StockCell =>
    book.cell(line.variantId, line.locationId) ?? { ...line, onHand: 0, reserved: 0 };
  const [first, ...rest] = resolved.value.flatMap((entry) => refusalOf(entry, present(entry)) ?? []);
  if (first) return refuse(first, ...rest);
  for (const entry of resolved.value) {
    const cell = present(entry);
    book.addOnHand(entry.variantId, entry.locationId, entry.line.onHandAfter(cell) - cell.onHand);
  }
  const changes = book.changes();
  await writeChanges(tx, changes, now);
  await publishStockSignals(tx, services.events, cells, changes.cells);
  return ok({ variantIds: resolved.value.map(({ variantId }) => variantId) });
};
