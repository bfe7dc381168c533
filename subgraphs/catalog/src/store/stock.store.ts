import { statement, type Tx } from '@vitrina/platform/database';
import type { Reservation } from '../domain/reservation.ts';
import type { BookChanges, CellChange, StockCell } from '../domain/stock-book.ts';
import { jsonText } from './json-rows.ts';

/** A cell with what its signals need. */
export interface LockedCell extends StockCell {
  readonly productId: string;
  readonly shopId: string;
  readonly threshold: number;
  readonly version: number;
}

/**
 * Locks and reads the stock of variants in all places. The rows are locked in the order of their key, everywhere and
 * in one statement, so two transactions never wait for each other in a circle. Default locations come first in the answer.
 */
export const lockCells = async (tx: Tx, variantIds: readonly string[]): Promise<LockedCell[]> => {
  const rows = await statement<LockedCell & { isDefault: boolean }>(tx)`
    select stock.variant_id as "variantId", stock.location_id as "locationId", stock.on_hand as "onHand", stock.reserved, stock.version,
           variant.product_id as "productId", variant.shop_id as "shopId", stock_location.is_default as "isDefault",
           coalesce(variant.low_stock_threshold, shop.low_stock_threshold) as threshold
    from stock
    join variant on variant.id = stock.variant_id
    join shop on shop.id = variant.shop_id
    join stock_location on stock_location.id = stock.location_id
    where stock.variant_id = any(${variantIds}::text[])
    order by stock.variant_id, stock.location_id
    for update of stock`;
  return [...rows].sort((left, right) => Number(right.isDefault) - Number(left.isDefault));
};

/** Variants on which the commands may act: the ones asked for and those of the reservations named or overdue on them. */
export interface StockReach {
  readonly references: readonly string[];
  readonly variantIds: readonly string[];
}

/** Overdue holds settled along with one batch; more than this many wait for the sweep. */
const maxDuePerBatch = 2_000;

/**
 * Finds what a batch can touch, before locking: the named reservations, and the overdue holds on the variants to be
 * reserved. Lines never change once written, so reading them without a lock is safe; states are read again under lock.
 */
export const findReach = async (
  tx: Tx,
  named: readonly string[],
  reserved: readonly string[],
  now: Date,
): Promise<StockReach> => {
  const rows = await statement<{ reference: string; variantId: string }>(tx)`
    with due as materialized (
      select distinct reservation_id as id from (
        select reservation_id from reservation_line
        where variant_id = any(${reserved}::text[]) and held_until <= ${now.toISOString()}::timestamptz
        limit ${maxDuePerBatch}
      ) as overdue
    ), reach as materialized (
      select id, reference from reservation where reference = any(${named}::text[])
      union
      select reservation.id, reference from due join reservation on reservation.id = due.id
    )
    select reach.reference, line.variant_id as "variantId" from reach join reservation_line line on line.reservation_id = reach.id`;
  return {
    references: [...new Set([...named, ...rows.map((row) => row.reference)])],
    variantIds: [...new Set([...reserved, ...rows.map((row) => row.variantId)])],
  };
};

/** Raised when another transaction made a reservation under the same reference after ours had looked. */
export class ReferenceRaced extends Error {
  override readonly name = 'ReferenceRaced';
}

/** Units, new reservations and their lines in one statement: a hot SKU's lock is held for one round trip less each. */
const writeCellsAndMade = async (
  tx: Tx,
  cells: readonly CellChange[],
  made: readonly Reservation[],
  now: Date,
): Promise<void> => {
  const lines = made.flatMap(({ id, expiresAt, lines }) => lines.map((line) => ({ ...line, id, expiresAt })));
  const [written] = await statement<{ made: number }>(tx)`
    with moved as (
      update stock set on_hand = on_hand + change."onHandDelta", reserved = reserved + change."reservedDelta", version = version + 1
      from jsonb_to_recordset(${jsonText(cells)}::jsonb) as change("variantId" text, "locationId" text, "onHandDelta" int, "reservedDelta" int)
      where stock.variant_id = change."variantId" and stock.location_id = change."locationId"
    ), made as (
      insert into reservation (id, reference, state, expires_at, created_at)
      select id, reference, state, "expiresAt", ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${jsonText(made)}::jsonb) as given(id text, reference text, state text, "expiresAt" timestamptz)
      on conflict (reference) do nothing
      returning id
    ), lines as (
      insert into reservation_line (reservation_id, variant_id, location_id, quantity, held_until)
      select id, "variantId", "locationId", quantity, "expiresAt"
      from jsonb_to_recordset(${jsonText(lines)}::jsonb) as line(id text, "variantId" text, "locationId" text, quantity int, "expiresAt" timestamptz)
      join made using (id)
    )
    select count(*)::int as made from made`;
  if ((written?.made ?? 0) < made.length) {
    throw new ReferenceRaced('Another request reserved under the same reference.');
  }
};

const updateReservations = async (tx: Tx, changed: readonly Reservation[]): Promise<void> => {
  const rows = jsonText(
    changed.map(({ id, state, expiresAt }) => ({
      id,
      state,
      expiresAt,
      heldUntil: state === 'HELD' ? expiresAt : null,
    })),
  );
  await statement(tx)`
    with changed as (
      select * from jsonb_to_recordset(${rows}::jsonb) as change(id text, state text, "expiresAt" timestamptz, "heldUntil" timestamptz)
    ), ended as (
      update reservation set state = changed.state, expires_at = changed."expiresAt" from changed where reservation.id = changed.id
    )
    update reservation_line set held_until = changed."heldUntil" from changed where reservation_line.reservation_id = changed.id`;
};

/** Writes the differences; the number of statements does not depend on their number. */
export const writeChanges = async (tx: Tx, { cells, made, changed }: BookChanges, now: Date): Promise<void> => {
  if (cells.length > 0 || made.length > 0) await writeCellsAndMade(tx, cells, made, now);
  if (changed.length > 0) await updateReservations(tx, changed);
};
