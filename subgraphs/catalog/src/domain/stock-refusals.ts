import { plainRefusal, type Refusal } from '@vitrina/platform/result';

/** Not enough units of one variant. */
export interface OutOfStockRefusal extends Refusal {
  readonly __typename: 'ReservationOutOfStock';
  readonly variantId: string;
  readonly requested: number;
  readonly available: number;
}

/** Why a stock command may be refused. */
export type StockRefusal = OutOfStockRefusal | Refusal;

/** `line` is where in the input the variant is first asked for. */
export const outOfStock = (shortage: {
  readonly variantId: string;
  readonly requested: number;
  readonly available: number;
  readonly line: number;
}): OutOfStockRefusal => ({
  __typename: 'ReservationOutOfStock',
  code: 'OUT_OF_STOCK',
  field: ['lines', String(shortage.line), 'quantity'],
  message: `Only ${shortage.available} of ${shortage.requested} units can be reserved; ask for fewer.`,
  variantId: shortage.variantId,
  requested: shortage.requested,
  available: shortage.available,
});

export const referenceReused = (): Refusal =>
  plainRefusal(
    'REFERENCE_REUSED',
    ['reference'],
    'This reference stands for other lines already; use a new reference for other goods.',
  );

export const reservationGone = (state: 'RELEASED' | 'EXPIRED'): Refusal =>
  plainRefusal(
    'RESERVATION_GONE',
    ['reference'],
    `The hold was ${state === 'EXPIRED' ? 'given back because its time was over' : 'released'}; reserve again under a new reference.`,
  );

export const alreadyCommitted = (): Refusal =>
  plainRefusal('ALREADY_COMMITTED', ['reference'], 'The units have left the stock; put them back with restockLines.');

export const unknownReference = (): Refusal =>
  plainRefusal('UNKNOWN_REFERENCE', ['reference'], 'Nothing was ever reserved under this reference; reserve first.');
