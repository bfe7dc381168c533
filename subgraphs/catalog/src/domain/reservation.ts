/** Where a reservation stands; see the SDL for what each means. */
export type ReservationState = 'HELD' | 'BOUND' | 'COMMITTED' | 'RELEASED' | 'EXPIRED';

/** Units of one variant in one place. */
export interface ReservationLine {
  readonly variantId: string;
  readonly locationId: string;
  readonly quantity: number;
}

/** Units promised under one reference. */
export interface Reservation {
  readonly id: string;
  readonly reference: string;
  readonly state: ReservationState;
  /** Set while HELD, and kept when EXPIRED. */
  readonly expiresAt: Date | null;
  readonly lines: readonly ReservationLine[];
}

/** True when a hold's time is over. */
export const isDue = (reservation: Reservation, now: Date): boolean =>
  reservation.state === 'HELD' && reservation.expiresAt !== null && reservation.expiresAt.getTime() <= now.getTime();

/** The state as a reader must see it: an overdue hold counts as expired although nothing was written yet. */
export const stateAt = (reservation: Reservation, now: Date): ReservationState =>
  isDue(reservation, now) ? 'EXPIRED' : reservation.state;

/** Units by variant: what a caller asked for, summed over lines and places. */
export const unitsByVariant = (
  lines: readonly { readonly variantId: string; readonly quantity: number }[],
): Map<string, number> => {
  const units = new Map<string, number>();
  for (const line of lines) units.set(line.variantId, (units.get(line.variantId) ?? 0) + line.quantity);
  return units;
};

/** True when both sets of lines hold the same units of the same variants, wherever these lie. */
export const sameUnits = (
  left: readonly { readonly variantId: string; readonly quantity: number }[],
  right: typeof left,
): boolean => {
  const ours = unitsByVariant(left);
  const theirs = unitsByVariant(right);
  return ours.size === theirs.size && [...ours].every(([variantId, quantity]) => theirs.get(variantId) === quantity);
};
