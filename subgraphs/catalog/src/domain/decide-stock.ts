import { unreachable } from '@vitrina/platform/errors';
import { ok, type Result, refuse } from '@vitrina/platform/result';
import { isDue, type Reservation, sameUnits, unitsByVariant } from './reservation.ts';
import type { StockBook } from './stock-book.ts';
import {
  alreadyCommitted,
  outOfStock,
  referenceReused,
  reservationGone,
  type StockRefusal,
  unknownReference,
} from './stock-refusals.ts';

/** A wish to hold units, all lines or none. */
export interface ReserveCommand {
  readonly kind: 'reserve';
  readonly reference: string;
  /** Id the reservation gets when it is made. */
  readonly newId: string;
  readonly ttlSeconds: number;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
}

/** What a caller wants done with a reservation. */
export type StockCommand =
  | ReserveCommand
  | { readonly kind: 'extend'; readonly reference: string; readonly ttlSeconds: number }
  | { readonly kind: 'release'; readonly reference: string }
  | { readonly kind: 'commit'; readonly reference: string }
  /** An order was made at `madeAt`: a hold that was alive then is bound, however late the news comes. */
  | { readonly kind: 'bind'; readonly reference: string; readonly madeAt: Date }
  /** Gives an overdue hold back; anything else stays as it is. */
  | { readonly kind: 'expire'; readonly reference: string };

/** What became of a command; null when the reference was never reserved and that is harmless. */
export type StockOutcome = Result<Reservation | null, StockRefusal>;

/** The reservation as of `at`: an overdue hold is settled first, so that no later command can bring it back. */
const current = (book: StockBook, reference: string, at: Date): Reservation | undefined => {
  const reservation = book.reservation(reference);
  return reservation && isDue(reservation, at) ? book.settle(reservation, 'EXPIRED') : reservation;
};

const endAfter = (now: Date, ttlSeconds: number): Date => new Date(now.getTime() + ttlSeconds * 1000);

const reserve = (book: StockBook, command: ReserveCommand, now: Date): StockOutcome => {
  const before = current(book, command.reference, now);
  if (before) return sameUnits(before.lines, command.lines) ? ok(before) : refuse(referenceReused());
  const wanted = unitsByVariant(command.lines);
  book.expireDueOn(new Set(wanted.keys()));
  const [first, ...rest] = [...wanted]
    .filter(([variantId, requested]) => book.available(variantId) < requested)
    .map(([variantId, requested]) => {
      const line = command.lines.findIndex((candidate) => candidate.variantId === variantId);
      return outOfStock({ variantId, requested, available: book.available(variantId), line });
    });
  if (first) return refuse(first, ...rest);
  const lines = [...wanted].flatMap(([variantId, quantity]) => book.take(variantId, quantity));
  return ok(
    book.add({
      id: command.newId,
      reference: command.reference,
      state: 'HELD',
      expiresAt: endAfter(now, command.ttlSeconds),
      lines,
    }),
  );
};

const extend = (book: StockBook, reservation: Reservation, end: Date): StockOutcome => {
  switch (reservation.state) {
    case 'HELD':
      return ok(book.move(reservation, 'HELD', end));
    case 'BOUND':
    case 'COMMITTED':
      return ok(reservation);
    case 'RELEASED':
    case 'EXPIRED':
      return refuse(reservationGone(reservation.state));
  }
};

const release = (book: StockBook, reservation: Reservation): StockOutcome => {
  switch (reservation.state) {
    case 'HELD':
    case 'BOUND':
      return ok(book.settle(reservation, 'RELEASED'));
    case 'RELEASED':
    case 'EXPIRED':
      return ok(reservation);
    case 'COMMITTED':
      return refuse(alreadyCommitted());
  }
};

const commit = (book: StockBook, reservation: Reservation): StockOutcome => {
  switch (reservation.state) {
    case 'HELD':
    case 'BOUND':
      return ok(book.settle(reservation, 'COMMITTED'));
    case 'COMMITTED':
      return ok(reservation);
    case 'RELEASED':
    case 'EXPIRED':
      return refuse(reservationGone(reservation.state));
  }
};

/** Decides one command against the book. Every command may come again: the second time finds the first one's state. */
export const decideStock = (book: StockBook, command: StockCommand, now: Date): StockOutcome => {
  if (command.kind === 'reserve') return reserve(book, command, now);
  const reservation = current(book, command.reference, command.kind === 'bind' ? command.madeAt : now);
  if (!reservation) {
    const mustExist = command.kind === 'extend' || command.kind === 'commit';
    return mustExist ? refuse(unknownReference()) : ok(null);
  }
  switch (command.kind) {
    case 'extend':
      return extend(book, reservation, endAfter(now, command.ttlSeconds));
    case 'release':
      return release(book, reservation);
    case 'commit':
      return commit(book, reservation);
    case 'bind':
      return ok(reservation.state === 'HELD' ? book.move(reservation, 'BOUND', null) : reservation);
    case 'expire':
      return ok(reservation);
    default:
      return unreachable(command);
  }
};
