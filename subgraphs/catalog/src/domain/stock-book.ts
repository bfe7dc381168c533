import { invariant } from '@vitrina/platform/errors';
import { isDue, type Reservation, type ReservationLine, type ReservationState } from './reservation.ts';

/** Units of one variant in one place, as read under lock. */
export interface StockCell {
  readonly variantId: string;
  readonly locationId: string;
  readonly onHand: number;
  readonly reserved: number;
}

/** How the units of one cell differ from what was read. */
export interface CellChange {
  readonly variantId: string;
  readonly locationId: string;
  readonly onHandDelta: number;
  readonly reservedDelta: number;
}

/** Differences to write, and nothing else. */
export interface BookChanges {
  readonly cells: readonly CellChange[];
  readonly made: readonly Reservation[];
  readonly changed: readonly Reservation[];
}

interface WorkingCell {
  readonly before: StockCell;
  onHand: number;
  reserved: number;
}

const cellKey = (variantId: string, locationId: string): string => `${variantId}\n${locationId}`;

const snapshot = (cell: WorkingCell): StockCell => ({ ...cell.before, onHand: cell.onHand, reserved: cell.reserved });

/**
 * A working copy of some stock and the reservations on it, read under lock. Commands are decided one after the other
 * against it and only the differences are written, so any number of buyers of one SKU cost one statement each way.
 */
export class StockBook {
  readonly #cells = new Map<string, WorkingCell>();
  readonly #byVariant = new Map<string, WorkingCell[]>();
  readonly #reservations: Map<string, Reservation>;
  readonly #due: Set<string>;
  readonly #made = new Set<string>();
  readonly #changed = new Set<string>();

  /** `cells` stand in the order in which places are to be used; `reservations` are all the commands may touch. */
  constructor(cells: readonly StockCell[], reservations: readonly Reservation[], now: Date) {
    for (const before of cells) {
      const copy: WorkingCell = { before, onHand: before.onHand, reserved: before.reserved };
      this.#cells.set(cellKey(before.variantId, before.locationId), copy);
      const places = this.#byVariant.get(before.variantId);
      if (places) places.push(copy);
      else this.#byVariant.set(before.variantId, [copy]);
    }
    this.#reservations = new Map(reservations.map((reservation) => [reservation.reference, reservation]));
    this.#due = new Set(
      reservations.filter((reservation) => isDue(reservation, now)).map(({ reference }) => reference),
    );
  }

  reservation(reference: string): Reservation | undefined {
    return this.#reservations.get(reference);
  }

  /** Units of a variant that nobody is promised, over all places. */
  available(variantId: string): number {
    return this.placesOf(variantId).reduce((sum, cell) => sum + cell.onHand - cell.reserved, 0);
  }

  /** Units of a variant by place, first choice first. */
  placesOf(variantId: string): readonly StockCell[] {
    return (this.#byVariant.get(variantId) ?? []).map(snapshot);
  }

  cell(variantId: string, locationId: string): StockCell | undefined {
    const found = this.#cells.get(cellKey(variantId, locationId));
    return found && snapshot(found);
  }

  /** Gives back the units of every overdue hold on one of the variants. */
  expireDueOn(variantIds: ReadonlySet<string>): void {
    for (const reference of this.#due) {
      const reservation = this.#reservations.get(reference);
      if (reservation?.lines.some((line) => variantIds.has(line.variantId))) this.settle(reservation, 'EXPIRED');
    }
  }

  /** Promises units of a variant, place after place; the caller has seen that enough are available. */
  take(variantId: string, quantity: number): ReservationLine[] {
    const lines: ReservationLine[] = [];
    let left = quantity;
    for (const cell of this.#byVariant.get(variantId) ?? []) {
      const units = Math.min(left, cell.onHand - cell.reserved);
      if (units <= 0) continue;
      cell.reserved += units;
      left -= units;
      lines.push({ variantId, locationId: cell.before.locationId, quantity: units });
    }
    invariant(left === 0, `Took ${quantity - left} of ${quantity} units of ${variantId} after they were counted.`);
    return lines;
  }

  add(reservation: Reservation): Reservation {
    this.#made.add(reservation.reference);
    this.#reservations.set(reservation.reference, reservation);
    return reservation;
  }

  /** Gives a reservation another state or end without touching its units. */
  move(reservation: Reservation, state: ReservationState, expiresAt: Date | null): Reservation {
    const moved = { ...reservation, state, expiresAt };
    this.#reservations.set(reservation.reference, moved);
    this.#due.delete(reservation.reference);
    if (!this.#made.has(reservation.reference)) this.#changed.add(reservation.reference);
    return moved;
  }

  /** Ends a promise: sold units leave the stock, others can be had again. */
  settle(reservation: Reservation, state: 'COMMITTED' | 'RELEASED' | 'EXPIRED'): Reservation {
    for (const line of reservation.lines) {
      const cell = this.#cellOf(line.variantId, line.locationId);
      cell.reserved -= line.quantity;
      if (state === 'COMMITTED') cell.onHand -= line.quantity;
      this.#check(cell);
    }
    return this.move(reservation, state, state === 'EXPIRED' ? reservation.expiresAt : null);
  }

  /** Adds (or takes) units on hand in one place; the caller has seen that enough stay for what is reserved. */
  addOnHand(variantId: string, locationId: string, delta: number): void {
    const cell = this.#cellOf(variantId, locationId);
    cell.onHand += delta;
    this.#check(cell);
  }

  /** What has to be written for the database to agree with this book. */
  changes(): BookChanges {
    const cells = [...this.#cells.values()].map((cell) => ({
      variantId: cell.before.variantId,
      locationId: cell.before.locationId,
      onHandDelta: cell.onHand - cell.before.onHand,
      reservedDelta: cell.reserved - cell.before.reserved,
    }));
    const present = (references: ReadonlySet<string>) =>
      [...references].flatMap((reference) => this.#reservations.get(reference) ?? []);
    return {
      cells: cells.filter((change) => change.onHandDelta !== 0 || change.reservedDelta !== 0),
      made: present(this.#made),
      changed: present(this.#changed),
    };
  }

  #cellOf(variantId: string, locationId: string): WorkingCell {
    const found = this.#cells.get(cellKey(variantId, locationId));
    invariant(found, `Stock of ${variantId} in ${locationId} was not read before it is changed.`);
    return found;
  }

  #check(cell: WorkingCell): void {
    const holds = cell.reserved >= 0 && cell.onHand >= cell.reserved;
    invariant(
      holds,
      `Stock of ${cell.before.variantId} would be ${cell.onHand} on hand with ${cell.reserved} reserved.`,
    );
  }
}
